/** What automatic mode orders of a shot, and why it orders no more. */
import { randomInt, randomUUID } from 'node:crypto';
import type { Board } from '@core/board/index.js';
import { basisOf, isOutdated, shotParts } from '@shared/out-of-date/index.js';
import {
  byShot,
  candidateIds,
  type GeneratorId,
  isInPlay,
  type Request,
  roundsUsed,
  type Shot,
  type ShotStop,
} from '@shared/records/index.js';
import { fruitlessRounds } from './automatic-requests.js';

export interface AutomaticLimits {
  /** Regenerations a shot may have in all. */
  readonly rounds: number;
  /** Pictures this run may make. */
  readonly max: number;
  /** Minutes after which it orders no more. 0 or absent = as long as it takes. */
  readonly minutes?: number;
  /** Pictures of one round, each with its own seed. Absent = 1. */
  readonly candidates?: number;
  readonly generator: GeneratorId;
  /** What earlier runs tried in vain is not tried again. */
  readonly countsEarlier?: boolean;
  /** Plain re-rolls instead of suggestions: the old words with a new seed. What suggestions are measured against. */
  readonly reroll?: boolean;
}

/** Rounds in a row without a better take after which a shot is left alone. */
const FRUITLESS_ROUNDS = 2;

const requestsOf = (board: Board, { id }: Shot): readonly Request[] =>
  byShot(board.review.records.request).get(id) ?? [];

/** Why the shot gets no further round; null = it may have one. `fruitless`: rounds of this run that brought nothing. */
export function stopOf(
  board: Board,
  shot: Shot,
  limits: AutomaticLimits,
  fruitless: number,
): ShotStop | null {
  const isLeft = !isInPlay(shot) || shot.status === 'rejected' || shot.status === 'on-hold';
  if (isLeft || !board.suggestionFor(shot.id)) return 'nothing open';
  // It may have been made, or be made still.
  if (requestsOf(board, shot).some(({ state }) => state === 'unknown')) return 'unknown';
  // What the artist approved before something changed is theirs to look at.
  const { records } = board.review;
  if (requestsOf(board, shot).some((request) => isOutdated(records)(request))) return 'waits';
  if (roundsUsed(records, shot.id) >= limits.rounds) return 'round limit';
  const tried = limits.countsEarlier ? fruitlessRounds(requestsOf(board, shot), shot.pickId) : 0;
  return Math.max(fruitless, tried) >= FRUITLESS_ROUNDS && !limits.reroll
    ? 'two rounds brought nothing'
    : null;
}

/** One round of the shot, of as many candidates as the limits say. */
export function orderAutomatically(board: Board, shot: Shot, limits: AutomaticLimits): readonly Request[] {
  const { candidates = 1 } = limits;
  const suggestion = board.suggestionFor(shot.id);
  const from = board.take(shot.pickId ?? '');
  const words = limits.reroll || !suggestion ? from : suggestion;
  const { prompt, negativePrompt } = words;
  // The same words with the same seed would make the same picture again, and other words with it were tried before.
  const makesAnother =
    (prompt !== from.prompt || negativePrompt !== from.negativePrompt) &&
    !requestsOf(board, shot).some((made) => made.fromTakeId === from.id && made.seed === from.seed);
  const keepsSeed = !limits.reroll && suggestion?.newSeed === false && makesAnother;
  const parts = shotParts(board.review.records, shot.id);
  const answers = suggestion?.edits.flatMap(({ findingKeys }) => findingKeys) ?? [];
  const basis = parts && basisOf(parts, from.id, limits.reroll ? [] : [...new Set(answers)]);
  const [round, at, setId] = [roundsUsed(board.review.records, shot.id) + 1, Date.now(), randomUUID()];
  const requests = candidateIds(setId, candidates).map(
    (id, n): Request => ({
      id,
      shotId: shot.id,
      fromTakeId: from.id,
      prompt,
      negativePrompt,
      seed: (keepsSeed && n === 0 ? from.seed : null) ?? String(randomInt(2 ** 32)),
      strength: null,
      mask: null,
      generator: limits.generator,
      round,
      setId: candidates > 1 ? setId : null,
      declined: false,
      position: at,
      approvedBy: 'automatic',
      state: 'queued',
      handle: null,
      resultTakeId: null,
      error: null,
      ...(basis && { basis }),
      createdAt: at,
    }),
  );
  board.review.system(`Order round ${round} of shot ${shot.number} automatically`, (records) => ({
    ...records,
    request: { ...records.request, ...Object.fromEntries(requests.map((request) => [request.id, request])) },
  }));
  return requests;
}
