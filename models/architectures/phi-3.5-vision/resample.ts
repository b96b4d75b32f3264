/** Scaling to the numbers that Pillow and PyTorch give; libvips agrees when it shrinks and not when it enlarges. */

/** Of one new pixel along an axis: its first old pixel, and the weight of that and each next. */
interface Taps {
  readonly first: number;
  readonly weights: readonly number[];
}

/** Three planes, [3, height, width]. */
export interface Planes<T extends Float32Array | Uint8ClampedArray> {
  readonly values: T;
  readonly width: number;
  readonly height: number;
}

/** As Pillow's `BILINEAR`: a triangle as wide as the pixels it shrinks; bytes after each axis. */
export function bilinear(
  { values, width, height }: Planes<Uint8ClampedArray>,
  to: { width: number; height: number },
): Planes<Uint8ClampedArray> {
  const wide = across(values, width, triangle(width, to.width), new Uint8ClampedArray(3 * height * to.width));
  const out = new Uint8ClampedArray(3 * to.height * to.width);
  down(wide, to.width, height, triangle(height, to.height), out);
  return { values: out, width: to.width, height: to.height };
}

/** As PyTorch's `bicubic` without antialiasing: Keys' cubic with a = -0.75, the edge repeated. */
export function bicubic(
  { values, width, height }: Planes<Float32Array>,
  to: { width: number; height: number },
): Planes<Float32Array> {
  const wide = across(values, width, cubic(width, to.width), new Float32Array(3 * height * to.width));
  const out = new Float32Array(3 * to.height * to.width);
  down(wide, to.width, height, cubic(height, to.height), out);
  return { values: out, width: to.width, height: to.height };
}

function triangle(from: number, to: number): Taps[] {
  const scale = from / to;
  const reach = Math.max(1, scale);
  return Array.from({ length: to }, (_, index) => {
    const centre = (index + 0.5) * scale;
    const first = Math.max(0, Math.floor(centre - reach + 0.5));
    const end = Math.min(from, Math.floor(centre + reach + 0.5));
    const heights = Array.from({ length: end - first }, (_, offset) =>
      Math.max(0, 1 - Math.abs((first + offset + 0.5 - centre) / reach)),
    );
    const sum = heights.reduce((total, one) => total + one, 0);
    return { first, weights: heights.map((one) => one / sum) };
  });
}

function cubic(from: number, to: number): Taps[] {
  const a = -0.75;
  const near = (t: number) => ((a + 2) * t - (a + 3)) * t * t + 1;
  const far = (t: number) => ((a * t - 5 * a) * t + 8 * a) * t - 4 * a;
  return Array.from({ length: to }, (_, index) => {
    const at = ((index + 0.5) * from) / to - 0.5;
    const t = at - Math.floor(at);
    const samples = [-1, 0, 1, 2].map((offset) => Math.min(from - 1, Math.max(0, Math.floor(at) + offset)));
    const first = samples[0] ?? 0;
    const weights = new Array<number>((samples[3] ?? 0) - first + 1).fill(0);
    for (const [tap, weight] of [far(t + 1), near(t), near(1 - t), far(2 - t)].entries()) {
      const index = (samples[tap] ?? 0) - first;
      weights[index] = (weights[index] ?? 0) + weight;
    }
    return { first, weights };
  });
}

function across<T extends Float32Array | Uint8ClampedArray>(
  values: T,
  width: number,
  taps: Taps[],
  out: T,
): T {
  let to = 0;
  for (let line = 0; line < values.length; line += width)
    for (const { first, weights } of taps) {
      let sum = 0;
      for (let tap = 0; tap < weights.length; tap++)
        sum += (weights[tap] ?? 0) * (values[line + first + tap] ?? 0);
      out[to++] = sum;
    }
  return out;
}

function down<T extends Float32Array | Uint8ClampedArray>(
  values: T,
  width: number,
  height: number,
  taps: Taps[],
  out: T,
): void {
  const sums = new Float64Array(width);
  let to = 0;
  for (let plane = 0; plane < 3; plane++)
    for (const { first, weights } of taps) {
      sums.fill(0);
      for (let tap = 0; tap < weights.length; tap++) {
        const weight = weights[tap] ?? 0;
        const from = (plane * height + first + tap) * width;
        for (let x = 0; x < width; x++) sums[x] = (sums[x] ?? 0) + weight * (values[from + x] ?? 0);
      }
      out.set(sums, to);
      to += width;
    }
}
