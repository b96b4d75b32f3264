/**
 * Whether a picture was made larger than it was drawn. Pixels put between others bend less than those that were there,
 * at even distances (Gallagher 2005): a line in the spectrum of the mean second difference.
 */
import { quantile } from './planes.js';
import type { Steps } from './steps-along.js';
import { Transform } from './transform.js';

/** Cycles a pixel. Slight enlargements, as after a crop, leave lines below it. */
const LEAST_FREQUENCY = 0.19;
/** Places on both sides that a place is compared with. */
const AROUND = 6;
/** Keeps calm pictures from standing out by rounding: levels, and power. */
const CALM = 0.05;
const GROUND = 0.01;

/**
 * Square root of how far the strongest line stands out of the median, in the direction where it does less: 1 to 5 on
 * most pictures, 10 and more on enlarged ones, and on those compressed in blocks.
 */
export const enlargementOf = (across: Steps, down: Steps): number =>
  Math.sqrt(Math.min(line(across), line(down)));

function line({ bends, length }: Steps): number {
  const logs = bends.subarray(2, length - 2).map((bend) => Math.log(bend + CALM));
  const sums = new Float64Array(logs.length + 1);
  for (let i = 0; i < logs.length; i++) sums[i + 1] = (sums[i] ?? 0) + (logs[i] ?? 0);
  const size = 2 ** Math.ceil(Math.log2(Math.max(64, logs.length)));
  const re = new Float64Array(size);
  for (let i = 0; i < logs.length; i++) {
    const from = Math.max(0, i - AROUND);
    const to = Math.min(logs.length, i + AROUND + 1);
    const off = (logs[i] ?? 0) - ((sums[to] ?? 0) - (sums[from] ?? 0)) / (to - from);
    re[i] = Math.max(-1, Math.min(1, off));
  }
  const im = new Float64Array(size);
  transformOf(size).run(re, im, 0);
  const powers = new Float64Array(size / 2);
  let top = 0;
  for (let k = 1; k <= size / 2; k++) {
    // The last one has no twin among the negative frequencies.
    const share = k === size / 2 ? 0.5 : 1;
    const power = (share * ((re[k] ?? 0) ** 2 + (im[k] ?? 0) ** 2)) / logs.length;
    powers[k - 1] = power;
    if (k >= LEAST_FREQUENCY * size && power > top) top = power;
  }
  return top / (quantile(powers.sort(), 0.5) + GROUND);
}

const known = new Map<number, Transform>();

/** Boards have pictures of few sizes. */
function transformOf(size: number): Transform {
  const found = known.get(size) ?? new Transform(size);
  known.set(size, found);
  return found;
}
