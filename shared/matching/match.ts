/** The match of a storyboard's pictures and shots as it is shown before it is opened, and whether it need be. */
import { addTo } from '../group-by.js';
import type { MatchChoice } from './choice.js';
import { groupPictures } from './group-pictures.js';
import { guessesTold } from './guesses.js';
import { matchPictures } from './match-pictures.js';
import type { LeftOut, MatchedBy } from './matching.js';
import type { ShotToMatch } from './shot-index.js';
import { shotNames } from './shot-names.js';

/** What is matched. */
export interface MatchBasis {
  /** Paths from the storyboard's folder. */
  readonly pictures: readonly string[];
  /** Of the storyboard's source; null where its pictures are all there is. */
  readonly shots: readonly ShotToMatch[] | null;
}

export interface MatchedPicture {
  readonly path: string;
  /** Names of its shots; none where it is left out. */
  readonly shots: readonly string[];
  readonly by: MatchedBy | null;
  /** Why it is left out; '' where it is not. */
  readonly reason: string;
}

export interface Match {
  /** Names of the shots, in story order. */
  readonly shots: readonly string[];
  /** Those that are left out first, then by shot. */
  readonly pictures: readonly MatchedPicture[];
  /** Names of shots without a picture. */
  readonly empty: readonly string[];
  /** All of them are matched by nothing but the order of their names. */
  readonly isInOrder: boolean;
  /** What was guessed, in sentences; none for a plain match, which nobody need be asked about. */
  readonly guesses: readonly string[];
}

export function matchOf({ pictures, shots }: MatchBasis, choice: MatchChoice): Match {
  if (shots === null) {
    const { shots: made, names, leftOut, by, guesses } = groupPictures(pictures, choice);
    const all = [...new Set([...names, ...made.map(({ name }) => name)])];
    const takes = new Map(made.map(({ name, takes: own }) => [name, own]));
    const listed = list(all, (name) => takes.get(name) ?? [], leftOut, by);
    const told = guessesTold({ guesses, leftOut, empty: 0 });
    return { shots: all, pictures: listed, empty: [], isInOrder: false, guesses: told };
  }
  const matching = matchPictures(pictures, shots, choice);
  const names = shotNames(shots);
  const takes = new Map(names.map((name, at) => [name, matching.takes[at] ?? []]));
  const empty = names.filter((name, at) => takes.get(name)?.length === 0 && !shots[at]?.hasOthers);
  const isSaid = shots.every(
    ({ hasOthers }, at) =>
      hasOthers || matching.takes[at]?.some((path) => matching.by.get(path) === 'source'),
  );
  return {
    shots: names,
    pictures: list(names, (name) => takes.get(name) ?? [], matching.leftOut, matching.by),
    empty,
    isInOrder: matching.guesses.isInOrder,
    guesses: guessesTold({ ...matching, empty: empty.length, isSaid }),
  };
}

function list(
  names: readonly string[],
  takesOf: (name: string) => readonly string[],
  leftOut: readonly LeftOut[],
  by: ReadonlyMap<string, MatchedBy>,
): MatchedPicture[] {
  const shots = new Map<string, string[]>();
  for (const name of names) for (const path of takesOf(name)) addTo(shots, path, name);
  return [
    ...leftOut.map(({ path, reason }) => ({ path, shots: [], by: null, reason })),
    ...[...shots].map(([path, own]) => ({ path, shots: own, by: by.get(path) ?? null, reason: '' })),
  ];
}

/** `match`: by that choice. With what only the order of names decided put by hand: it stays so when pictures come and go. */
export function settled({ pictures, isInOrder }: Match, choice: MatchChoice): MatchChoice {
  const inOrder = pictures.filter(({ by }) => by === 'order');
  const put = Object.fromEntries(inOrder.map(({ path, shots }) => [path, shots[0] ?? null]));
  return {
    ...choice,
    pictures: { ...put, ...choice.pictures },
    otherNumbers: choice.otherNumbers || isInOrder,
  };
}
