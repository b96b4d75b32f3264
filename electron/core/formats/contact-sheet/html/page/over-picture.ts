/** Where something lies over a picture, as its style says it. */
import type { Place } from '@shared/drawing/index.js';

export const percent = (share: number): string => `${share * 100}%`;

export const placed = ([x, y]: Place): { left: string; top: string } => ({
  left: percent(x),
  top: percent(y),
});
