import type { Comparable } from './compared-with.js';
import type { Features } from './style-aspects.js';

export interface StyleFrame extends Comparable {
  /** `FrameMeasures.style`. */
  readonly features: Features;
  /** Pooled patch features of the judge's vision tower; empty before a judge has looked. */
  readonly tower: ArrayLike<number>;
  /** Another for another tower; absent = it has no name. */
  readonly towerName?: string;
}

/** Which frames these are, in any order, and what each is called by `nameOf`. */
export const namesOf = (frames: readonly StyleFrame[], nameOf: (frame: StyleFrame) => unknown): unknown[] =>
  [...frames]
    .sort((a, b) => (a.takeId < b.takeId ? -1 : 1))
    .flatMap((frame) => [frame.takeId, nameOf(frame)]);
