import type { Beside } from '@core/composition/index.js';
import type { Count, FrameMeasures, Verdict, Writing } from '@shared/analysis.js';
import type { Failure } from '@shared/failure.js';
import type { Claim, Shot, Take } from '@shared/records/index.js';

/** The pick of one shot with all that is known of it by itself. */
export interface Frame {
  readonly shot: Pick<Shot, 'id' | 'number' | 'description'>;
  readonly take: Pick<Take, 'id'> & Partial<Pick<Take, 'prompt'>>;
  readonly claims: readonly Claim[];
  /** Parents before children. */
  readonly verdicts: readonly Verdict[];
  /** What pictures are told apart by (`hash`, `style`) is needed only where all frames are compared at once. */
  readonly measures: (Pick<FrameMeasures, 'quality'> & Partial<FrameMeasures>) | null;
  /** How it is composed, and of which boxes; absent before that is known. */
  readonly composed?: Beside;
  /** How many are seen of what a number is asked of; absent where nobody looked. */
  readonly counts?: readonly Count[];
  /** What is written in it; absent where nobody read it. */
  readonly writing?: readonly Writing[];
  /** Why nothing could be said of it; null where nothing went wrong. */
  readonly failure: Failure | null;
}
