/** Which words of a description a clause has that is asked whole. */
import { isNoun, isSubject } from './arcs.js';
import type { ParsedWord } from './word.js';

const LEADS_ON = /^(?:VB|RB|IN|JJ)/;
const ONLY_JOINS = /^[,\s]*(?:and|while|but)?[,\s]*$/;

const ownWords = (piece: readonly ParsedWord[]): ParsedWord[] => piece.filter(({ start }) => start >= 0);

const saysWho = (words: readonly ParsedWord[]): boolean =>
  words.some((word) => isSubject(word) || (word.label === 'ROOT' && isNoun(word)));

/**
 * Characters [start, end) of the clause that the piece at `at` belongs to: of ", holding a cup" from whoever holds it on.
 * Null for fewer than three words.
 */
export function clauseAt(
  pieces: readonly (readonly ParsedWord[])[],
  at: number,
  description: string,
): readonly [number, number] | null {
  const words = ownWords(pieces[at] ?? []);
  const last = words.at(-1);
  if (words.length < 3 || !last) return null;
  let first = words;
  for (let i = at - 1; i >= 0 && LEADS_ON.test(first[0]?.tag ?? '') && !saysWho(first); i--) {
    const before = ownWords(pieces[i] ?? []);
    const [from, to] = [before.at(-1)?.end, first[0]?.start];
    if (from === undefined || !ONLY_JOINS.test(description.slice(from, to))) break;
    first = before;
  }
  return [first[0]?.start ?? last.start, last.end];
}
