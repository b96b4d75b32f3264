/** Why nothing can be said of a take. */
import { asSentence } from './as-sentence.js';
import { ContinuistError, type ErrorCode } from './errors.js';

export interface Failure {
  /** What is to blame. Where it is the judge, nothing is known to be wrong with the picture. */
  readonly of: 'picture' | 'judge';
  /** What happened, for the artist. */
  readonly message: string;
  /** What is safe, and what to do. */
  readonly hint: string;
}

/** Whom to blame for what goes wrong with one picture alone. */
const BLAMED: Partial<Record<ErrorCode, Failure['of']>> = {
  IMAGE_UNREADABLE: 'picture',
  IMAGE_MISSING: 'picture',
  JUDGE_FAILED: 'judge',
};

/** Null for what is not about one picture alone. */
export function failureIn(thrown: unknown): Failure | null {
  if (!(thrown instanceof ContinuistError)) return null;
  const of = BLAMED[thrown.code];
  return of ? { of, message: asSentence(thrown.message), hint: thrown.hint } : null;
}

/** Of a picture that could not be read when it was first met. `why`: the reason alone. */
export const unreadableFor = (why: string): Failure => {
  const { message, hint } = new ContinuistError('IMAGE_UNREADABLE', why);
  return { of: 'picture', message: asSentence(message), hint };
};
