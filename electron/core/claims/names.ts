import { ABSTRACT, list } from './lexicon.js';
import { tokensOf } from './tokens.js';

const SMALL_WORDS = list('PRON, SET, ADV, ADP, DET, SCONJ, CCONJ, AUX, NUM, PART, INTJ');
/** Heads of shot lists that no other list has. */
const HEADINGS = new Set(['interior', 'exterior']);

/**
 * Whether a word with a capital can be somebody's name there: not "There" of "There is a girl", nor "Close-up" of
 * "Close-up: a girl".
 */
export function canBeName(word: string, description: string): boolean {
  const lower = word.toLowerCase();
  if (ABSTRACT.has(lower) || HEADINGS.has(lower)) return false;
  const token = tokensOf(description, new Set()).find(({ text }) => text === word);
  return token !== undefined && !SMALL_WORDS.has(token.tag);
}
