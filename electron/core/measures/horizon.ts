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
/** The slope of an edge that is one of no line. */
const STEEP = Math.tan(((MOST + ASTRAY + 1) * Math.PI) / 180);
/** Below them, what is counted; above, where it was counted last. */
const BITS = 16;
const MASK = 2 ** BITS - 1;
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
  /** By line and angle, those of a line one behind the other: columns in which it has an edge. */
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
  /** As `columns`, and the last of them. */
  const bins = new Uint32Array(ANGLES.length * count);
  // By angle, the line that meets a column in its first row.
  const lines = new Int32Array(ANGLES.length);
  const [left, top] = [Math.ceil(width * MARGIN), Math.ceil(height * MARGIN)];
  for (let x = left; x < width - left; x++) {
    const across = x - width / 2;
    for (let angle = 0; angle < lines.length; angle++)
      lines[angle] = (Math.round(-(SLOPES[angle] ?? 0) * across) + room) * ANGLES.length + angle;
    for (let y = top; y < height - top; y++) {
      const at = y * width + x;
      const above = at - width;
      const below = at + width;
      const a = data[above - 1] ?? 0;
      const c = data[above + 1] ?? 0;
      const d = data[below - 1] ?? 0;
      const f = data[below + 1] ?? 0;
      const down = (d + 2 * (data[below] ?? 0) + f - (a + 2 * (data[above] ?? 0) + c)) | 0;
      if (Math.abs(down) < EDGE) continue;
      const right = (c + 2 * (data[at + 1] ?? 0) + f - (a + 2 * (data[at - 1] ?? 0) + d)) | 0;
      if (Math.abs(right) > STEEP * Math.abs(down)) continue;
      // An edge runs at a right angle to the way in which brightness changes.
      const degrees = (-Math.atan(right / down) * 180) / Math.PI;
      const from = Math.max(0, Math.ceil((degrees - ASTRAY + MOST) / STEP));
      const to = Math.min(ANGLES.length - 1, Math.floor((degrees + ASTRAY + MOST) / STEP));
      for (let angle = from; angle <= to; angle++) {
        const bin = (lines[angle] ?? 0) + y * ANGLES.length;
        const seen = bins[bin] ?? 0;
        if (seen >>> BITS !== x) bins[bin] = ((x << BITS) | (seen & MASK)) + 1;
      }
    }
  }
  const columns = new Uint16Array(bins.length);
  for (let bin = 0; bin < bins.length; bin++) columns[bin] = (bins[bin] ?? 0) & MASK;
  return { columns, count, first: -room, across: width, down: height };
}

/** By angle, how much runs along its lines: long ones count more than as many short ones. */
function alongOf({ columns, across }: Lines): number[] {
  const along = new Array<number>(ANGLES.length).fill(0);
  for (let bin = 0, angle = 0; bin < columns.length; bin++, angle++) {
    if (angle === ANGLES.length) angle = 0;
    const share = (columns[bin] ?? 0) / across;
    if (share > COUNTS) along[angle] = (along[angle] ?? 0) + (share - COUNTS) ** 2;
  }
  return along;
}

/** Height in the middle of the longest line of an angle, 0–1; null where none is long. */
function longest({ columns, count, first, across, down }: Lines, angle: number): number | null {
  const own = Array.from({ length: count }, (_, line) => columns[line * ANGLES.length + angle] ?? 0);
  const most = Math.max(...own);
  const y = (own.indexOf(most) + first) / down;
  return most / across >= LONG && y >= 0 && y <= 1 ? y : null;
}
