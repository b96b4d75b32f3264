/** Where in a picture something is seen, by asking of overlapping parts of it: every second one first, then what lies around those that show it. */
import type { Region } from '@shared/records/index.js';
import { regionAround } from '@shared/region-around.js';

/** Crops a side and their size; neighbours overlap by half, so that nothing falls between two. */
export const CROPS = 5;
export const CROP_SIZE = 1 / 3;
/** Cells at or above this share of the strongest one are in the box. */
const BOX_SHARE = 0.6;
/** What the strongest must reach to show anything, and by how much it must stand out. */
const SHOWS = 0.5;
const STANDS_OUT = 0.1;

const CELLS = Array.from({ length: CROPS * CROPS }, (_, at) => at);
/** As on a board of chess: whatever lies in one that is left out lies in half of each beside it. */
const FIRST = CELLS.filter((at) => at % 2 === 1);

/**
 * P(yes) of each cell, row-major. `ask`: of a part of the picture. All are asked where none of the first shows it; else
 * those that may be in the box, and of the others the mean of those beside them is taken.
 */
export async function heatOf(ask: (region: Region) => Promise<number>): Promise<number[]> {
  const known = new Map<number, number>();
  for (let open = FIRST; open.length > 0; ) {
    const said = await Promise.all(open.map((at) => ask(cell(at))));
    for (const [i, at] of open.entries()) known.set(at, said[i] ?? 0);
    const top = Math.max(...known.values());
    const strong = [...known].flatMap(([at, value]) => (value >= top * BOX_SHARE ? [at] : []));
    const wanted = top < SHOWS ? CELLS : strong.flatMap(beside);
    open = [...new Set(wanted)].filter((at) => !known.has(at));
  }
  return CELLS.map((at) => known.get(at) ?? mean(beside(at).flatMap((one) => known.get(one) ?? [])));
}

/** Around the strongest cell and every cell joined to it that is nearly as strong; null when nothing stands out. */
export function boxOf(heat: readonly number[]): Region | null {
  const top = Math.max(...heat);
  if (top < SHOWS || top - mean(heat) < STANDS_OUT) return null;
  const inside = new Set<number>();
  const open = [heat.indexOf(top)];
  while (open.length > 0) {
    const at = open.pop() as number;
    if (inside.has(at) || (heat[at] ?? 0) < top * BOX_SHARE) continue;
    inside.add(at);
    open.push(...beside(at));
  }
  return regionAround([...inside].map(cell));
}

/** Left, right, above and below it, as far as there are any. */
function beside(at: number): number[] {
  const column = at % CROPS;
  return [
    ...(column > 0 ? [at - 1] : []),
    ...(column < CROPS - 1 ? [at + 1] : []),
    ...(at >= CROPS ? [at - CROPS] : []),
    ...(at < CROPS * (CROPS - 1) ? [at + CROPS] : []),
  ];
}

function cell(at: number): Region {
  const step = (1 - CROP_SIZE) / (CROPS - 1);
  return {
    x: (at % CROPS) * step,
    y: Math.floor(at / CROPS) * step,
    width: CROP_SIZE,
    height: CROP_SIZE,
  };
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
