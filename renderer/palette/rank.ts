/** Matches what was typed into the palette with everything that can be found there. */
import type { Action } from '../actions/index.js';
import { folded, termsOf } from '../board/index.js';

/** Something the palette can find. */
export interface Entry {
  readonly id: string;
  readonly title: string;
  /** Other words it is looked for by. */
  readonly words: string;
  /** Asks a model or a generator to work. */
  readonly startsWork: boolean;
  /** Shows or changes a setting. */
  readonly isSetting: boolean;
}

export const entryOf = (action: Action): Entry & { readonly action: Action } => ({
  id: action.id,
  title: action.title,
  words: action.words ?? '',
  startsWork: action.startsWork ?? false,
  isSetting: action.isSetting ?? false,
  action,
});

/** How well one word is met; higher is better, 0 is not at all. */
const EQUAL = 4;
const BEGINS = 3;
const INSIDE = 1;
/** Other words count for less than the title. */
const BY_OTHER_WORDS = 0.75;
/** The title begins with all that was typed, or is it. */
const AS_TYPED = 2;

const parts = new Map<string, readonly string[]>();

function partsOf(text: string): readonly string[] {
  let known = parts.get(text);
  if (!known) {
    known = folded(text)
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean);
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
export function scoreOf(entry: Pick<Entry, 'title' | 'words'>, typed: string): number {
  const terms = termsOf(typed);
  const met = terms.map((term) =>
    Math.max(meets(term, partsOf(entry.title)), BY_OTHER_WORDS * meets(term, partsOf(entry.words))),
  );
  if (terms.length === 0 || met.includes(0)) return 0;
  const begins = folded(entry.title).startsWith(folded(typed)) ? AS_TYPED : 0;
  return met.reduce((sum, one) => sum + one, 0) / terms.length + begins;
}

/** Every word that was typed begins one of the entry's. */
function isNamed({ title, words }: Entry, typed: string): boolean {
  const own = [...partsOf(title), ...partsOf(words)];
  return termsOf(typed).every((term) => meets(term, own) >= BEGINS);
}

export interface Ranked<T> {
  readonly entry: T;
  readonly score: number;
}

/**
 * Best first; equals in the order given. Where the words name a setting, what starts work stands behind everything
 * else: nobody who looks for a switch sets a machine going.
 */
export function ranked<T extends Entry>(entries: readonly T[], typed: string): readonly Ranked<T>[] {
  const found = entries
    .map((entry) => ({ entry, score: scoreOf(entry, typed) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  if (!found.some(({ entry }) => entry.isSetting && isNamed(entry, typed))) return found;
  return [
    ...found.filter(({ entry }) => !entry.startsWork),
    ...found.filter(({ entry }) => entry.startsWork),
  ];
}
