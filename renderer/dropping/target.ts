/** What is meant by files over a place of the window. */
import { hasPicture, type ShotView } from '../board/index.js';

/** Of files that are opened instead: they list shots, or are a client's comments. */
const OPENED = /\.(json|csv|tsv|md|otio|storyboarder)$/i;
/** A folder has no ending. */
const HAS_ENDING = /\.[^./\\]+$/;

/** Where pictures are given to. `shot`: the one that a single one is for; null = their names say which shots. */
export interface Gives {
  readonly shot: ShotView | null;
}

export interface Held {
  /** Of the files; '' while they are held, when nobody learns it. */
  readonly names: readonly string[];
  /** They are over this shot, in the strip or in the viewer; null = over none. */
  readonly over: ShotView | null;
  /** They are over shots, or the picture of one. */
  readonly isOverShots: boolean;
}

/** Null where they are opened. A shot with a picture takes none. */
export function givesTo({ names, over, isOverShots }: Held, shots: readonly ShotView[]): Gives | null {
  const isPicture = (name: string) => name === '' || (HAS_ENDING.test(name) && !OPENED.test(name));
  if (names.length === 0 || !isOverShots || !names.every(isPicture)) return null;
  if (names.length === 1) return over && !hasPicture(over) ? { shot: over } : null;
  return shots.some((view) => !hasPicture(view)) ? { shot: null } : null;
}

/** Of files and folders that are opened: the first is; other lists of shots and folders are not. Pictures belong to what is opened. */
export const notOpened = ([, ...others]: readonly string[]): string[] =>
  others.filter((name) => OPENED.test(name) || !HAS_ENDING.test(name));
