import type { Pixels } from './picture.js';

const COLOURS = 5;
const ROUNDS = 8;
/** The centres are found on every third pixel; every pixel then counts towards its share. */
const STRIDE = 3;

/** Five dominant colours as `#rrggbb`, most first: k-means in Lab, started far apart. `lab` belongs to `pixels`. */
export function paletteOf(pixels: Pixels, lab: Float32Array): string[] {
  const count = lab.length / 3;
  const centres = spreadCentres(lab, count);
  const member = new Uint8Array(count);
  for (let round = 0; round < ROUNDS; round++) {
    const sums = new Float64Array(COLOURS * 4);
    for (let i = 0; i < count; i += STRIDE) {
      const k = nearest(lab, i, centres);
      for (let c = 0; c < 3; c++) sums[k * 4 + c] = (sums[k * 4 + c] ?? 0) + (lab[i * 3 + c] ?? 0);
      sums[k * 4 + 3] = (sums[k * 4 + 3] ?? 0) + 1;
    }
    for (let k = 0; k < COLOURS; k++) {
      const size = sums[k * 4 + 3] ?? 0;
      if (size === 0) continue;
      for (let c = 0; c < 3; c++) centres[k * 3 + c] = (sums[k * 4 + c] ?? 0) / size;
    }
  }
  for (let i = 0; i < count; i++) member[i] = nearest(lab, i, centres);
  return byShare(pixels, member);
}

function nearest(lab: Float32Array, i: number, centres: Float64Array): number {
  const l = lab[i * 3] ?? 0;
  const a = lab[i * 3 + 1] ?? 0;
  const b = lab[i * 3 + 2] ?? 0;
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let k = 0; k < COLOURS; k++) {
    const byL = l - (centres[k * 3] ?? 0);
    const byA = a - (centres[k * 3 + 1] ?? 0);
    const byB = b - (centres[k * 3 + 2] ?? 0);
    const distance = byL * byL + byA * byA + byB * byB;
    if (distance < least) {
      least = distance;
      best = k;
    }
  }
  return best;
}

/** The mean colour first, then each time the pixel farthest from all centres so far. */
function spreadCentres(lab: Float32Array, count: number): Float64Array {
  const centres = new Float64Array(COLOURS * 3);
  for (let i = 0; i < lab.length; i++) centres[i % 3] = (centres[i % 3] ?? 0) + (lab[i] ?? 0) / count;
  const least = new Float32Array(count).fill(Number.POSITIVE_INFINITY);
  for (let k = 1; k < COLOURS; k++) {
    const last = 3 * (k - 1);
    const l = centres[last] ?? 0;
    const a = centres[last + 1] ?? 0;
    const b = centres[last + 2] ?? 0;
    let farthest = 0;
    let most = -1;
    for (let i = 0; i < count; i++) {
      const byL = (lab[i * 3] ?? 0) - l;
      const byA = (lab[i * 3 + 1] ?? 0) - a;
      const byB = (lab[i * 3 + 2] ?? 0) - b;
      const distance = byL * byL + byA * byA + byB * byB;
      if (distance < (least[i] ?? 0)) least[i] = distance;
      const here = least[i] ?? 0;
      if (here > most) {
        most = here;
        farthest = i;
      }
    }
    for (let c = 0; c < 3; c++) centres[k * 3 + c] = lab[farthest * 3 + c] ?? 0;
  }
  return centres;
}

function byShare({ data }: Pixels, member: Uint8Array): string[] {
  const sums = Array.from({ length: COLOURS }, () => ({ r: 0, g: 0, b: 0, size: 0 }));
  for (let i = 0; i < member.length; i++) {
    const sum = sums[member[i] ?? 0];
    if (!sum) continue;
    sum.r += data[i * 3] ?? 0;
    sum.g += data[i * 3 + 1] ?? 0;
    sum.b += data[i * 3 + 2] ?? 0;
    sum.size++;
  }
  const used = sums.filter((s) => s.size > 0).sort((a, b) => b.size - a.size);
  const hex = used.map(
    (s) =>
      `#${[s.r, s.g, s.b]
        .map((v) =>
          Math.round(v / s.size)
            .toString(16)
            .padStart(2, '0'),
        )
        .join('')}`,
  );
  // A picture of fewer than five colours repeats its last one: readers may rely on five.
  while (hex.length < COLOURS) hex.push(hex.at(-1) ?? '#808080');
  return hex;
}
