import { Kept } from './kept.js';
import type { Nearest } from './style-nearest.js';
import type { Part } from './style-parts.js';
import type { Turning } from './style-turn.js';

/** What one yardstick was made of that the next one may be made of, too: all that takes long and hangs on no scene. */
export class StyleKept {
  readonly parts: Readonly<Record<Part['name'], Kept<Nearest>>> = { hand: new Kept(), colouring: new Kept() };
  readonly vision = new Kept<Nearest>();
  readonly turns = new Kept<Turning | null>();
}
