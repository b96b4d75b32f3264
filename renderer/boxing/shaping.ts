/** Boxes as a hand or keys change them: within the picture, and never too small to be taken hold of again. */
import { clamp, rounded } from '@shared/drawing/index.js';
import type { HandBox, Region } from '@shared/records/index.js';
import { regionWithin } from '@shared/region-within.js';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Sides that are moved, as of a compass: 'n' the upper one, 'se' the lower and the right one. */
export type Sides = 'n' | 's' | 'e' | 'w' | 'nw' | 'ne' | 'sw' | 'se';

export const SIDES: readonly Sides[] = ['n', 's', 'e', 'w', 'nw', 'ne', 'sw', 'se'];

/** Least width and height, and the step of a key: shares of the picture. */
export const LEAST = 0.01;
export const STEP = 0.01;

const neat = ({ x, y, width, height }: Region): Region => ({
  x: rounded(x),
  y: rounded(y),
  width: rounded(width),
  height: rounded(height),
});

export function moved({ x, y, width, height }: Region, by: Point): Region {
  return neat({
    x: clamp(x + by.x, 0, Math.max(0, 1 - width)),
    y: clamp(y + by.y, 0, Math.max(0, 1 - height)),
    width,
    height,
  });
}

export function resized({ x, y, width, height }: Region, sides: Sides, by: Point): Region {
  let [left, top, right, bottom] = [x, y, x + width, y + height];
  if (sides.includes('w')) left = clamp(left + by.x, 0, Math.max(0, right - LEAST));
  if (sides.includes('e')) right = clamp(right + by.x, Math.min(1, left + LEAST), 1);
  if (sides.includes('n')) top = clamp(top + by.y, 0, Math.max(0, bottom - LEAST));
  if (sides.includes('s')) bottom = clamp(bottom + by.y, Math.min(1, top + LEAST), 1);
  return neat({ x: left, y: top, width: right - left, height: bottom - top });
}

/** The box between two points; null where they are too near to each other to mean one. */
export function between(from: Point, to: Point): Region | null {
  const [left, right] = [Math.min(from.x, to.x), Math.max(from.x, to.x)];
  const [top, bottom] = [Math.min(from.y, to.y), Math.max(from.y, to.y)];
  const region = regionWithin(left, top, right, bottom);
  return region.width < LEAST || region.height < LEAST ? null : neat(region);
}

/** Where a box is put by key. */
export const MIDDLE: Region = { x: 0.4, y: 0.35, width: 0.2, height: 0.3 };

const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -STEP, y: 0 },
  ArrowRight: { x: STEP, y: 0 },
  ArrowUp: { x: 0, y: -STEP },
  ArrowDown: { x: 0, y: STEP },
};

/** What a key makes of a box: arrows move it, with Shift its right and lower sides; null for another key. */
export function byKey(region: Region, key: string, shift: boolean): Region | null {
  const by = ARROWS[key];
  if (!by) return null;
  return shift ? resized(region, by.x === 0 ? 's' : 'e', by) : moved(region, by);
}

/** What a new box most likely shows: the first noun that is asked for and has none, else what the last one does. */
export const likelyName = (labels: readonly string[], boxes: readonly HandBox[]): string =>
  labels.find((label) => boxes.every((box) => box.label !== label && !box.also.includes(label))) ??
  boxes.at(-1)?.label ??
  'thing';

/** Called `typed`: as a noun that is known already is written, and answering to what others of that name do. */
export function named(
  box: HandBox,
  typed: string,
  labels: readonly string[],
  boxes: readonly HandBox[],
): HandBox {
  const words = typed.trim().replace(/\s+/g, ' ').slice(0, 100);
  const label = labels.find((one) => one.toLowerCase() === words.toLowerCase()) ?? words;
  if (label === '' || label === box.label) return box;
  const alike = boxes.find((one) => one !== box && one.label === label);
  return { ...box, label, also: alike ? alike.also : [] };
}
