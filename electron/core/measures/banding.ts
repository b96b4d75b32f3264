/** Stairs where a smooth passage should be, as in a sky that was kept with too few levels. */
import type { Pixels } from './picture.js';
import { Reused } from './reused.js';
import { isMore, sizeOf } from './whole-numbers.js';

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

/** Where the steps along one line are, as distances from its beginning. */
let steps = new Int32Array(1 << 12);

/**
 * Pixels on such stretches along one line of `length` values that lie `apart`. Steps are listed without a branch, and
 * what lies between two is read only where they may be of one stair: in a texture that is rare.
 */
function treads(data: Uint8Array, start: number, apart: number, length: number): number {
  const count = listSteps(data, start, apart, length);
  let within = 0;
  let begin = 0;
  /** Into the stretch that is being walked; 0 where it did not begin with a step of a stair. */
  let into = 0;
  for (let at = 0; at < count; at++) {
    const from = begin;
    begin = steps[at] ?? 0;
    const i = start + begin * apart;
    const step = (data[i] ?? 0) - (data[i - apart] ?? 0);
    const last = into;
    const run = begin - from;
    into = run >= 2 && Math.abs(step) <= LARGEST_STEP ? step : 0;
    if (last === 0 || run < SHORTEST || run > LONGEST || !isOneStair(last, step)) continue;
    if (isFlat(data, start + from * apart, i, apart)) within += run;
  }
  return within;
}

function isOneStair(last: number, step: number): boolean {
  const before = Math.abs(last);
  const size = Math.abs(step);
  return last > 0 === step > 0 && size <= LARGEST_STEP && size <= ALIKE * before && before <= ALIKE * size;
}

function isFlat(data: Uint8Array, from: number, to: number, apart: number): boolean {
  const level = data[from] ?? 0;
  for (let i = from; i < to; i += apart) if (Math.abs((data[i] ?? 0) - level) > FLAT) return false;
  return true;
}

function listSteps(data: Uint8Array, start: number, apart: number, length: number): number {
  if (steps.length <= length) steps = new Int32Array(2 * length);
  const list = steps;
  let count = 0;
  let before = data[start] ?? 0;
  for (let x = 1, i = start + apart; x < length; x++, i += apart) {
    const value = data[i] ?? 0;
    list[count] = x;
    count = (count + isMore(sizeOf(value - before), LEAST_STEP - 1)) | 0;
    before = value;
  }
  return count;
}

function greenColumns({ data, width, height }: Pixels): Uint8Array {
  const count = Math.max(0, Math.ceil((width - 1) / EVERY));
  const columns = COLUMNS.of(count * height);
  for (let y = 0; y < height; y++) {
    const row = 3 * (y * width + 1) + 1;
    for (let c = 0; c < count; c++) columns[c * height + y] = data[row + 3 * EVERY * c] ?? 0;
  }
  return columns;
}
