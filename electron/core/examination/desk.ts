/**
 * The examinations of one application. A judge is examined in the background, once, after the first findings of a board
 * are there; what came of it is kept and counts from then on, also on other boards.
 */
import { join } from 'node:path';
import type { Board } from '@core/board/index.js';
import type { JobControl, Jobs } from '@core/jobs/index.js';
import type { Inference } from '@inference/index.js';
import type { JudgeExamination } from '@shared/contract/index.js';
import { ContinuistError, rebuiltError } from '@shared/errors.js';
import { type Examined, NO_WORD, type Skill, wordOf } from '@shared/examination/index.js';
import type { Job } from '@shared/job.js';
import { type BoardEvidence, boardEvidence, NO_EVIDENCE } from './board-evidence.js';
import { FRAMES } from './drawn-set.js';
import { examineBoard, questionsOn } from './examine-board.js';
import { examineDrawn } from './examine-drawn.js';
import { examinedIn, KeptAnswers } from './kept-answers.js';
import { KeptSince, type Since } from './kept-since.js';
import { casesOf } from './overrules.js';
import { reportOf } from './report.js';

export interface ExaminationDeskOptions {
  readonly dataFolder: string;
  readonly jobs: Jobs;
  readonly inference: () => Inference;
  /** The judge of the settings, as it is now. */
  readonly judge: () => string;
  /** Somebody looks on, for whom it is worth it to begin by itself. */
  readonly isWatched: () => boolean;
  readonly log: (thrown: unknown) => void;
}

/** Milliseconds of quiet after an analysis before an examination begins by itself. */
const QUIET = 10_000;
/** Milliseconds within which decisions are counted together. */
const TOGETHER = 300;

/** Work that an examination makes room for. */
const FIRST = ['analysis', 'regeneration'] as const;

interface OfBoard {
  readonly board: Board;
  /** Of the version that judges now. */
  version: string | null;
  examined: readonly Examined[];
  evidence: BoardEvidence;
  since: Since;
}

export class ExaminationDesk {
  readonly #options: ExaminationDeskOptions;
  readonly #kept: KeptAnswers;
  readonly #since: KeptSince;
  #current: OfBoard | null = null;
  #waiting: NodeJS.Timeout | undefined;
  #counting: NodeJS.Timeout | undefined;

  constructor(options: ExaminationDeskOptions) {
    this.#options = options;
    this.#kept = new KeptAnswers(join(options.dataFolder, 'examinations'));
    this.#since = new KeptSince(join(options.dataFolder, 'examinations', 'since.json'));
    options.jobs.onChange((job) => {
      if (job.kind === 'analysis' && job.state === 'done') void this.#afterAnalysis().catch(options.log);
    });
  }

  /** What is kept of the board's judge counts from now on, whichever judge that becomes. */
  attach(board: Board): void {
    this.#current = { board, version: null, examined: [], evidence: NO_EVIDENCE, since: {} };
    const adopt = () => void this.#adopt().catch(this.#options.log);
    board.onJudge(adopt);
    if (board.judge) adopt();
    board.review.onChange(({ diff }) => {
      if (!diff.decision) return;
      clearTimeout(this.#counting);
      this.#counting = setTimeout(() => this.#say(), TOGETHER).unref();
    });
  }

  detach(): void {
    clearTimeout(this.#waiting);
    clearTimeout(this.#counting);
    this.#current = null;
  }

  /** The judge of the settings is examined, on the open board too. The job that runs, when one does. */
  start(): Job {
    const { jobs } = this.#options;
    clearTimeout(this.#waiting);
    return jobs.runningOf('examination') ?? jobs.start('examination', (control) => this.#started(control));
  }

  /** Of every judge that was examined here, the newest of each. */
  async list(): Promise<JudgeExamination[]> {
    const newest = new Map<string, JudgeExamination>();
    for (const kept of await this.#kept.all()) {
      const current = this.#current;
      const isOnBoard = current?.version === kept.header.version;
      const report = reportOf(kept, isOnBoard ? current.board.word : null, current?.since);
      const before = newest.get(report.judge);
      if (isOnBoard || !before || (!before.onBoard && (before.at ?? 0) < (report.at ?? 0)))
        newest.set(report.judge, report);
    }
    return [...newest.values()];
  }

  /** Decisions up to now move a skill's threshold no more on the open board; `again`: they do. Throws NO_STORYBOARD. */
  async startOver(skill: Skill, again: boolean): Promise<void> {
    const current = this.#current;
    if (!current) throw new ContinuistError('NO_STORYBOARD');
    await this.#since.put(idOf(current.board), skill, again ? null : Date.now());
    current.since = await this.#since.of(idOf(current.board));
    this.#say();
  }

  async #afterAnalysis(): Promise<void> {
    const current = this.#current;
    if (!current) return;
    await current.board.settled();
    if (this.#current !== current) return;
    this.#look(current);
    this.#say();
    if (!this.#options.isWatched() || !(await this.#isOpen(current))) return;
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => this.start(), QUIET).unref();
  }

  /** The board is still there, and something is still to be asked of its judge. */
  async #isOpen(current: OfBoard): Promise<boolean> {
    if (!current.version) return false;
    const kept = await this.#kept.of(current.version);
    if (this.#current !== current) return false;
    return (kept?.frames.length ?? 0) < FRAMES || questionsOn(current.board).size > 0;
  }

  /** What stops it says whose examination it was. */
  async #started(control: JobControl): Promise<string> {
    const judge = this.#options.judge();
    try {
      return await this.#examine(control);
    } catch (thrown) {
      if (control.signal.aborted || !(thrown instanceof ContinuistError)) throw thrown;
      const { data, ...told } = thrown.toData();
      throw rebuiltError({ ...told, data: { ...data, judge } });
    }
  }

  async #examine({ signal, progress, checkpoint }: JobControl): Promise<string> {
    const { jobs, inference: of } = this.#options;
    const inference = of();
    const started = performance.now();
    progress(0, 0, 'Loading the model');
    const judge = await inference.describe(this.#options.judge(), signal);
    const current = this.#current;
    const board = current?.board.judge?.version === judge.version ? current.board : null;
    const turn = async (): Promise<void> => {
      checkpoint();
      for (const kind of FIRST) {
        for (let job = jobs.runningOf(kind); job; job = jobs.runningOf(kind)) await jobs.ended(job.id);
      }
      signal.throwIfAborted();
    };
    const total = FRAMES + (board ? questionsOn(board).size : 0);
    const step = (before: number) => (pictures: number) =>
      progress(before + pictures, total, `Examining ${judge.name}`);
    step(0)(0);
    await examineDrawn(judge, { inference, kept: this.#kept }, { signal, turn, done: step(0) });
    if (board) await examineBoard(board, judge, inference, { signal, turn, done: step(FRAMES) });
    if (board && current && this.#current === current) {
      await this.#adopt();
      await board.settled();
    }
    return this.#summary(judge.name, judge.version, (performance.now() - started) / 1000);
  }

  async #summary(name: string, version: string, seconds: number): Promise<string> {
    const kept = await this.#kept.of(version);
    const word = this.#current?.version === version ? this.#current.board.word : null;
    const silenced = kept ? reportOf(kept, word).skills.filter((one) => one.silenced) : [];
    const not =
      silenced.length > 0
        ? `it is not asked about ${silenced.map(({ name: of }) => of).join(', ')}`
        : 'it may be asked about everything';
    return `${name} is examined: ${not}; ${Math.round(seconds)} s`;
  }

  /** What is kept of the judge that the board has now. */
  async #adopt(): Promise<void> {
    const current = this.#current;
    const judge = current?.board.judge;
    if (!current || !judge) return;
    const [kept, since] = await Promise.all([
      this.#kept.of(judge.version),
      this.#since.of(idOf(current.board)),
    ]);
    if (this.#current !== current || current.board.judge?.version !== judge.version) return;
    current.version = judge.version;
    // Half an examination says nothing yet.
    current.examined = kept && kept.frames.length >= FRAMES ? examinedIn(kept) : [];
    current.since = since;
    this.#look(current);
    this.#say();
  }

  /** What the board shows counts once its judge is examined: never before the first findings. */
  #look(current: OfBoard): void {
    current.evidence = current.examined.length > 0 ? boardEvidence(current.board) : NO_EVIDENCE;
  }

  /** The board is told what its judge's word is worth by what is known now. */
  #say(): void {
    const current = this.#current;
    const judge = current?.board.judge;
    if (!current || !judge || judge.version !== current.version) return;
    const { board, examined, evidence, since } = current;
    const cases = casesOf({
      records: board.review.records,
      claimsOf: (shotId) => board.claimsOf(shotId),
      verdictsOf: (takeId) => board.verdictsOf(takeId),
      thresholds: judge.thresholds,
      since,
    });
    const isNothing = examined.length === 0 && evidence === NO_EVIDENCE && cases.size === 0;
    board.adoptWord(
      isNothing ? NO_WORD : wordOf({ thresholds: judge.thresholds, examined, ...evidence, cases }),
    );
  }
}

const idOf = (board: Board): string => Object.keys(board.review.records.storyboard)[0] ?? '';
