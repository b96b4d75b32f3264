/**
 * When a board is analysed: when the artist asks for it and, once that was so, whenever something new is asked. A
 * board that nobody asked to analyse is left alone; one whose analysis was cancelled or failed waits until the artist
 * asks for it or asks something new.
 */
import type { Board } from '@core/board/index.js';
import type { Came, JobControl, Jobs } from '@core/jobs/index.js';
import type { Job } from '@shared/job.js';
import type { LookOrder } from './look-queue.js';

export interface AnalystOptions {
  readonly board: Board;
  readonly jobs: Jobs;
  /** The analysis itself. */
  readonly analyse: (order: LookOrder, control: JobControl) => Promise<Came>;
}

export interface AskedFor extends Pick<LookOrder, 'shotIds' | 'again'> {
  /** It is only made sure that all was looked at, as after a start. */
  readonly unasked?: boolean;
}

export class Analyst {
  readonly #options: AnalystOptions;
  /** Shots whose analysis was asked for; 'all', or none of the board yet. */
  #scope: Set<string> | 'all' | null = null;
  #isHeld = false;
  #isClosed = false;
  #signal: AbortSignal | null = null;
  /** Takes of which something was asked since the last job began. */
  readonly #questioned = new Set<string>();
  /** Something was asked while the job ran, perhaps too late for it; and after the job was cancelled. */
  #isAskedMeanwhile = false;
  #isAskedAfterwards = false;
  /** The artist asked for the job that runs. */
  #isAskedFor = false;

  constructor(options: AnalystOptions) {
    this.#options = options;
    options.board.onAsked((takeIds) => this.#asked(takeIds));
  }

  /** The artist asks for it. The job that runs, when one does. */
  order({ shotIds, again, unasked = false }: AskedFor): Job {
    if (!unasked) this.#isAskedFor = true;
    if (shotIds === null) this.#scope = 'all';
    else this.#widen(shotIds);
    this.#isHeld = false;
    const running = this.#options.jobs.runningOf('analysis');
    return running ?? this.#start({ shotIds, again, failedToo: true, first: [] });
  }

  /**
   * After the board was opened: an analysis that had begun goes on. Where the judge did not start, a job says why, of a
   * board that any judge has judged.
   */
  async resume(isJudgeThere: boolean): Promise<void> {
    const { board, jobs } = this.#options;
    await board.seen();
    if (!isJudgeThere) {
      if (this.#isClosed || jobs.runningOf('analysis')) return;
      if (!board.wasJudged) return;
      this.#scope = 'all';
      this.#start({ shotIds: null, again: false, failedToo: false, first: [] });
      return;
    }
    // Not whether one waits for nothing: meanwhile more may be asked of every picture.
    if (!Object.keys(board.review.records.take).some((takeId) => board.isHeard(takeId))) return;
    this.#scope = 'all';
    this.goOn();
  }

  /** What waits is looked at, unless nobody wants that now. */
  goOn(): void {
    const { board, jobs } = this.#options;
    if (this.#scope === null || this.#isHeld || this.#isClosed || jobs.runningOf('analysis')) return;
    const shotIds = this.#scope === 'all' ? null : [...this.#scope];
    const isWanted = (shotId: string) => this.#scope === 'all' || this.#scope?.has(shotId) === true;
    const { take: takes } = board.review.records;
    const waits = [...board.waiting].some((takeId) => {
      const take = takes[takeId];
      return take && !board.isFailed(take) && isWanted(take.shotId);
    });
    if (waits) this.#start({ shotIds, again: false, failedToo: false, first: [...this.#questioned] });
  }

  /** More is asked of every picture from now on: of those that a running job has looked at when that is over. */
  goOver(): void {
    this.#isAskedMeanwhile = true;
    this.goOn();
  }

  /** Starts nothing any more. */
  close(): void {
    this.#isClosed = true;
  }

  #asked(takeIds: readonly string[]): void {
    if (this.#scope === null) return;
    const { take } = this.#options.board.review.records;
    for (const takeId of takeIds) this.#questioned.add(takeId);
    this.#widen(takeIds.flatMap((takeId) => take[takeId]?.shotId ?? []));
    this.#isHeld = false;
    this.#isAskedMeanwhile = true;
    this.#isAskedAfterwards = this.#signal?.aborted === true;
    this.goOn();
  }

  #widen(shotIds: readonly string[]): void {
    if (this.#scope === 'all') return;
    this.#scope = new Set([...(this.#scope ?? []), ...shotIds]);
  }

  #start(order: LookOrder): Job {
    const { jobs, analyse } = this.#options;
    this.#isAskedMeanwhile = false;
    this.#isAskedAfterwards = false;
    this.#questioned.clear();
    const job = jobs.start('analysis', (control) => {
      this.#signal = control.signal;
      return analyse({ ...order, isAsked: () => this.#isAskedFor }, control);
    });
    void jobs.ended(job.id).then((ended) => this.#ended(ended));
    return job;
  }

  #ended(job: Job | null): void {
    this.#signal = null;
    this.#isAskedFor = false;
    const isOver = job?.state === 'done' || (job?.state === 'cancelled' && this.#isAskedAfterwards);
    this.#isHeld = !isOver;
    if (this.#isAskedMeanwhile) this.goOn();
  }
}
