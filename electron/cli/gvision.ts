/** Continuist for programs: judge a storyboard, get the feedback as data. */
import { matchFrom } from '@core/formats/index.js';
import { checkedSettings, given, refuseUnknownKeys } from '@core/settings/index.js';
import type { Feedback } from '@shared/feedback.js';
import type { AnalyseOptions, GVisionOptions } from './continuist.js';
import { type HeadlessOptions, HeadlessReview } from './headless-review.js';

export { readFeedback } from '@core/formats/index.js';
export type { DeviceSetting } from '@shared/device.js';
export { ContinuistError } from '@shared/errors.js';
export type { Feedback } from '@shared/feedback.js';
export type { Job } from '@shared/job.js';
export type { AnalyseOptions, GVisionOptions, MatchOptions } from './continuist.js';

const OPTIONS: readonly (keyof GVisionOptions)[] = [
  'judge',
  'device',
  'ensemble',
  'sensitivity',
  'dataFolder',
  'modelsFolder',
];

export class GVision {
  readonly #options: Pick<HeadlessOptions, 'flags' | 'dataFolder' | 'modelsFolder'>;

  /** Throws BAD_SETTING for an option that is unknown or not valid. */
  constructor(options: GVisionOptions = {}) {
    refuseUnknownKeys(options, OPTIONS, 'GVision');
    const { judge, device, ensemble, sensitivity, ...folders } = options;
    this.#options = {
      ...folders,
      flags: checkedSettings(given({ judge, device, ensemble, sensitivity }), 'GVision'),
    };
  }

  /**
   * Judges every frame of the storyboard at `board` (a folder of pictures or a shots file) that was not judged
   * yet; what changed in it since the last time is taken in first. Paths in the feedback are relative to the
   * storyboard's folder. Throws ContinuistError.
   */
  async analyse(board: string, { at, match, brand, ...options }: AnalyseOptions = {}): Promise<Feedback> {
    const all = {
      ...options,
      ...this.#options,
      ...(at && { at: at.getTime() }),
      ...(match !== undefined && { match: matchFrom(match, 'match') }),
    };
    return HeadlessReview.with(board, all, async (review) => {
      await review.takeSource();
      if (brand !== undefined) await review.giveBrand(brand);
      await review.analyse();
      return review.feedback(null);
    });
  }
}
