/** What is guessed of a storyboard before it is opened. */
import { ContinuistError } from '@shared/errors.js';
import { type MatchChoice, matchOf, settled } from '@shared/matching/index.js';
import type { ReadMatch } from './imported.js';

export interface Matched {
  /** What is guessed of it, in sentences; none where nothing need be asked. */
  readonly doubts: readonly string[];
  /** What a new review keeps of it. */
  readonly kept: MatchChoice;
}

/** `read`: as it was read by that choice. */
export function matchedBy(read: ReadMatch, choice: MatchChoice): Matched {
  const match = matchOf(read, choice);
  return {
    doubts: [...match.guesses, ...read.doubts, ...notThere(read, choice)],
    kept: settled(match, choice),
  };
}

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
