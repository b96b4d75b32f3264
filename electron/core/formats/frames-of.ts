/** The pictures of a source's shots, and what is said of all others. */
import type { Skipped } from '@shared/contract/index.js';
import { matchPictures, type ShotToMatch, seedsInNames } from '@shared/matching/index.js';
import type { SourceTake } from './imported.js';
import type { Input } from './input.js';

export interface Frames {
  /** Of each shot as given: paths of its pictures from the storyboard's folder, forward slashes. */
  readonly takes: readonly (readonly string[])[];
  /** Of pictures whose names say one, by path. */
  readonly seeds: ReadonlyMap<string, string>;
  /** Every picture below the folder that is none of them, and every name that the source gives to none. */
  readonly skipped: readonly Skipped[];
}

/** As much of a shot's description as is shown beside a picture. */
export const shownWords = (description: string): string => description.slice(0, 120);

/** `take` with the seed that the name of its picture says, unless it has one. */
export function withSeed<T extends Pick<SourceTake, 'path' | 'seed'>>(
  take: T,
  seeds: ReadonlyMap<string, string>,
): T {
  const seed = take.seed ?? seeds.get(take.path);
  return seed === undefined ? take : { ...take, seed };
}

/** `input`: the source's file. Throws OPEN_FAILED where its folder holds too many files. */
export async function framesOf(input: Input, shots: readonly ShotToMatch[]): Promise<Frames> {
  const { paths, skipped } = await input.pictures();
  const { takes, leftOut, missing } = matchPictures(paths, shots, input.match);
  return {
    takes,
    seeds: seedsInNames(paths, input.match),
    skipped: [
      ...missing.map(({ shot, name }) => ({
        name,
        reason: `picture of shot ${shots[shot]?.number} is missing`,
      })),
      ...leftOut.map(({ path, reason }) => ({ name: path, reason })),
      ...skipped,
    ],
  };
}
