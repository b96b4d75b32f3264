/** Which words can be somebody's name where a description introduces them. */
import { occurrences } from '@shared/prompt-edit.js';
import { findSetPhrases } from './find-set-phrases.js';
import { ABSTRACT, list } from './lexicon.js';

/** What sentences begin with that is nobody's name, and heads of shot lists that no other list has. */
const SMALL_WORDS = list(
  'there, here, this, that, these, those, it, he, she, they, we, you, i, who, what, which, whose, somebody, someone, nobody, everybody, everyone, one, another, other, others, both, all, each, every, some, any, none, no, not, a, an, the, his, her, their, its, our, my, your, in, on, at, by, to, from, with, without, behind, beside, between, beneath, below, above, under, over, near, inside, outside, beyond, across, around, along, against, among, and, or, but, so, then, now, today, tonight, tomorrow, yesterday, later, meanwhile, again, also, only, still, soon, perhaps, maybe, once, if, when, while, as, because, although, though, where, how, why, is, are, was, were, be, has, have, had, do, does, did, can, will, would, should, two, three, four, five, six, seven, eight, nine, ten, interior, exterior',
);

/**
 * Whether a word with a capital can be somebody's name there: not "There" of "There is a girl", nor "Close-up" of
 * "Close-up: a girl".
 */
export function canBeName(word: string, description: string): boolean {
  const lower = word.toLowerCase();
  if (ABSTRACT.has(lower) || SMALL_WORDS.has(lower) || /ly$/.test(lower)) return false;
  const found = occurrences(description, word).find((span) => description.slice(...span) === word);
  if (!found) return false;
  return !findSetPhrases(description).some(({ start, end }) => start <= found[0] && found[0] < end);
}
