/**
 * One open storyboard: its review file, its pictures and all that is known of them. The only place where that is
 * written; what follows from it is derived here, at most once a turn however many changes came, and told to whoever
 * listens.
 */
import { basename } from 'node:path';
import type { Assets } from '@core/assets/index.js';
import type { Review } from '@core/review/index.js';
import type { JudgeDescription } from '@models/judge/index.js';
import { type Derived, EMPTY_DERIVED, type FrameMeasures, type Judgement } from '@shared/analysis.js';
import type { GeneratorCapability } from '@shared/contract/index.js';
import { type DerivedChange, derivedChangeBetween, isEmptyChange } from '@shared/derived-change.js';
import { ContinuistError } from '@shared/errors.js';
import type { Shot, Take } from '@shared/records/index.js';
import { type DeriveInput, deriveBoard } from './derive.js';
import { judgementKey } from './judgement-key.js';

/** Rests this many times as long as deriving takes, so that a large storyboard leaves time for everything else. */
const DERIVE_REST = 3;

export interface BoardParts {
  readonly review: Review;
  readonly assets: Assets;
  readonly pictures: Promise<void>;
}

export class Board {
  readonly review: Review;
  readonly assets: Assets;
  /** Resolves when the pictures that were moved are found, as far as they are there. */
  readonly pictures: Promise<void>;
  readonly #running = new Set<string>();
  readonly #failed = new Map<string, string>();
  #capabilities: readonly GeneratorCapability[] = [];
  #judge: JudgeDescription | null = null;
  #derived: Derived = EMPTY_DERIVED;
  #told: Derived = EMPTY_DERIVED;
  #stale = true;
  /** Milliseconds that deriving took last. */
  #cost = 0;
  #scheduled = false;
  #closed = false;
  readonly #listeners = new Set<(change: DerivedChange) => void>();

  constructor(parts: BoardParts) {
    this.review = parts.review;
    this.assets = parts.assets;
    this.pictures = parts.pictures;
    this.review.onChange(() => this.#touch());
  }

  /** Who judges; null before any judge was loaded. */
  get judge(): JudgeDescription | null {
    return this.#judge;
  }

  adoptJudge(judge: JudgeDescription): void {
    this.#judge = judge;
    this.#touch();
  }

  /** What the generator can do, which decides what can be suggested. */
  adoptCapabilities(capabilities: readonly GeneratorCapability[]): void {
    this.#capabilities = capabilities;
    this.#touch();
  }

  /** The take is being looked at; what was wrong with it is forgotten. */
  begin(take: Take): void {
    this.#failed.delete(take.id);
    this.#running.add(take.id);
    this.#touch();
  }

  /** The take is not being looked at any more. */
  finish(take: Take): void {
    this.#running.delete(take.id);
    this.#touch();
  }

  /** Nothing can be said of the take's picture; `why` for the artist. */
  fail(take: Take, why: string): void {
    this.#failed.set(take.id, why);
    this.#touch();
  }

  /** Keeps what a judge said of the take's picture. */
  judged(take: Take, judgement: Judgement): void {
    this.review.putJudgement(judgementKey(take, { version: judgement.judgeVersion }), judgement);
    this.#touch();
  }

  /** Keeps what was measured of the take's picture. */
  measured(take: Take, measures: FrameMeasures): void {
    this.review.putMeasures(take.sha256, measures);
    this.#touch();
  }

  /** Everything that follows from what is known; current, computed when needed. */
  get derived(): Derived {
    if (this.#stale) {
      const started = performance.now();
      this.#derived = deriveBoard(this.deriveInput());
      this.#cost = performance.now() - started;
      this.#stale = false;
    }
    return this.#derived;
  }

  deriveInput(): DeriveInput {
    return {
      records: this.review.records,
      judge: this.#judge,
      judgement: (take) => this.judgement(take),
      measures: (take) => this.measures(take),
      running: this.#running,
      failed: this.#failed,
      capabilities: this.#capabilities,
    };
  }

  /** Calls `listener` with what changed since it was last called; the changes one after another lead to `derived`. */
  onDerived(listener: (change: DerivedChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Resolves when everything is derived and told. */
  async settled(): Promise<void> {
    this.#tell();
  }

  #touch(): void {
    this.#stale = true;
    if (this.#scheduled || this.#closed) return;
    this.#scheduled = true;
    setTimeout(() => {
      this.#scheduled = false;
      if (!this.#closed) this.#tell();
    }, this.#cost * DERIVE_REST);
  }

  #tell(): void {
    const { derived } = this;
    const change = derivedChangeBetween(this.#told, derived);
    this.#told = derived;
    if (isEmptyChange(change)) return;
    for (const listener of this.#listeners) listener(change);
  }

  judgement(take: Take): Judgement | null {
    return this.#judge ? this.review.judgement(judgementKey(take, this.#judge)) : null;
  }

  measures(take: Take): FrameMeasures | null {
    return this.review.measures(take.sha256);
  }

  /** Absolute. Throws IMAGE_MISSING when the file is gone and no copy of it was found. */
  fileOf(take: Take): string {
    const file = this.assets.resolve(take.sha256);
    if (!file) throw new ContinuistError('IMAGE_MISSING', basename(take.path), { path: take.path });
    return file;
  }

  shot(shotId: string): Shot {
    const shot = this.review.records.shot[shotId];
    if (!shot) throw new ContinuistError('NOT_FOUND');
    return shot;
  }

  take(takeId: string): Take {
    const take = this.review.records.take[takeId];
    if (!take) throw new ContinuistError('NOT_FOUND');
    return take;
  }

  close(): void {
    this.#closed = true;
    this.review.close();
  }
}
