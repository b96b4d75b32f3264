/** How far a picture is tilted: by what runs along its longest nearly level and nearly upright lines. */
import type { PixelComposition } from '@shared/composition/index.js';
import { halve } from './noise.js';
import type { Plane } from './planes.js';
import { reusedValues } from './reused.js';

const MOST = 15;
const STEP = 0.25;
const ANGLES = Array.from({ length: (2 * MOST) / STEP + 1 }, (_, i) => i * STEP - MOST);
const SLOPES = Float64Array.from(ANGLES, (degrees) => Math.tan((degrees * Math.PI) / 180));
/** Degrees by which the slope of an edge may differ from its line's. */
const ASTRAY = 3;
/** In the units of a plane, by the weights of Sobel's operator: below, an edge is grain. */
const EDGE = 4 * 3 * 128;
/** Parts of the picture along its edges that are left out: there are borders and mounts. */
const MARGIN = 0.06;
/** Of the way across that a line must have edges along to count, and to be the horizon. */
const COUNTS = 0.2;
const LONG = 0.5;
/** Steps of angles around the best in which lines agree with it, and the share of all that must. */
const NEAR = 1 / STEP;
const AGREED = 0.6;
/** What must run along there in all, weighted: one edge along a third of the picture has as much. */
const ENOUGH = 0.27;

const HALF = reusedValues();

/** What runs along each line of each angle. */
interface Lines {
  /** By angle and line: columns in which it has an edge. */
  readonly columns: Uint16Array;
  readonly count: number;
  /** Of the first line, in pixels from the top where it crosses the middle. */
  readonly first: number;
  readonly across: number;
  readonly down: number;
}

/** Null where lines of several angles are as strong, or there is hardly any. `luma`: 640 pixels along the longer side. */
export function horizonOf(luma: Plane): PixelComposition['horizon'] {
  const small = halve(luma, HALF);
  if (small.width < 32 || small.height < 32) return null;
  const level = linesOf(small);
  // What is upright falls to the other side, seen with rows as columns.
  const upright = alongOf(linesOf(turned(small))).reverse();
  const all = alongOf(level).map((along, angle) => along + (upright[angle] ?? 0));
  const smooth = all.map((_, angle) => weighted(all, angle));
  const best = smooth.indexOf(Math.max(...smooth));
  const near = sum(all.slice(Math.max(0, best - NEAR), best + NEAR + 1));
  if (near < AGREED * sum(all) || (smooth[best] ?? 0) < ENOUGH) return null;
  return { tilt: ANGLES[best] ?? 0, y: longest(level, best) };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const WEIGHTS = [1, 2, 3, 2, 1];

/** With the angles beside it: a line that is drawn by hand is not quite straight. */
const weighted = (all: readonly number[], angle: number): number =>
  sum(WEIGHTS.map((weight, i) => weight * (all[angle + i - 2] ?? 0)));

/** Rows become columns. */
function turned({ data, width, height }: Plane): Plane {
  const out = new Int16Array(data.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) out[x * height + y] = data[y * width + x] ?? 0;
  return { data: out, width: height, height: width };
}

function linesOf({ data, width, height }: Plane): Lines {
  const room = Math.ceil((width / 2) * (SLOPES.at(-1) ?? 0)) + 1;
  const count = height + 2 * room;
  const columns = new Uint16Array(ANGLES.length * count);
  const last = new Int16Array(ANGLES.length * count).fill(-1);
  // By angle, the line that meets a column in its first row.
  const lines = new Int32Array(ANGLES.length);
  const [left, top] = [Math.ceil(width * MARGIN), Math.ceil(height * MARGIN)];
  for (let x = left; x < width - left; x++) {
    const across = x - width / 2;
    for (let angle = 0; angle < lines.length; angle++)
      lines[angle] = angle * count + Math.round(-(SLOPES[angle] ?? 0) * across) + room;
    for (let y = top; y < height - top; y++) {
      const at = y * width + x;
      const above = at - width;
      const below = at + width;
      const [a, b, c] = [data[above - 1] ?? 0, data[above] ?? 0, data[above + 1] ?? 0];
      const [d, e, f] = [data[below - 1] ?? 0, data[below] ?? 0, data[below + 1] ?? 0];
      const down = d + 2 * e + f - (a + 2 * b + c);
      if (Math.abs(down) < EDGE) continue;
      const right = c + 2 * (data[at + 1] ?? 0) + f - (a + 2 * (data[at - 1] ?? 0) + d);
      // An edge runs at a right angle to the way in which brightness changes.
      const degrees = (-Math.atan(right / down) * 180) / Math.PI;
      const from = Math.max(0, Math.ceil((degrees - ASTRAY + MOST) / STEP));
      const to = Math.min(ANGLES.length - 1, Math.floor((degrees + ASTRAY + MOST) / STEP));
      for (let angle = from; angle <= to; angle++) {
        const bin = (lines[angle] ?? 0) + y;
        if (last[bin] === x) continue;
        last[bin] = x;
        columns[bin] = (columns[bin] ?? 0) + 1;
      }
    }
  }
  return { columns, count, first: -room, across: width, down: height };
}

/** By angle, how much runs along its lines: long ones count more than as many short ones. */
const alongOf = ({ columns, count, across }: Lines): number[] =>
  ANGLES.map((_, angle) => {
    let along = 0;
    for (let bin = angle * count; bin < (angle + 1) * count; bin++) {
      const share = (columns[bin] ?? 0) / across;
      if (share > COUNTS) along += (share - COUNTS) ** 2;
    }
    return along;
  });

/** Height in the middle of the longest line of an angle, 0–1; null where none is long. */
function longest({ columns, count, first, across, down }: Lines, angle: number): number | null {
  const own = columns.subarray(angle * count, (angle + 1) * count);
  const most = Math.max(...own);
  const y = (own.indexOf(most) + first) / down;
  return most / across >= LONG && y >= 0 && y <= 1 ? y : null;
}
