/** What a finding may ask of the storyboard around a frame. */
import type { BrandScore } from '@core/brand/index.js';
import type { Beside } from '@core/composition/index.js';
import type { Somebody } from '@core/identity/index.js';
import type { FrameStyle } from '@core/measures/index.js';
import type { Measure, Writing } from '@shared/analysis.js';
import type { CompositionRule } from '@shared/composition/index.js';
import type { Claim, Fact, Region } from '@shared/records/index.js';
import type { Frame } from './frame.js';

/** Another shot on which the same statement was judged. */
export interface Showing {
  readonly shotId: string;
  readonly takeId: string;
  /** P of the verdict there, 0–1. */
  readonly p: number;
}

/** How one statement fares on the picks of the other shots. */
export interface Elsewhere {
  /** Other shots on which it was judged. */
  readonly shots: number;
  /** Those on which it passes. */
  readonly holds: number;
  /** Of P on those shots, 0–1; 0 where there are none. */
  readonly median: number;
  /** The two where it shows best, best first; of equals the earlier in the story. */
  readonly best: readonly Showing[];
}

/** The last shot before one that shows what this one should. */
export interface LastSeen extends Showing {
  /** Of the shot, as the source writes it. */
  readonly number: string;
  /** Shots from there to here: 1 = the one before. */
  readonly ago: number;
}

/** Somebody's crop here beside those of other shots in which the same is said of their looks. */
export interface Resemblance {
  readonly who: Somebody;
  readonly region: Region;
  /** Median of its likeness to the others, −1 to 1. */
  readonly likeness: number;
  /** The same, as the others are to each other. */
  readonly usual: number;
  /** It shows another, by what is usual on the board. */
  readonly isOff: boolean;
  /** By an eye of which it is known how often it is right. */
  readonly isTested: boolean;
  /** Other shots it is compared with, and those that are alike. */
  readonly shots: number;
  readonly holds: number;
  /** There are more than those, further away in the story. */
  readonly isNearest: boolean;
  /** The most like the rest, of equals the earlier; at most two. `p`: its likeness to the rest. */
  readonly best: readonly Likewise[];
  /** The nearest before it that is alike; null = none is. */
  readonly lastSeen: (LastSeen & Likewise) | null;
}

/** A crop of another shot. */
export interface Likewise extends Showing {
  readonly region: Region;
}

/** Fewer other shots show no custom of the board to hold one shot against. */
export const LEAST_OTHERS = 3;

/** The earlier picture that this one repeats. */
export interface Original {
  readonly shotId: string;
  readonly takeId: string;
  /** Of its shot, as the source writes it. */
  readonly number: string;
  /** Bits of the perceptual hash that differ, 0–64. */
  readonly bits: number;
  /** Correlation of the two as small copies, −1 to 1. */
  readonly likeness: number;
}

/** The pick of the shot before one. */
export interface Previous extends Beside {
  readonly shotId: string;
  readonly takeId: string;
  /** Of the shot, as the source writes it. */
  readonly number: string;
}

/**
 * Every question is about one frame or one name, and every answer is a small plain value that is equal while
 * nothing that it rests on changed: what a frame's findings read can be remembered and compared. All answers are
 * about the picks.
 */
export interface BoardAnswers {
  elsewhere(frame: Frame, claim: Pick<Claim, 'kind' | 'text' | 'negated'>): Elsewhere;
  /** The nearest earlier shot on which the statement passes; null = none before it shows it. */
  lastSeen(frame: Frame, claim: Pick<Claim, 'kind' | 'text' | 'negated'>): LastSeen | null;
  /** Median of a quality measure, by its name in `FrameMeasures.quality`. */
  usual(measure: string): number;
  /** What `qualityOf` says of this frame; empty before it was measured. */
  quality(frame: Frame): readonly Measure[];
  /** What `styleOf` says of this frame; null before it was measured. */
  style(frame: Frame): FrameStyle | null;
  /** How it keeps to the brand's style; null where none is known, or the frame was not measured. */
  brand(frame: Frame): BrandScore | null;
  /** What the artist calls the brand's style; '' = nothing. */
  brandName(): string;
  /** The first earlier frame that it is nearly the same as, blank ones aside (`mayRepeat`). */
  originalOf(frame: Frame): Original | null;
  /** Other shots in which the same words stand at the same place. */
  alsoWritten(frame: Frame, line: Writing): number;
  /** Rules of composition that the artist switched on, in the table's order. */
  rules(): readonly CompositionRule[];
  /** How the shot before is composed, where it is of the same scene; null before that is known. */
  before(frame: Frame): Previous | null;
  /** Of everybody who is seen here and in at least two other shots. */
  resemblances(frame: Frame): readonly Resemblance[];
  fact(id: string): Fact | null;
  /** Of a shot, as the source writes it; null for one that is not there. */
  numberOf(shotId: string): string | null;
}
