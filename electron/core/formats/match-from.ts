/** What was said of which picture shows which shot, as a shell, a file or a program says it. */
import { ContinuistError } from '@shared/errors.js';
import { type MatchChoice, matchChoice, NO_CHOICE } from '@shared/matching/index.js';
import { nearestKey } from '@shared/nearest-key.js';
import { COLUMN_MEANINGS } from './shot-list/index.js';

/** What a person says; the rest follows from it. */
const SAID = matchChoice.omit({ otherNumbers: true }).partial();

/**
 * `value`: a pattern, or an object with any of the parts of a `MatchChoice`. `where`: for the message, "match.json".
 * Throws BAD_MATCH naming the place and, for a word that is not known, the nearest one.
 */
export function matchFrom(value: unknown, where: string): MatchChoice {
  const given = typeof value === 'string' ? { pattern: value } : value;
  const parsed = SAID.safeParse(given);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const keys = issue?.code === 'unrecognized_keys' ? issue.keys : [];
    const place = [where, ...(issue?.path ?? [])].join(', ');
    const wrong =
      keys.map((key) => unknown(key, Object.keys(SAID.shape)))[0] ?? issue?.message ?? 'not valid';
    throw new ContinuistError('BAD_MATCH', `${place}: ${wrong}`);
  }
  const { pattern = null, pictures = {}, columns = {} } = parsed.data;
  for (const [header, meaning] of Object.entries(columns))
    if (meaning !== null && !COLUMN_MEANINGS.includes(meaning))
      throw new ContinuistError(
        'BAD_MATCH',
        `${where}, columns, ${header}: ${unknown(meaning, COLUMN_MEANINGS)}`,
      );
  return { ...NO_CHOICE, pattern, pictures, columns };
}

const unknown = (word: string, known: readonly string[]): string =>
  `“${word}” is not known; did you mean “${nearestKey(word, known)}”?`;
