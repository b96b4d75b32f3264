/** Where lines of writing are, from a map that says of each pixel how likely it belongs to one (arXiv 1911.08947). */
import { grown, type Point, smallestBox, type TurnedBox } from './turned-box.js';

/** Probabilities, row by row. */
export interface TextMap {
  readonly values: Float32Array;
  readonly width: number;
  readonly height: number;
}

export interface FoundLine {
  /** In the map's pixels, grown to the letters' whole height: the map marks only their middle. */
  readonly box: TurnedBox;
  /** Mean probability of its pixels, 0–1. */
  readonly confidence: number;
}

/** As the network was published with. */
const PIXEL = 0.3;
const LINE = 0.6;
const GROWTH = 1.5;
/** Sides below which nothing can be read, pixels of the map. */
const LEAST = 3;

/** From top to bottom. */
export function linesIn(map: TextMap): FoundLine[] {
  const found: FoundLine[] = [];
  for (const pixels of regionsOf(map)) {
    const confidence = pixels.reduce((sum, at) => sum + (map.values[at] ?? 0), 0) / pixels.length;
    if (confidence < LINE) continue;
    const box = smallestBox(edgesOf(pixels, map.width));
    if (Math.min(box.width, box.height) < LEAST) continue;
    found.push({ box: grown(box, GROWTH), confidence });
  }
  return found.sort((a, b) => a.box.centre.y - b.box.centre.y || a.box.centre.x - b.box.centre.x);
}

/** Places of the pixels of each connected region above the limit; corners connect. */
function* regionsOf({ values, width, height }: TextMap): Generator<number[]> {
  const seen = new Uint8Array(values.length);
  for (let start = 0; start < values.length; start++) {
    if (seen[start] || (values[start] ?? 0) <= PIXEL) continue;
    const region = [start];
    seen[start] = 1;
    for (let next = 0; next < region.length; next++) {
      const at = region[next] as number;
      const [x, y] = [at % width, Math.floor(at / width)];
      for (let dy = -1; dy <= 1; dy++)
        for (let dx = -1; dx <= 1; dx++) {
          const [nx, ny] = [x + dx, y + dy];
          if (nx < 0 || ny < 0 || nx >= width || ny >= height) continue;
          const beside = ny * width + nx;
          if (seen[beside] || (values[beside] ?? 0) <= PIXEL) continue;
          seen[beside] = 1;
          region.push(beside);
        }
    }
    yield region;
  }
}

/** The first and last pixel of each row: no other can be a corner. Their outer edges, so that a row has a height. */
function edgesOf(pixels: readonly number[], width: number): Point[] {
  const rows = new Map<number, { left: number; right: number }>();
  for (const at of pixels) {
    const [x, y] = [at % width, Math.floor(at / width)];
    const row = rows.get(y);
    if (row) {
      row.left = Math.min(row.left, x);
      row.right = Math.max(row.right, x);
    } else rows.set(y, { left: x, right: x });
  }
  return [...rows].flatMap(([y, { left, right }]) => [
    { x: left, y },
    { x: right + 1, y },
    { x: left, y: y + 1 },
    { x: right + 1, y: y + 1 },
  ]);
}
