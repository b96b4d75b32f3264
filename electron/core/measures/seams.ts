/** Straight lines through the whole picture where two tiles meet that do not quite fit. */
import { LEVEL, quantile } from './planes.js';
import { PARTS, type Steps } from './steps-along.js';

/** Share of each side along which nothing is looked for: bars and frames end there. */
const MARGIN = 0.04;
/** Level of steps, rounding and grain, under which nothing stands out. */
const GROUND = 0.15;
/** Levels that the picture bends by, on the mean, where a line was drawn: tiles that fit nearly bend it less. */
const DRAWN = 16;
/** Lines that stand out less than this many of a hundred others are what the picture's own lines are like. */
const USUAL = 0.97;

/**
 * How far the line with the most even step stands out of the others, as log2: about 1 on most pictures, 3 and more with
 * a seam. A drawn edge ends somewhere or
 * is strong; a seam steps the same way, and not far, in at least seven of eight parts of the picture.
 */
export const seamOf = (across: Steps, down: Steps): number =>
  Math.log2(Math.max(seamOn(across).ratio, seamOn(down).ratio) + 0.5);

/** The line that `seamOf` tells of: pixels from the left where it is upright, else from the top. */
export function seamLine(across: Steps, down: Steps): { readonly isUpright: boolean; readonly at: number } {
  const [upright, level] = [seamOn(across), seamOn(down)];
  const isUpright = upright.ratio >= level.ratio;
  return { isUpright, at: (isUpright ? upright : level).at };
}

/** Of all lines, the most even ones that are looked at closely. */
const CANDIDATES = 6;

function seamOn(steps: Steps): { readonly ratio: number; readonly at: number } {
  const { seams, bends, length } = steps;
  const even = new Float64Array(length);
  const margin = Math.max(3, Math.round(length * MARGIN));
  for (let x = margin; x < length - margin; x++) {
    if (Math.max(bends[x - 1] ?? 0, bends[x] ?? 0) > DRAWN) continue;
    let sum = 0;
    for (let part = 0; part < PARTS; part++) sum += seams[part * length + x] ?? 0;
    let least = Number.POSITIVE_INFINITY;
    let second = least;
    for (let part = 0; part < PARTS; part++) {
      const value = (seams[part * length + x] ?? 0) * Math.sign(sum);
      second = Math.min(second, Math.max(least, value));
      least = Math.min(least, value);
    }
    even[x] = second;
  }
  const usual = Math.abs(quantile(even.slice().sort(), USUAL)) + GROUND;
  let most = 0;
  let place = 0;
  for (let candidate = 0; candidate < CANDIDATES; candidate++) {
    let at = 0;
    for (let x = 1; x < length; x++) if ((even[x] ?? 0) > (even[at] ?? 0)) at = x;
    const value = even[at] ?? 0;
    even[at] = 0;
    if (value <= most) break;
    const continued = value * continuityAt(steps, at);
    if (continued > most) [most, place] = [continued, at];
  }
  return { ratio: most / usual, at: place };
}

/** Lines over which a profile is smoothed, and by which one side may be shifted against the other. */
const SMOOTHED = 12;
const SHIFT = 8;
/** Levels that a profile has to vary by before it says whether two sides go together. */
const VARIES = 1;

/** How well what is on one side of a place goes on beyond it, 0–1: what is drawn on two tiles does, two things do not. */
function continuityAt(steps: Steps, at: number): number {
  const before = profileOf(steps, at - 4);
  const beyond = profileOf(steps, at + 1);
  if (Math.min(energyOf(before), energyOf(beyond)) < VARIES ** 2) return 1;
  let most = 0;
  for (let shift = -SHIFT; shift <= SHIFT; shift++)
    most = Math.max(most, correlationOf(before, beyond, shift));
  return most;
}

/** The mean of three values on each line from `from` on, without what changes slowly from line to line. */
function profileOf({ data, lines, apart, step }: Steps, from: number): Float64Array {
  const sums = new Float64Array(lines + 1);
  const profile = new Float64Array(lines);
  for (let line = 0, i = from * step; line < lines; line++, i += apart) {
    profile[line] = ((data[i] ?? 0) + (data[i + step] ?? 0) + (data[i + 2 * step] ?? 0)) / (3 * LEVEL);
    sums[line + 1] = (sums[line] ?? 0) + (profile[line] ?? 0);
  }
  return profile.map((value, line) => {
    const low = Math.max(0, line - SMOOTHED);
    const high = Math.min(lines, line + SMOOTHED + 1);
    return value - ((sums[high] ?? 0) - (sums[low] ?? 0)) / (high - low);
  });
}

const energyOf = (profile: Float64Array): number =>
  profile.reduce((sum, value) => sum + value * value, 0) / Math.max(1, profile.length);

function correlationOf(one: Float64Array, other: Float64Array, shift: number): number {
  let both = 0;
  let first = 0;
  let second = 0;
  for (let i = Math.max(0, -shift); i < Math.min(one.length, other.length - shift); i++) {
    const a = one[i] ?? 0;
    const b = other[i + shift] ?? 0;
    both += a * b;
    first += a * a;
    second += b * b;
  }
  return both / Math.sqrt(first * second + 1e-9);
}
