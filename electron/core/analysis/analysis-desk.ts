/** Analyses of the storyboard that is open, and the judge that it has. */
import type { Board } from '@core/board/index.js';
import type { Jobs } from '@core/jobs/index.js';
import type { Measures } from '@core/measures/index.js';
import type { LastJudges } from '@core/models/index.js';
import { askNoMore } from '@core/seeing/index.js';
import type { Inference } from '@inference/index.js';
import type { JudgeDescription } from '@models/judge/index.js';
import { ContinuistError } from '@shared/errors.js';
import type { Job } from '@shared/job.js';
import type { Settings } from '@shared/settings.js';
import { Analyst, type AskedFor } from './analyst.js';
import type { Lookers } from './look.js';
import { analyse } from './run.js';

export interface AnalysisDeskParts {
  readonly jobs: Jobs;
  readonly measures: Measures;
  readonly inference: () => Inference;
  /** As they are now. */
  readonly settings: () => Settings;
  /** As judges were when they were last there. */
  readonly lastJudges: LastJudges;
  /** What is said while a judge is loaded. */
  readonly loadingWords: (judge: string) => string | undefined;
  /** Whoever waits can use what is known without a judge. */
  readonly measuresAlone: boolean;
  /** Defects. */
  readonly log: (thrown: unknown) => void;
}

export class AnalysisDesk {
  readonly #parts: AnalysisDeskParts;
  #analyst: Analyst | null = null;
  #board: Board | null = null;

  constructor(parts: AnalysisDeskParts) {
    this.#parts = parts;
  }

  /** The board is open: nothing of it is analysed before that is asked for, or `resume`. */
  attach(board: Board): void {
    const { jobs, settings, loadingWords, measuresAlone } = this.#parts;
    board.onJudge(() => void this.#keepJudge(board));
    this.#board = board;
    this.#analyst = new Analyst({
      board,
      jobs,
      analyse: (order, control) => {
        const { judge, reads } = settings();
        const lookers = { ...this.lookers(), reads };
        const asked = { ...order, judge, loading: loadingWords(judge), measuresAlone };
        return analyse(board, asked, lookers, control);
      },
    });
  }

  /** The board is about to be closed: nothing is begun any more. */
  leave(): void {
    this.#analyst?.close();
    this.#analyst = null;
    this.#board = null;
  }

  /** The judge that there is now, and eyes that are not asked again once one cannot see. */
  lookers(): Lookers {
    const { inference, measures, log } = this.#parts;
    return { inference: inference(), measures, seeing: askNoMore(inference(), log) };
  }

  /** `shotIds`: null = the whole storyboard. `again` judges anew what was judged already. Throws REVIEW_LOCKED, and NO_STORYBOARD where it is being closed. */
  order(board: Board, order: AskedFor): Job {
    board.review.mustWrite();
    if (!this.#analyst) throw new ContinuistError('NO_STORYBOARD');
    return this.#analyst.order(order);
  }

  /** What waits is looked at, unless nobody wants that now. */
  goOn(): void {
    this.#analyst?.goOn();
  }

  /** More is asked of every picture from now on. */
  goOver(): void {
    const analyst = this.#analyst;
    void this.#board?.seen().then(() => analyst?.goOver());
  }

  /** After the board was opened: an analysis that had begun goes on. */
  async resume(isJudgeThere: boolean): Promise<void> {
    await this.#analyst?.resume(isJudgeThere);
  }

  /** The judge of the settings as it was when it was last there; null = it never was. */
  lastJudge(): Promise<JudgeDescription | null> {
    return this.#parts.lastJudges.of(this.#parts.settings().judge);
  }

  /** Without the judge nothing that it said of the board can be told. False when it cannot be had, or the board is closed. */
  async judgeOn(board: Board): Promise<boolean> {
    const { inference, settings, log } = this.#parts;
    const judge = await inference().describe(settings().judge).catch(log);
    if (this.#board !== board) return false;
    if (judge) board.adoptJudge(judge);
    else board.giveUpJudge();
    return Boolean(judge);
  }

  /** Where it cannot be kept, the next start waits for the judge. */
  async #keepJudge({ judge }: Board): Promise<void> {
    if (judge) await this.#parts.lastJudges.put(judge).catch(this.#parts.log);
  }
}
