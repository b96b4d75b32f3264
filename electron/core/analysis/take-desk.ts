/** What somebody who looks at a take of the storyboard that is open asks of it, there and then. */
import type { Board } from '@core/board/index.js';
import { seeTake } from '@core/seeing/index.js';
import type { Inference } from '@inference/index.js';
import type { JudgeDescription } from '@models/judge/index.js';
import type { Verdict } from '@shared/analysis.js';
import type { Sought } from '@shared/contract/index.js';
import { ContinuistError } from '@shared/errors.js';
import type { Boxes } from '@shared/sighting.js';
import { type ClaimEvidence, evidenceFor } from './evidence.js';
import { type Whereabouts, whereIs } from './where-is.js';

export interface TakeDeskParts {
  /** Throws NO_STORYBOARD. */
  readonly board: () => Board;
  readonly inference: () => Inference;
  /** That of the settings, by its id. */
  readonly judge: () => string;
}

/** Each throws NO_STORYBOARD, NOT_FOUND and what the judge throws. */
export class TakeDesk {
  readonly #parts: TakeDeskParts;

  constructor(parts: TakeDeskParts) {
    this.#parts = parts;
  }

  /** What in the picture speaks for or against a claim, and what the judge said of it; null = nothing yet. */
  async evidence(
    takeId: string,
    claimId: string,
    signal?: AbortSignal,
  ): Promise<ClaimEvidence & { readonly verdict: Verdict | null }> {
    const board = this.#parts.board();
    const claim = board.review.records.claim[claimId];
    if (!claim) throw new ContinuistError('NOT_FOUND');
    const judge = await this.#judge(signal);
    const inference = this.#parts.inference();
    const found = await evidenceFor(board, board.take(takeId), claim, judge, inference, signal);
    const verdict = board.analysis(takeId)?.verdicts.find((entry) => entry.claimId === claimId) ?? null;
    return { ...found, verdict };
  }

  /** What is where, as an eye sees it. */
  async boxes(takeId: string, signal?: AbortSignal): Promise<Boxes> {
    const { board: of, inference, judge } = this.#parts;
    const board = of();
    const seen = await seeTake(board, board.take(takeId), judge(), inference(), signal);
    const { labels, detections, unknown } = seen;
    return { labels, detections, unknown };
  }

  /** See `whereIs`. */
  async whereIs(takeId: string, sought: Sought, signal?: AbortSignal): Promise<Whereabouts> {
    const board = this.#parts.board();
    const judge = await this.#judge(signal);
    return whereIs(board, board.take(takeId), sought, judge, this.#parts.inference(), signal);
  }

  #judge(signal: AbortSignal | undefined): Promise<JudgeDescription> {
    const { inference, judge } = this.#parts;
    return inference().describe(judge(), signal);
  }
}
