/** Boxes as a hand or keys change them. */
import type { HandBox, Region } from '@shared/records/index.js';
import { LEAST, movedRegion, neat, type Point, resizedRegion } from '@shared/region-shaping.js';
import { regionWithin } from '@shared/region-within.js';

/** At one press of a key: share of the picture. */
const STEP = 0.01;

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
  return shift ? resizedRegion(region, by.x === 0 ? 's' : 'e', by) : movedRegion(region, by);
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
