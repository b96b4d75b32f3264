/** Automatic mode: one run, switched on by the artist, within its limits, and it says why each shot stopped. */
import { randomInt, randomUUID } from 'node:crypto';
import type { Board } from '@core/board/index.js';
import type { JobControl } from '@core/jobs/index.js';
import { byShot, type GeneratorId, type Request, roundsUsed, type Shot } from '@shared/records/index.js';
import { fruitlessRounds } from './automatic-requests.js';
import { type RegenerationOutcome, type RegenerationParts, regenerate } from './regenerate.js';

export interface AutomaticLimits {
  /** Regenerations a shot may have in all. */
  readonly rounds: number;
  /** Regenerations this run may make. */
  readonly max: number;
  readonly generator: GeneratorId;
  /** What earlier runs tried in vain is not tried again. */
  readonly countsEarlier?: boolean;
  /** Plain re-rolls instead of suggestions: the old words with a new seed. What suggestions are measured against. */
  readonly reroll?: boolean;
}

/** Rounds in a row without a better take after which a shot is left alone. */
const FRUITLESS_ROUNDS = 2;

type Stop =
  | 'nothing open'
  | 'round limit'
  | 'two rounds brought nothing'
  | Exclude<RegenerationOutcome, 'better' | 'worse'>;

export async function runAutomatic(
  board: Board,
  limits: AutomaticLimits,
  parts: RegenerationParts,
  control: JobControl,
): Promise<string> {
  const stops = new Map<string, Stop>();
  const fruitless = new Map<string, number>();
  const count = { better: 0, worse: 0, failed: 0, cancelled: 0, elsewhere: 0, waits: 0 };
  let ordered = 0;
  while (ordered < limits.max) {
    await board.settled();
    const next = board.shots.filter((shot) => {
      if (stops.has(shot.id)) return false;
      const stop = stopOf(board, shot, limits, fruitless.get(shot.id) ?? 0);
      if (stop) stops.set(shot.id, stop);
      return stop === null;
    });
    if (next.length === 0) break;
    for (const shot of next) {
      control.checkpoint();
      if (ordered >= limits.max) break;
      const [done, all, what] = [ordered, Math.min(limits.max, ordered + next.length), `Shot ${shot.number}`];
      const onProgress = (fraction: number, doing = '') =>
        control.progress(done + fraction, all, doing ? `${what}: ${doing}` : what);
      onProgress(0);
      await board.settled();
      const request = order(board, shot, limits);
      const outcome = await regenerate(board, request, parts, { signal: control.signal, onProgress });
      ordered++;
      count[outcome]++;
      if (outcome !== 'better' && outcome !== 'worse') stops.set(shot.id, outcome);
      fruitless.set(shot.id, outcome === 'better' ? 0 : (fruitless.get(shot.id) ?? 0) + 1);
    }
  }
  const stopped = (stop: Stop) => [...stops.values()].filter((value) => value === stop).length;
  const why = (['round limit', 'two rounds brought nothing', 'failed', 'cancelled'] as const)
    .filter((stop) => stopped(stop) > 0)
    .map((stop) => `${stopped(stop)} stopped: ${stop}`);
  if (count.waits > 0) why.push(`${count.waits} waiting for your yes`);
  if (ordered >= limits.max) why.push(`stopped at the limit of ${limits.max} regenerations`);
  const { better, worse } = count;
  return [`${better + worse} regenerated`, `${better} better than before`, ...why].join(', ');
}

const requestsOf = (board: Board, { id }: Shot): readonly Request[] =>
  byShot(board.review.records.request).get(id) ?? [];

function stopOf(board: Board, shot: Shot, limits: AutomaticLimits, fruitless: number): Stop | null {
  if (!board.suggestionFor(shot.id) || shot.status === 'rejected' || shot.status === 'on-hold') {
    return 'nothing open';
  }
  if (roundsUsed(board.review.records, shot.id) >= limits.rounds) return 'round limit';
  const tried = limits.countsEarlier ? fruitlessRounds(requestsOf(board, shot), shot.pickId) : 0;
  return Math.max(fruitless, tried) >= FRUITLESS_ROUNDS && !limits.reroll
    ? 'two rounds brought nothing'
    : null;
}

function order(board: Board, shot: Shot, limits: AutomaticLimits): Request {
  const suggestion = board.suggestionFor(shot.id);
  const from = board.take(shot.pickId ?? '');
  const words = limits.reroll || !suggestion ? from : suggestion;
  const { prompt, negativePrompt } = words;
  // The same words with the same seed would make the same picture again.
  const makesAnother =
    prompt !== from.prompt &&
    !requestsOf(board, shot).some(
      (made) => made.prompt === prompt && made.negativePrompt === negativePrompt && made.seed === from.seed,
    );
  const keepsSeed = !limits.reroll && suggestion?.newSeed === false && makesAnother;
  const request: Request = {
    id: randomUUID(),
    shotId: shot.id,
    fromTakeId: from.id,
    prompt,
    negativePrompt,
    seed: (keepsSeed ? from.seed : null) ?? String(randomInt(2 ** 32)),
    strength: null,
    mask: null,
    generator: limits.generator,
    round: roundsUsed(board.review.records, shot.id) + 1,
    approvedBy: 'automatic',
    state: 'queued',
    handle: null,
    resultTakeId: null,
    error: null,
    createdAt: Date.now(),
  };
  board.review.system(`Order round ${request.round} of shot ${shot.number} automatically`, (records) => ({
    ...records,
    request: { ...records.request, [request.id]: request },
  }));
  return request;
}
