import { deliberateIn } from '@core/measures/index.js';
import type { Frame } from './frame.js';

/** Levels of colour below which a frame shows nothing. */
const BLANK = 5;

/** Whether a frame can be a copy of another or be copied: two blank ones look the same without being copies. */
export const mayRepeat = (frame: Pick<Frame, 'shot' | 'measures'>): boolean =>
  frame.measures !== null &&
  (frame.measures.quality.colourRange ?? 0) >= BLANK &&
  !deliberateIn(frame.shot.description).flat;
