/** Which words of a description a clause has that is asked whole. */
import { isNoun, isSubject, tagAt } from './arcs.js';
import type { ParsedWord } from './word.js';

const LEADS_ON = /^(?:VB|RB|IN|JJ)/;
const ONLY_JOINS = /^[,\s]*(?:and|while|but)?[,\s]*$/;

const ownWords = (piece: readonly ParsedWord[]): ParsedWord[] => piece.filter(({ start }) => start >= 0);

const startOf = (words: readonly ParsedWord[]): number => (words[0] as ParsedWord).start;
const endOf = (words: readonly ParsedWord[]): number => (words.at(-1) as ParsedWord).end;

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
  if (words.length < 3) return null;
  let first = words;
  for (let i = at - 1; LEADS_ON.test(tagAt(first, 0)) && !saysWho(first); i--) {
    const before = ownWords(pieces[i] ?? []);
    if (before.length === 0 || !ONLY_JOINS.test(description.slice(endOf(before), startOf(first)))) break;
    first = before;
  }
  return [startOf(first), endOf(words)];
}
