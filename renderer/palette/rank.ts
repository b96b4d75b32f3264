/** Matches what was typed into the palette with everything that can be found there. */
import type { Action } from '../actions/index.js';
import { folded } from '../board/index.js';

/** Something the palette can find. */
type Entry = Pick<Action, 'title' | 'words' | 'startsWork' | 'isSetting'>;

/** How well one word is met; higher is better, 0 is not at all. */
const EQUAL = 4;
const BEGINS = 3;
const INSIDE = 1;
/** Other words count for less than the title. */
const BY_OTHER_WORDS = 0.75;
/** The title begins with all that was typed, or is it. */
const AS_TYPED = 2;

const parts = new Map<string, readonly string[]>();

/** What was typed is taken apart as titles are: "(PDF)" is "pdf". */
const wordsIn = (text: string): string[] =>
  folded(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

function partsOf(text: string): readonly string[] {
  let known = parts.get(text);
  if (!known) {
    known = wordsIn(text);
    parts.set(text, known);
  }
  return known;
}

function meets(term: string, words: readonly string[]): number {
  if (words.includes(term)) return EQUAL;
  if (words.some((word) => word.startsWith(term))) return BEGINS;
  return words.some((word) => word.includes(term)) ? INSIDE : 0;
}

/** 0 where a term is met by nothing of the entry. */
export function scoreOf({ title, words = '' }: Entry, typed: string): number {
  const terms = wordsIn(typed);
  const met = terms.map((term) =>
    Math.max(meets(term, partsOf(title)), BY_OTHER_WORDS * meets(term, partsOf(words))),
  );
  if (terms.length === 0 || met.includes(0)) return 0;
  const begins = folded(title).startsWith(folded(typed)) ? AS_TYPED : 0;
  return met.reduce((sum, one) => sum + one, 0) / terms.length + begins;
}

/** Every word that was typed begins one of the entry's. */
function isNamed({ title, words = '' }: Entry, typed: string): boolean {
  const own = [...partsOf(title), ...partsOf(words)];
  return wordsIn(typed).every((term) => meets(term, own) >= BEGINS);
}

export interface Ranked<T> {
  readonly entry: T;
  readonly score: number;
}

/**
 * Best first; equals in the order given. Where the words name a setting, what starts work stands behind everything
 * else: nobody who looks for a switch sets a machine going.
 */
export function ranked<T extends Entry>(possible: readonly T[], typed: string): readonly Ranked<T>[] {
  const found = possible
    .map((entry) => ({ entry, score: scoreOf(entry, typed) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  if (!found.some(({ entry }) => entry.isSetting && isNamed(entry, typed))) return found;
  return [
    ...found.filter(({ entry }) => !entry.startsWork),
    ...found.filter(({ entry }) => entry.startsWork),
  ];
}
