import type { Region } from '@shared/records/index.js';

/**
 * Where the weight of what boxes cover lies: −0.5 all at the left edge, 0 even, 0.5 all at the right edge. What two cover
 * counts once: a thing that somebody holds is in the box of both. `boxes`: at least one that covers anything.
 */
export function leanOf(boxes: readonly Region[]): number {
  const borders = [...new Set(boxes.flatMap(({ x, width }) => [x, x + width]))].sort((a, b) => a - b);
  let [weight, moment] = [0, 0];
  for (const [i, right] of borders.slice(1).entries()) {
    const left = borders[i] ?? right;
    const here = boxes.filter(({ x, width }) => x <= left && x + width >= right);
    const area = (right - left) * heightOf(here);
    weight += area;
    moment += (area * (left + right)) / 2;
  }
  return moment / weight - 0.5;
}

/** Of what they cover from top to bottom. */
function heightOf(boxes: readonly Region[]): number {
  let [height, below] = [0, 0];
  for (const box of [...boxes].sort((a, b) => a.y - b.y)) {
    const from = Math.max(below, box.y);
    below = Math.max(below, box.y + box.height);
    height += Math.max(0, below - from);
  }
  return height;
}
