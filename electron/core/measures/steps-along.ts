/** The steps between neighbouring pixels, gathered once for all that is read from them. */
import { LEVEL, type Plane } from './planes.js';
import { lesser, signed, sizeOf } from './whole-numbers.js';

const MAX_LINES = 400;
/** Along each line, parts that a seam has to run through. */
export const PARTS = 8;
/** Steps are counted in halves of what a plane counts in. */
const TWICE = 2 * LEVEL;
/** What is larger counts as this large. */
const LARGEST_BLOCK = 12 * TWICE;
const LARGEST_SEAM = 8 * TWICE;
const LARGEST_BEND = 24 * LEVEL;

/** Lines of `length` values of a plane each, `step` apart, that begin `apart` from one another. */
export interface Lines {
  readonly data: Int16Array;
  readonly lines: number;
  readonly apart: number;
  readonly step: number;
  readonly length: number;
}

/** Of the lines in one direction. */
export interface Steps extends Lines {
  /**
   * Mean size of a step at each of the 8 phases. A step is what remains after the slope on both sides is taken away,
   * cut off at 12 levels: block edges are small and many, drawn edges large and few.
   */
  readonly phases: Float64Array;
  /** Mean signed step at each place of a line, cut off at 8 levels, for each eighth of the lines after another. */
  readonly seams: Float64Array;
  /** Mean second difference at each place of a line, cut off at 24 levels. */
  readonly bends: Float64Array;
}

/** Across and down; null for pictures under 32 pixels. */
export function stepsOf({ data, width, height }: Plane): readonly [across: Steps, down: Steps] | null {
  if (width < 32 || height < 32) return null;
  const rows = everyOf(height);
  const columns = everyOf(width);
  return [
    stepsOn(
      { data, lines: Math.ceil(height / rows), apart: rows * width, step: 1, length: width },
      addAcross,
    ),
    stepsOn(
      { data, lines: Math.ceil(width / columns), apart: columns, step: width, length: height },
      addDown,
    ),
  ];
}

/** Which lines are looked at: each, every second … */
const everyOf = (lines: number): number => Math.max(1, Math.ceil(lines / MAX_LINES));

/** Sums of what `Steps` has means of, in the units of the limits. */
interface Sums {
  readonly phases: Float64Array;
  readonly seams: Int32Array;
  readonly bends: Int32Array;
}

function stepsOn(all: Lines, add: (lines: Lines, sums: Sums) => void): Steps {
  const { lines, length } = all;
  const sums = {
    phases: new Float64Array(8),
    seams: new Int32Array(PARTS * length),
    bends: new Int32Array(length),
  };
  add(all, sums);
  const ofPart = Array.from({ length: PARTS }, (_, part) => partAt(part + 1, lines) - partAt(part, lines));
  return {
    ...all,
    phases: sums.phases.map((sum, phase) => {
      let count = 0;
      for (let x = 2; x < length - 2; x++) if ((x & 7) === phase) count++;
      return sum / TWICE / Math.max(1, count * lines);
    }),
    seams: meansOf(sums.seams, (i) => TWICE * Math.max(1, ofPart[Math.floor(i / length)] ?? 0)),
    bends: meansOf(sums.bends, () => LEVEL * lines),
  };
}

/** The first line of a part. */
const partAt = (part: number, lines: number): number => Math.ceil((part * lines) / PARTS);

function meansOf(sums: Int32Array, countAt: (i: number) => number): Float64Array {
  const means = new Float64Array(sums.length);
  for (let i = 0; i < sums.length; i++) means[i] = (sums[i] ?? 0) / countAt(i);
  return means;
}

// Twice a step is what the second difference falls by, so no more than that is taken of each value. Both go over the
// picture as it lies in memory.

function addAcross({ data, lines, apart, length }: Lines, { phases, seams, bends }: Sums): void {
  const ofLine = new Int32Array(8);
  for (let line = 0; line < lines; line++) {
    const own = Math.floor((line * PARTS) / lines) * length;
    const start = line * apart;
    let value = data[start + 2] ?? 0;
    let here = (value - (data[start + 1] ?? 0)) | 0;
    let before = (here - (data[start + 1] ?? 0) + (data[start] ?? 0)) | 0;
    for (let x = 2; x < length - 2; x++) {
      const next = data[start + x + 1] ?? 0;
      const after = (next - value) | 0;
      const bend = (after - here) | 0;
      const step = (before - bend) | 0;
      value = next;
      here = after;
      before = bend;
      const size = sizeOf(step);
      ofLine[x & 7] = ((ofLine[x & 7] ?? 0) + lesser(size, LARGEST_BLOCK)) | 0;
      seams[own + x] = ((seams[own + x] ?? 0) + signed(lesser(size, LARGEST_SEAM), step)) | 0;
      bends[x] = ((bends[x] ?? 0) + lesser(sizeOf(bend), LARGEST_BEND)) | 0;
    }
    // Lines of a large picture add up to more than 32 bits hold.
    for (let phase = 0; phase < 8; phase++) phases[phase] = (phases[phase] ?? 0) + (ofLine[phase] ?? 0);
    ofLine.fill(0);
  }
}

function addDown({ data, lines, apart, step: width, length }: Lines, { phases, seams, bends }: Sums): void {
  for (let y = 2; y < length - 2; y++) {
    let blocks = 0;
    let bent = 0;
    for (let part = 0; part < PARTS; part++) {
      let even = 0;
      const end = y * width + partAt(part + 1, lines) * apart;
      for (let i = y * width + partAt(part, lines) * apart; i < end; i += apart) {
        const above = data[i - width] ?? 0;
        const value = data[i] ?? 0;
        const bend = ((data[i + width] ?? 0) - 2 * value + above) | 0;
        const step = (value - 2 * above + (data[i - 2 * width] ?? 0) - bend) | 0;
        const size = sizeOf(step);
        blocks = (blocks + lesser(size, LARGEST_BLOCK)) | 0;
        even = (even + signed(lesser(size, LARGEST_SEAM), step)) | 0;
        bent = (bent + lesser(sizeOf(bend), LARGEST_BEND)) | 0;
      }
      seams[part * length + y] = even;
    }
    phases[y & 7] = (phases[y & 7] ?? 0) + blocks;
    bends[y] = bent;
  }
}
