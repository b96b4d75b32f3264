/** Stairs where a smooth passage should be, as in a sky that was kept with too few levels. */
import type { Pixels } from './picture.js';
import { Reused } from './reused.js';

const COLUMNS = new Reused((length) => new Uint8Array(length));

/** Every so many lines are looked at, across and down. */
const EVERY = 8;
/** Levels that a flat stretch may wander: what compression adds to it. */
const FLAT = 1;
/** Levels of a step: more than a gradient of eight bits has, less than an edge. */
const LEAST_STEP = 3;
const LARGEST_STEP = 26;
/** Pixels of one tread. */
const SHORTEST = 3;
const LONGEST = 160;
/** Two steps of one stair are alike: neither is more than so many times the other. */
const ALIKE = 5 / 3;

/** Share of the green values, 0–1, that lie on a flat stretch between two like steps in the same direction. */
export function bandingOf(pixels: Pixels): number {
  const { width, height, data } = pixels;
  let seen = 0;
  let within = 0;
  for (let y = 1; y < height; y += EVERY) {
    within += treads(data, y * width * 3 + 1, 3, width);
    seen += width;
  }
  const columns = greenColumns(pixels);
  for (let from = 0; from < columns.length; from += height) {
    within += treads(columns, from, 1, height);
    seen += height;
  }
  return within / Math.max(1, seen);
}

/** Pixels on such stretches along one line of `length` values that lie `apart`. */
function treads(data: Uint8Array, start: number, apart: number, length: number): number {
  let within = 0;
  let begin = 0;
  let level = data[start] ?? 0;
  let before = level;
  /** Into the stretch that is being walked; 0 where it did not begin with a step of a stair. */
  let step = 0;
  for (let x = 1, i = start + apart; x < length; x++, i += apart) {
    const value = data[i] ?? 0;
    const next = value - before;
    before = value;
    const size = next < 0 ? -next : next;
    if (size < LEAST_STEP) {
      if (value - level > FLAT || level - value > FLAT) {
        step = 0;
        level = value;
      }
      continue;
    }
    const run = x - begin;
    if (size > LARGEST_STEP) step = 0;
    else {
      const last = step < 0 ? -step : step;
      const isStair = step !== 0 && step > 0 === next > 0 && size <= ALIKE * last && last <= ALIKE * size;
      if (isStair && run >= SHORTEST && run <= LONGEST) within += run;
      step = run >= 2 ? next : 0;
    }
    begin = x;
    level = value;
  }
  return within;
}

/** Columns that are copied in one pass over the lines. */
const BESIDE = 32;

function greenColumns({ data, width, height }: Pixels): Uint8Array {
  const count = Math.max(0, Math.ceil((width - 1) / EVERY));
  const columns = COLUMNS.of(count * height);
  for (let from = 0; from < count; from += BESIDE) {
    const to = Math.min(count, from + BESIDE);
    for (let y = 0; y < height; y++) {
      const row = 3 * (y * width + 1) + 1;
      for (let c = from; c < to; c++) columns[c * height + y] = data[row + 3 * EVERY * c] ?? 0;
    }
  }
  return columns;
}
