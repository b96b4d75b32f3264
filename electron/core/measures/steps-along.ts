/** The steps between neighbouring pixels, gathered once for all that is read from them. */
import { columnsOf, type Plane } from './planes.js';
import { reusedFloats } from './reused.js';

const COLUMNS = reusedFloats();
const MAX_LINES = 400;
/** Along each line, parts that a seam has to run through. */
export const PARTS = 8;
/** Levels from which a step counts as this large. */
const LARGEST_BLOCK = 12;
const LARGEST_SEAM = 8;
const LARGEST_BEND = 24;

/** Lines of `length` values each, that begin `apart` from one another. */
export interface Lines {
  readonly data: Float32Array;
  readonly lines: number;
  readonly apart: number;
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
export function stepsOf(plane: Plane): readonly [across: Steps, down: Steps] | null {
  const { width, height } = plane;
  if (width < 32 || height < 32) return null;
  const rows = everyOf(height);
  const columns = everyOf(width);
  return [
    stepsAlong({ data: plane.data, lines: Math.ceil(height / rows), apart: rows * width, length: width }),
    stepsAlong({
      data: columnsOf(plane, 0, columns, COLUMNS),
      lines: Math.ceil(width / columns),
      apart: height,
      length: height,
    }),
  ];
}

/** Which lines are looked at: each, every second … */
const everyOf = (lines: number): number => Math.max(1, Math.ceil(lines / MAX_LINES));

function stepsAlong(all: Lines): Steps {
  const { data, lines, apart, length } = all;
  const sums = new Float64Array(8);
  const seams = new Float64Array(PARTS * length);
  const bends = new Float64Array(length);
  const counts = new Float64Array(PARTS);
  for (let line = 0; line < lines; line++) {
    const part = Math.floor((line * PARTS) / lines);
    counts[part] = (counts[part] ?? 0) + 1;
    const own = part * length;
    const start = line * apart;
    let earlier = data[start + 1] ?? 0;
    let before = earlier - (data[start] ?? 0);
    let value = data[start + 2] ?? 0;
    let here = value - earlier;
    for (let x = 2; x < length - 2; x++) {
      earlier = value;
      value = data[start + x + 1] ?? 0;
      const after = value - earlier;
      const step = here - (before + after) / 2;
      const phase = x & 7;
      sums[phase] = (sums[phase] ?? 0) + Math.min(LARGEST_BLOCK, Math.abs(step));
      seams[own + x] = (seams[own + x] ?? 0) + Math.min(LARGEST_SEAM, Math.max(-LARGEST_SEAM, step));
      bends[x] = (bends[x] ?? 0) + Math.min(LARGEST_BEND, Math.abs(after - here));
      before = here;
      here = after;
    }
  }
  for (let i = 0; i < seams.length; i++)
    seams[i] = (seams[i] ?? 0) / Math.max(1, counts[Math.floor(i / length)] ?? 0);
  return {
    ...all,
    phases: sums.map((sum, phase) => {
      let count = 0;
      for (let x = 2; x < length - 2; x++) if ((x & 7) === phase) count++;
      return sum / Math.max(1, count * lines);
    }),
    seams,
    bends: bends.map((sum) => sum / lines),
  };
}
