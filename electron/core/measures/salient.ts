/** What stands out of a picture by its pixels alone (spectral residual, Hou and Zhang 2007). */
import type { PixelComposition } from '@shared/composition/index.js';
import type { Region } from '@shared/records/index.js';
import { lumaOf, type Sums, shrink } from './planes.js';
import { Transform } from './transform.js';

type Salient = NonNullable<PixelComposition['salient']>;

const SIDE = 64;
const TRANSFORM = new Transform(SIDE);
/** Times the mean from which on something stands out. */
const OUT = 3;
/** Parts of the picture: what stands out in more places than one region is a pattern, and in less a speck. */
const LEAST = 0.004;
const MOST = 0.5;

/** Null for a picture that is too small, or in which nothing stands out of the rest. */
export function salientOf(working: Sums): Salient | null {
  if (working.width < SIDE || working.height < SIDE) return null;
  const map = mapOf(working);
  let total = 0;
  for (let i = 0; i < map.length; i++) total += map[i] ?? 0;
  const mean = total / map.length;
  if (!(mean > 0)) return null;
  const region = heaviest(map, OUT * mean);
  if (!region) return null;
  let moment = 0;
  for (let i = 0; i < map.length; i++) moment += (map[i] ?? 0) * ((i % SIDE) + 0.5);
  return { region, x: moment / (mean * map.length * SIDE) };
}

function mapOf(working: Sums): Float64Array {
  const { data } = lumaOf(shrink(working, SIDE, SIDE));
  const re = new Float64Array(data);
  const im = new Float64Array(SIDE * SIDE);
  transform(re, im);
  const sizes = new Float64Array(re.length);
  const logs = new Float64Array(re.length);
  for (let i = 0; i < re.length; i++) {
    const size = Math.hypot(re[i] ?? 0, im[i] ?? 0);
    sizes[i] = size;
    logs[i] = Math.log(size + 1e-9);
  }
  const usual = blurred(logs, 1, () => 1, true);
  for (let i = 0; i < re.length; i++) {
    const size = (sizes[i] ?? 0) + 1e-12;
    const residual = Math.exp((logs[i] ?? 0) - (usual[i] ?? 0));
    // Conjugate: the transform there is then, but for its sign, the one back.
    re[i] = (residual * (re[i] ?? 0)) / size;
    im[i] = (-residual * (im[i] ?? 0)) / size;
  }
  transform(re, im);
  for (let i = 0; i < re.length; i++) re[i] = (re[i] ?? 0) ** 2 + (im[i] ?? 0) ** 2;
  return blurred(re, 6, (by) => Math.exp(-(by * by) / (2 * 2.5 ** 2)), false);
}

function transform(re: Float64Array, im: Float64Array): void {
  for (let row = 0; row < SIDE; row++) TRANSFORM.run(re, im, row * SIDE);
  TRANSFORM.runDown(re, im, SIDE);
}

/** Means over what is up to `reach` away, in either direction. `wraps`: the left neighbour of the first is the last. */
function blurred(
  values: Float64Array,
  reach: number,
  weightAt: (by: number) => number,
  wraps: boolean,
): Float64Array {
  const weightsBy = Float64Array.from({ length: 2 * reach + 1 }, (_, at) => weightAt(at - reach));
  const once = (from: Float64Array, stride: number, other: number): Float64Array => {
    const out = new Float64Array(from.length);
    for (let line = 0; line < SIDE; line++)
      for (let at = 0; at < SIDE; at++) {
        let sum = 0;
        let weights = 0;
        const first = wraps ? -reach : Math.max(-reach, -at);
        const last = wraps ? reach : Math.min(reach, SIDE - 1 - at);
        for (let by = first; by <= last; by++) {
          // Of a power of two: what lies before the first is the last.
          const near = (at + by) & (SIDE - 1);
          const weight = weightsBy[by + reach] ?? 0;
          sum += weight * (from[line * other + near * stride] ?? 0);
          weights += weight;
        }
        out[line * other + at * stride] = sum / weights;
      }
    return out;
  };
  return once(once(values, 1, SIDE), SIDE, 1);
}

/** Bounds of the connected part above `least` that has most in it. */
function heaviest(map: Float64Array, least: number): Region | null {
  const seen = new Uint8Array(map.length);
  let best: { weight: number; cells: readonly number[] } | null = null;
  for (let start = 0; start < map.length; start++) {
    if (seen[start] || (map[start] ?? 0) < least) continue;
    const cells = [start];
    seen[start] = 1;
    let weight = 0;
    for (const cell of cells) {
      weight += map[cell] ?? 0;
      const x = cell % SIDE;
      for (const next of [x > 0 ? cell - 1 : -1, x < SIDE - 1 ? cell + 1 : -1, cell - SIDE, cell + SIDE]) {
        if (next < 0 || next >= map.length || seen[next] || (map[next] ?? 0) < least) continue;
        seen[next] = 1;
        cells.push(next);
      }
    }
    if (!best || weight > best.weight) best = { weight, cells };
  }
  const share = (best?.cells.length ?? 0) / map.length;
  if (!best || share < LEAST || share > MOST) return null;
  const xs = best.cells.map((cell) => cell % SIDE);
  const ys = best.cells.map((cell) => Math.floor(cell / SIDE));
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return {
    x: left / SIDE,
    y: top / SIDE,
    width: (Math.max(...xs) + 1 - left) / SIDE,
    height: (Math.max(...ys) + 1 - top) / SIDE,
  };
}
