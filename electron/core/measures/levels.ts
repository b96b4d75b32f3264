import type { Pixels } from './picture.js';

/** Every seventh pixel says how levels are used, and 7 shares no factor with usual widths. */
const EVERY = 7;

/** How many of the pixels that are looked at have each of the 256 levels, by channel: red, green, blue. */
export type Levels = readonly Uint32Array[];

export function levelsOf({ data }: Pixels): Levels {
  const [red, green, blue] = [new Uint32Array(256), new Uint32Array(256), new Uint32Array(256)];
  for (let i = 0; i + 2 < data.length; i += 3 * EVERY) {
    const r = data[i] ?? 0;
    const g = data[i + 1] ?? 0;
    const b = data[i + 2] ?? 0;
    red[r] = (red[r] ?? 0) + 1;
    green[g] = (green[g] ?? 0) + 1;
    blue[b] = (blue[b] ?? 0) + 1;
  }
  return [red, green, blue];
}

/** The widest of the channels' standard deviations, in 8-bit levels: near 0 only where nothing is drawn. */
export const colourRange = (levels: Levels): number => Math.max(...levels.map(deviationOf));

function deviationOf(counts: Uint32Array): number {
  let [count, sum, squares] = [0, 0, 0];
  for (let level = 0; level < counts.length; level++) {
    const here = counts[level] ?? 0;
    count += here;
    sum += here * level;
    squares += here * level * level;
  }
  return Math.sqrt(Math.max(0, squares / count - (sum / count) ** 2));
}
