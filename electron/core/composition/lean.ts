import type { Region } from '@shared/records/index.js';

/** A box, and how much of it is covered by what is in it: a bicycle covers half of what a suitcase does. */
export interface Weighed {
  readonly region: Region;
  /** 0–1. */
  readonly covers: number;
}

/**
 * Where the weight of what is covered lies: −0.5 all at the left edge, 0 even, 0.5 all at the right edge. What two boxes
 * have in common counts once, as the fuller of them: a thing that somebody holds is in the box of both. At least one of
 * them covers anything.
 */
export function leanOf(things: readonly Weighed[]): number {
  const borders = [...new Set(things.flatMap(({ region: { x, width } }) => [x, x + width]))].sort(
    (a, b) => a - b,
  );
  let [weight, moment] = [0, 0];
  for (const [i, right] of borders.slice(1).entries()) {
    const left = borders[i] ?? right;
    const here = things.filter(({ region: { x, width } }) => x <= left && x + width >= right);
    const covered = (right - left) * weightOf(here);
    weight += covered;
    moment += (covered * (left + right)) / 2;
  }
  return moment / weight - 0.5;
}

/** Of what they cover from top to bottom. */
function weightOf(things: readonly Weighed[]): number {
  const fullest = [...new Set(things.map(({ covers }) => covers))].sort((a, b) => b - a);
  let weight = 0;
  for (const [i, covers] of fullest.entries()) {
    const asFull = things.filter((one) => one.covers >= covers).map(({ region }) => region);
    weight += (covers - (fullest[i + 1] ?? 0)) * heightOf(asFull);
  }
  return weight;
}

/** From top to bottom, what several share once. */
function heightOf(boxes: readonly Region[]): number {
  let [height, below] = [0, 0];
  for (const box of [...boxes].sort((a, b) => a.y - b.y)) {
    const from = Math.max(below, box.y);
    below = Math.max(below, box.y + box.height);
    height += Math.max(0, below - from);
  }
  return height;
}
