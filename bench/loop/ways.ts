/** The ways to a better board that are compared, each on a fresh copy of the sample in automatic mode. */
import type { Settings } from '@shared/settings.js';
import { finished } from '../board.js';
import { bootstrap, interval, mean, percent } from '../statistics.js';
import type { SampleTruth } from '../truth.js';
import { type Standing, standing } from './standing.js';
import type { Studio } from './studio.js';

export interface Way {
  readonly flags: Partial<Settings>;
  /** Rounds a shot may have. */
  readonly rounds: number;
  /** Pictures of one round. */
  readonly candidates?: number;
  /** Most pictures in all. */
  readonly max: number;
  /** The old words with a new seed, in place of suggestions. */
  readonly reroll?: boolean;
}

export interface Outcome {
  readonly before: Standing;
  readonly afterOne: Standing;
  readonly after: Standing;
  /** Pictures. */
  readonly made: number;
}

export async function outcomeOf(
  { application, open }: Studio,
  { shots }: SampleTruth,
  { flags, rounds, candidates = 1, max, reroll = false }: Way,
): Promise<Outcome> {
  await open(flags);
  const made = (): number =>
    Object.values(application.board.review.records.request).filter(({ state }) => state === 'done').length;
  const upTo = async (round: number): Promise<Standing> => {
    const limits = { rounds: round, candidates, reroll, countsEarlier: true };
    if (made() < max)
      await finished(application, application.regeneration.automatic({ ...limits, max: max - made() }));
    await application.board.settled();
    return standing(application, shots);
  };
  const before = await standing(application, shots);
  return { before, afterOne: await upTo(1), after: await upTo(rounds), made: made() };
}

export const WAYS_HEADER = [
  '',
  'pictures',
  'right before',
  'after one round',
  'after all',
  'unflagged before',
  'after all',
];

/** Means over the trials. */
export const wayRow = (name: string, runs: readonly Outcome[]): string[] => [
  name,
  mean(runs.map(({ made }) => made)).toFixed(1),
  percent(mean(runs.map(({ before }) => before.right))),
  percent(mean(runs.map(({ afterOne }) => afterOne.right))),
  percent(mean(runs.map(({ after }) => after.right))),
  percent(mean(runs.map(({ before }) => before.unflagged))),
  percent(mean(runs.map(({ after }) => after.unflagged))),
];

/** How much more often the pick is right one way than another, shot by shot of each trial, and its 95 % interval in words. */
export function gainOf(
  runs: readonly Outcome[],
  over: readonly Outcome[],
): { readonly gain: number; readonly said: string } {
  const gains = runs.flatMap(({ after }, trial) =>
    after.rights.map((right, at) => Number(right) - Number(over[trial]?.after.rights[at] ?? false)),
  );
  return { gain: mean(gains), said: interval(bootstrap(gains, mean)) };
}
