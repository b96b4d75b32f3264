import type { Region } from './records/index.js';

/** The smallest region that has all of these in it; at least one. */
export function regionAround(regions: readonly Region[]): Region {
  const x = Math.min(...regions.map((one) => one.x));
  const y = Math.min(...regions.map((one) => one.y));
  const right = Math.max(...regions.map((one) => one.x + one.width));
  const bottom = Math.max(...regions.map((one) => one.y + one.height));
  return { x, y, width: right - x, height: bottom - y };
}
