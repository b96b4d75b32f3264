import type { Comparable } from './compared-with.js';
import type { Features } from './style-aspects.js';

export interface StyleFrame extends Comparable {
  /** `FrameMeasures.style`. */
  readonly features: Features;
  /** Pooled patch features of the judge's vision tower; empty before a judge has looked. */
  readonly tower: ArrayLike<number>;
}
