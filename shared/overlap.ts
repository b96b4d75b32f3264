import type { Region } from './records/index.js';

/** Intersection over union of two boxes, 0–1; 0 where either has no area. */
export function overlapOf(a: Region, b: Region): number {
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  const both = Math.max(0, across) * Math.max(0, down);
  return both > 0 ? Math.min(1, both / (a.width * a.height + b.width * b.height - both)) : 0;
}
