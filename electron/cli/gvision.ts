/** Continuist for programs: judge a storyboard, get the feedback as data. */
import type { Feedback } from '@shared/feedback.js';
import type { Job } from '@shared/job.js';
import { Bench } from './bench.js';

export { ContinuistError } from '@shared/errors.js';
export type { Feedback } from '@shared/feedback.js';
export type { Job } from '@shared/job.js';

export interface GVisionOptions {
  /** Id of the judge; the user's settings decide without one. */
  readonly judge?: string;
  /** Ids of the judges that the judge `ensemble` asks together. */
  readonly ensemble?: readonly string[];
  /** Where reviews go whose own folder cannot be written, settings and thumbnails. Default: the user's. */
  readonly dataFolder?: string;
  /** Folder of the models' files. Default: those that ship with the program. */
  readonly modelsFolder?: string;
}

export interface AnalyseOptions {
  /** Stops the work between two questions; what was finished is kept for the next time. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (job: Job) => void;
}

export class GVision {
  readonly #options: GVisionOptions;

  constructor(options: GVisionOptions = {}) {
    this.#options = options;
  }

  /**
   * Judges every frame of the storyboard at `board` (a folder of pictures or a shots file) that was not judged
   * yet. Paths in the feedback are relative to the storyboard's folder. Throws ContinuistError.
   */
  analyse(board: string, options: AnalyseOptions = {}): Promise<Feedback> {
    const { judge, ensemble, ...folders } = this.#options;
    const flags = { ...(judge && { judge }), ...(ensemble && { ensemble: [...ensemble] }) };
    return Bench.with(board, { ...folders, ...options, flags }, async (bench) => {
      await bench.analyse();
      return bench.feedback(null);
    });
  }
}
