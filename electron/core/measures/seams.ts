/** Straight lines through the whole picture where two tiles meet that do not quite fit. */
import type { Pixels } from './picture.js';
import { LEVEL } from './planes.js';
import { takeMedian } from './robust.js';
import { PARTS, type Steps } from './steps-along.js';
import { tintApart } from './tint-apart.js';

/** Share of each side along which nothing is looked for: bars and frames end there. */
const MARGIN = 0.06;
/** The least of it in pixels: a line is compared with what lies so far on both sides. */
const AROUND = 8;
/** Lines in each direction that are looked at closely by either sign. */
const CANDIDATES = 7;
/** Of tiles, in one direction of a picture. */
const MOST_SEAMS = 4;
/** Pieces of a line. */
const PIECES = 16;
/** Of the pixels of a line, each so many is looked at closely: neighbours say the same. */
const EVERY = 2;
/** Pixels of a piece that say something, of those looked at; of what is white or black on both sides nobody can tell. */
const LEAST_SEEN = 0.25;
const LEAST_PIECES = 12;
const BLACK = 4 * LEVEL;
const WHITE = 249 * LEVEL;
/** Steps along the way to a line and away from it that a step across it is measured by, and levels added to them. */
const WAY = [-6, -5, -4, -3, 2, 3, 4, 5] as const;
const GRAIN = 2;
/** What a step counts at most beside those of its way: with its direction, and without. */
const LARGEST_EVEN = 1.5;
const LARGEST_BREAK = 3;
/** Levels by which one side is lighter: less is a gradient's own step, more are two things. */
const LEAST_APART = 3;
const MOST_APART = 20;
/** Of how much one side varies, what the other does otherwise: two things go on in ways of their own. */
const MOST_UNLIKE = 2.2;
/** Levels by which the colours of one side are others: more are two drawn things that meet, as a shelf and the wall. */
const MOST_TINTED = 7;
/**
 * What breaks off on the mean, below which a line is none unless all its pieces break alike: shadows, quiet surfaces and
 * edges that are hidden somewhere break as little. And the deviation of such pieces, of that mean.
 */
const WEAK = 1.6;
const MOST_UNEVEN = 0.12;
/** Levels by which the line itself is lighter or darker than both sides: more is an outline. */
const OUTLINED = 3;
/** Of what a line has on the mean, the part that its ends have: in steps without and with their direction. */
const ENDS_BREAK = 0.65;
const ENDS_EVEN = 0.3;
/** What an even step counts beside a broken picture. */
const EVEN_COUNTS = 1.2;

/**
 * How much the line that looks most like a seam is one: near 0 on most pictures, about 1 and more with a seam. What is
 * drawn across a seam goes on beyond it, a little lighter or darker all along, and breaks off at each place; a drawn
 * edge ends somewhere, is hidden somewhere, lies between two things or two colours, or steps further. The steps are
 * those of the luma of `pixels`.
 */
export const seamOf = (pixels: Pixels, across: Steps, down: Steps): number =>
  Math.max(seamOn(across, pixels).seam, seamOn(down, pixels).seam);

/** The line that `seamOf` tells of: pixels from the left where it is upright, else from the top. */
export function seamLine(
  pixels: Pixels,
  across: Steps,
  down: Steps,
): { readonly isUpright: boolean; readonly at: number } {
  const [upright, level] = [seamOn(across, pixels), seamOn(down, pixels)];
  const isUpright = upright.seam >= level.seam;
  return { isUpright, at: (isUpright ? upright : level).at };
}

interface Line {
  readonly seam: number;
  readonly at: number;
}

/** The best of them, less what as many lines as no tiling has are seams: bricks and boards have a line at each row. */
function seamOn(steps: Steps, pixels: Pixels): Line {
  const lines = [...candidatesOn(steps)]
    .map((at): Line => ({ at, seam: seamAt(steps, pixels, at) }))
    .sort((a, b) => b.seam - a.seam);
  const apart: Line[] = [];
  for (const line of lines) if (apart.every(({ at }) => Math.abs(at - line.at) > AROUND)) apart.push(line);
  const best = apart[0] ?? { seam: 0, at: Math.floor(steps.length / 2) };
  return { ...best, seam: best.seam - (apart[MOST_SEAMS]?.seam ?? 0) };
}

/** The lines that step most evenly, and those that step and bend most beside their neighbours. */
function candidatesOn({ seams, bends, length }: Steps): Set<number> {
  const even = new Float64Array(length);
  const bent = new Float64Array(length);
  const sums = new Float64Array(length + 1);
  for (let x = 0; x < length; x++) sums[x + 1] = (sums[x] ?? 0) + (bends[x] ?? 0);
  const margin = Math.max(AROUND, Math.round(length * MARGIN));
  for (let x = margin; x < length - margin; x++) {
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
    const own = Math.min(bends[x - 1] ?? 0, bends[x] ?? 0);
    const near =
      ((sums[x + AROUND] ?? 0) - (sums[x - AROUND] ?? 0) - (bends[x - 1] ?? 0) - (bends[x] ?? 0)) /
      (2 * AROUND - 2);
    bent[x] = (Math.abs(sum) * own) / (near + 1);
  }
  return new Set([...highest(even), ...highest(bent)]);
}

/** Places of the highest values above 0, none of them beside another. */
function highest(values: Float64Array): number[] {
  const places: number[] = [];
  while (places.length < CANDIDATES) {
    let at = 0;
    for (let x = 1; x < values.length; x++) if ((values[x] ?? 0) > (values[at] ?? 0)) at = x;
    if ((values[at] ?? 0) <= 0) break;
    places.push(at);
    values.fill(0, Math.max(0, at - 2), at + 3);
  }
  return places;
}

/** 0 where the line is none by one of the signs. */
function seamAt(steps: Steps, pixels: Pixels, at: number): number {
  const { seams, length } = steps;
  let sum = 0;
  for (let part = 0; part < PARTS; part++) sum += seams[part * length + at] ?? 0;
  const { even, broken, apart, unlike, ridge } = alongLine(steps, at, Math.sign(sum) || 1);
  if (even.length < LEAST_PIECES) return 0;
  if (apart < LEAST_APART || apart > MOST_APART || unlike > MOST_UNLIKE) return 0;
  if (Math.abs(ridge) > OUTLINED) return 0;
  const mean = meanOf(broken);
  const ends = (values: readonly number[]) => Math.min(values[0] ?? 0, values.at(-1) ?? 0);
  if (ends(broken) < ENDS_BREAK * mean && ends(even) < ENDS_EVEN * meanOf(even)) return 0;
  if (mean < WEAK && Math.sqrt(varianceOf(broken)) > MOST_UNEVEN * mean) return 0;
  if (tintApart(steps, pixels, at) > MOST_TINTED) return 0;
  const ranked = (values: readonly number[], rank: number) => values.toSorted((a, b) => a - b)[rank] ?? 0;
  return Math.max(0, ranked(broken, 1) + EVEN_COUNTS * ranked(even, 2));
}

/** What is seen along one line, in pieces from its beginning to its end; those that say nothing are left out. */
interface Along {
  /** Mean step across it in the direction `sign`, and mean size of steps, beside those on the way to it. */
  readonly even: readonly number[];
  readonly broken: readonly number[];
  /** Levels by which the far side is further in that direction, by the median. */
  readonly apart: number;
  /** Variance of the difference of both sides, of the near side's. */
  readonly unlike: number;
  /** Levels by which the line is lighter than both sides, by the median. */
  readonly ridge: number;
}

function alongLine({ data, lines, apart: between, step }: Steps, at: number, sign: number): Along {
  const even: number[] = [];
  const broken: number[] = [];
  const differences: number[] = [];
  const near: number[] = [];
  const ridges: number[] = [];
  for (let piece = 0; piece < PIECES; piece++) {
    const from = Math.ceil((piece * lines) / PIECES);
    const to = Math.ceil(((piece + 1) * lines) / PIECES);
    let evenly = 0;
    let sizes = 0;
    let seen = 0;
    for (let line = from; line < to; line += EVERY) {
      const i = line * between + at * step;
      const before = data[i - step] ?? 0;
      const here = data[i] ?? 0;
      if (Math.min(before, here) > WHITE || Math.max(before, here) < BLACK) continue;
      let way = 0;
      for (const far of WAY) way += Math.abs(stepAt(data, i + far * step, step));
      const size = stepAt(data, i, step) / (way / WAY.length + GRAIN * LEVEL);
      evenly += Math.max(-LARGEST_EVEN, Math.min(LARGEST_EVEN, sign * size));
      sizes += Math.min(LARGEST_BREAK, Math.abs(size));
      seen++;
      const side = threeFrom(data, i - 4 * step, step);
      const beyond = threeFrom(data, i + step, step);
      near.push(side);
      differences.push(sign * (beyond - side));
      ridges.push((before + here) / (2 * LEVEL) - (side + beyond) / 2);
    }
    if (EVERY * seen < LEAST_SEEN * (to - from)) continue;
    even.push(evenly / seen);
    broken.push(sizes / seen);
  }
  const unlike = varianceOf(differences) / (varianceOf(near) + 1e-6);
  return { even, broken, apart: medianOf(differences), unlike, ridge: medianOf(ridges) };
}

const medianOf = (values: readonly number[]): number => takeMedian(Float64Array.from(values));

/** From the value before, beside the slope on both sides. */
function stepAt(data: Int16Array, i: number, step: number): number {
  const before = data[i - step] ?? 0;
  const here = data[i] ?? 0;
  return here - before - (before - (data[i - 2 * step] ?? 0) + (data[i + step] ?? 0) - here) / 2;
}

/** Mean of three values, in levels. */
const threeFrom = (data: Int16Array, i: number, step: number): number =>
  ((data[i] ?? 0) + (data[i + step] ?? 0) + (data[i + 2 * step] ?? 0)) / (3 * LEVEL);

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

function varianceOf(values: readonly number[]): number {
  const mean = meanOf(values);
  return meanOf(values.map((value) => (value - mean) ** 2));
}
