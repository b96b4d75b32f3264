/** What is guessed of a storyboard before it is opened. */
import { ContinuistError } from '@shared/errors.js';
import { type MatchChoice, matchOf } from '@shared/matching/index.js';
import type { ReadMatch } from './imported.js';

/** In sentences; none where nothing need be asked. `match`: as it was read by that choice. */
export const doubtsOf = (match: ReadMatch, choice: MatchChoice): string[] => [
  ...matchOf(match, choice).guesses,
  ...match.doubts,
  ...notThere(match, choice),
];

function notThere({ pictures }: ReadMatch, choice: MatchChoice): string[] {
  const here = new Set(pictures);
  const gone = Object.keys(choice.pictures).filter((path) => !here.has(path));
  return gone.length === 0 ? [] : [`Pictures that you named are not there: ${gone.join(', ')}.`];
}

/** Of an error of opening: the shots files of which one is meant; null where it is another error. */
export function filesToChoose(thrown: unknown): readonly string[] | null {
  if (!(thrown instanceof ContinuistError) || thrown.code !== 'SEVERAL_SOURCES') return null;
  const { files } = thrown.data;
  return Array.isArray(files) ? files.map(String) : null;
}
