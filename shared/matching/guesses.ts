/** What of a match was guessed, for the artist. Where nothing was, a storyboard opens without a question. */
import { listed } from '../listed.js';
import type { Guesses, LeftOut } from './matching.js';

interface Guessed {
  readonly guesses: Guesses;
  readonly leftOut: readonly LeftOut[];
  /** How many shots have no picture. */
  readonly empty: number;
  /** The source itself names a picture of every shot: whatever else lies there is none of them. */
  readonly isSaid?: boolean;
}

/** Examples that are named. */
const NAMED = 3;

export function guessesTold({ guesses, leftOut, empty, isSaid = false }: Guessed): string[] {
  const { isInOrder, alike, contested } = guesses;
  return [
    ...(isInOrder
      ? [
          'The numbers in the names are not those of the shots. The pictures are matched in the order of their names.',
        ]
      : []),
    ...(alike.length > 0
      ? [`Several shots are numbered ${some(alike)}. Their pictures are matched in the order of their names.`]
      : []),
    ...(contested.length > 0
      ? [`More than one number could be the shot’s, as in ${some(contested.map((path) => `“${path}”`))}.`]
      : []),
    ...leftTold(leftOut, empty, isSaid),
  ];
}

/** Pictures that no shot needs, and whose names say nothing of one, are no question. */
function leftTold(leftOut: readonly LeftOut[], empty: number, isSaid: boolean): string[] {
  const open = leftOut.filter(({ kind }) => kind === 'unmatched' || (kind === 'nameless' && empty > 0));
  if (open.length === 0 || (isSaid && empty === 0)) return [];
  const pictures = open.length === 1 ? '1 picture is left out' : `${open.length} pictures are left out`;
  if (empty === 0) return [`${pictures}.`];
  return [`${pictures}, and ${empty === 1 ? '1 shot has' : `${empty} shots have`} no picture.`];
}

const some = (all: readonly string[]): string => listed(all, NAMED);
