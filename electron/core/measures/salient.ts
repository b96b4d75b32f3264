/** What stands out of a picture by its pixels alone (spectral residual, Hou and Zhang 2007). */
import type { PixelComposition } from '@shared/composition/index.js';
import type { Region } from '@shared/records/index.js';
import type { Pixels } from './picture.js';
import { lumaOf, shrink } from './planes.js';
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
export function salientOf(working: Pixels): Salient | null {
  if (working.width < SIDE || working.height < SIDE) return null;
  const map = mapOf(working);
  const mean = map.reduce((sum, value) => sum + value, 0) / map.length;
  if (!(mean > 0)) return null;
  const region = heaviest(map, OUT * mean);
  if (!region) return null;
  let moment = 0;
  for (let i = 0; i < map.length; i++) moment += (map[i] ?? 0) * ((i % SIDE) + 0.5);
  return { region, x: moment / (mean * map.length * SIDE) };
}

function mapOf(working: Pixels): Float64Array {
  const { data } = lumaOf(shrink(working, SIDE, SIDE));
  const re = Float64Array.from(data);
  const im = new Float64Array(SIDE * SIDE);
  transform(re, im);
  const sizes = re.map((value, i) => Math.hypot(value, im[i] ?? 0));
  const logs = sizes.map((size) => Math.log(size + 1e-9));
  const usual = blurred(logs, 1, () => 1, true);
  for (let i = 0; i < re.length; i++) {
    const size = (sizes[i] ?? 0) + 1e-12;
    const residual = Math.exp((logs[i] ?? 0) - (usual[i] ?? 0));
    // Conjugate: the transform there is then, but for its sign, the one back.
    re[i] = (residual * (re[i] ?? 0)) / size;
    im[i] = (-residual * (im[i] ?? 0)) / size;
  }
  transform(re, im);
  const power = re.map((value, i) => value * value + (im[i] ?? 0) ** 2);
  return blurred(power, 6, (by) => Math.exp(-(by * by) / (2 * 2.5 ** 2)), false);
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
        let [sum, weights] = [0, 0];
        for (let by = -reach; by <= reach; by++) {
          const near = wraps ? (at + by + SIDE) % SIDE : at + by;
          if (near < 0 || near >= SIDE) continue;
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
