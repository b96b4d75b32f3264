/** A description in pieces: sentences, then what stands between commas, joined only where commas count things up. */
import { isAlive, list } from '../lexicon.js';
import { hasTag, isNoun, isTensed, isVerb } from './arcs.js';
import type { Dictionary } from './dictionary.js';
import { type Arc, isOneOf, lowerAt, putIn, type Word } from './word.js';

/** Words [start, end) of a text. */
export interface Sentence {
  readonly text: string;
  readonly at: number;
}

const MR = /(?:^|[^\p{L}])(?:mr|mrs|ms|dr|st|prof|sgt|capt|jr|int|ext)\.$/iu;

export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  for (const match of text.matchAll(/[.!?]+["”')]*(?=\s|$)|\n+|;|:(?=\s)/g)) {
    const end = match.index + match[0].length;
    if (match[0] === '.' && MR.test(text.slice(start, end))) continue;
    sentences.push({ text: text.slice(start, match.index), at: start });
    start = end;
  }
  sentences.push({ text: text.slice(start), at: start });
  return sentences.filter(({ text: words }) => /\p{L}/u.test(words));
}

/** Stands for the commas between the parts of what they count up. */
const AND = putIn('and');

const isComma = ({ text }: Word): boolean => text === ',';

/** The words between two commas. */
interface Part {
  readonly words: Word[];
  readonly arcs: Arc[];
}

function split(
  words: readonly Word[],
  arcs: readonly Arc[],
  breaks: ReadonlySet<number>,
  dictionary: Dictionary,
): Part[] {
  const parts: Part[] = [];
  let part: Part = { words: [], arcs: [] };
  const end = (): void => {
    if (part.words.some(({ text }) => /[\p{L}\p{N}]/u.test(text))) parts.push(part);
    part = { words: [], arcs: [] };
  };
  for (const [i, word] of words.entries()) {
    if (breaks.has(i) || (isComma(word) && !isAmongAdjectives(words, arcs, i, dictionary))) end();
    if (!isComma(word)) {
      part.words.push(word);
      part.arcs.push(arcs[i] as Arc);
    }
  }
  end();
  return parts;
}

/** "a tall, thin man": both say something of the noun behind. */
function isAmongAdjectives(
  words: readonly Word[],
  arcs: readonly Arc[],
  comma: number,
  dictionary: Dictionary,
): boolean {
  const word = lowerAt(words, comma - 1);
  const before = arcs[comma - 1];
  const after = arcs[comma + 1];
  // "looking at each other, a book".
  if (word === 'other') return false;
  return (
    before !== undefined &&
    after !== undefined &&
    before.label === 'amod' &&
    (/(?:ed|ing|y|ful|ous|ish|less|al|ic)$/.test(word) ||
      dictionary.isAdjective(word) ||
      dictionary.isNoun(word)) &&
    before.head > comma &&
    (after.label === 'amod' ? after.head === before.head : before.head === comma + 1)
  );
}

const HAVING = new Set([
  'with',
  'without',
  'wearing',
  'holding',
  'has',
  'have',
  'like',
  'including',
  'of',
  'wears',
  'carrying',
  'holds',
]);
const JOINING = list('and, or');
const HAVING_ONE = list('with, without, wearing, holding, carrying');
const SUBJECTS = new Set(['nsubj', 'nsubjpass', 'expl']);

const isClause = (arcs: readonly Arc[]): boolean =>
  arcs.some(isTensed) && arcs.some(({ label }) => SUBJECTS.has(label));

/** "a cat, a dog, and a bird sit": how many parts name who does it; the verb says that they are several. */
function doersFrom(parts: readonly Part[], at: number): number {
  const names = ({ words, arcs }: Part): boolean =>
    words.length <= 4 &&
    (isNoun(arcs[0]) || hasTag(arcs[0], 'DT', 'PRP$', 'CD')) &&
    isNoun(arcs.at(-1)) &&
    !arcs.some(({ tag }) => /^(?:V|IN|TO|CC)/.test(tag));
  let end = at;
  while (end < parts.length && names(parts[end] as Part)) end++;
  const last = parts[end];
  if (!last) return 1;
  const and = last.words.findIndex(({ lower }) => lower === 'and');
  const verb = last.arcs.findIndex(isVerb);
  const several =
    hasTag(last.arcs[verb], 'VBP') && last.words.slice(0, verb).every(({ lower }) => lower !== 'who');
  return several && and >= 0 && and < verb ? end - at + 1 : 1;
}

/** "wearing a hat and a coat": nothing is joined to that behind a comma. */
function isComplete({ words, arcs }: Part, having: Word): boolean {
  const and = words.findIndex(({ lower }, i) => i > words.indexOf(having) && lower === 'and');
  return and >= 0 && hasTag(arcs[and + 1], 'DT', 'PRP$');
}

/** "a hat, gloves and a cane" behind "with": how many parts belong together from `at` on. */
function enumerated(parts: readonly Part[], at: number): number {
  const first = parts[at];
  const doers = doersFrom(parts, at);
  if (doers > 1) return doers;
  const having = first?.words.find(({ lower }) => HAVING.has(lower));
  // "In the middle of the street, a dog and a cat": no part of the street.
  if (!first || !having || (having.lower === 'of' && isOneOf(first.words[0]?.lower, 'in', 'on', 'at', 'to')))
    return 1;
  if (isComplete(first, having)) return 1;
  let end = at + 1;
  const bare = ({ words, arcs }: Part): boolean =>
    words.length <= 4 &&
    !words.some(({ lower }) => JOINING.has(lower)) &&
    !arcs.some(({ tag }) => isOneOf(tag, 'VBG', 'VBZ', 'VBP', 'VBD', 'IN', 'TO'));
  while (end < parts.length && bare(parts[end] as Part)) end++;
  const last = parts[end];
  if (!last) return 1;
  const and = last.words.findIndex(({ lower }) => JOINING.has(lower));
  // Of more words it has to be sure that they are no others: "a dog, a man and a child on a bench".
  const isShort = last.words.length <= 7 && !isClause(last.arcs);
  const areThings = and <= 4 && !last.words.slice(0, and + 4).some(({ lower }) => isAlive(lower));
  const isOneClause = !isClause(last.arcs) || last.arcs.some(({ tag }) => tag === 'VBZ');
  const joins =
    and >= 0 &&
    // "a block of marble, dust covering his hair and beard".
    !last.arcs.slice(0, and).some(({ tag }) => tag === 'VBG') &&
    (isShort ||
      (areThings &&
        isOneClause &&
        HAVING_ONE.has(first.words.find(({ lower }) => HAVING.has(lower))?.lower ?? ''))) &&
    !isOneOf(last.words[0]?.lower, 'with', 'wearing', 'holding');
  return joins ? end - at + 1 : 1;
}

/** `breaks`: indexes of words before which a list without commas breaks. Leading joining words are left out. */
export function piecesOf(
  words: readonly Word[],
  arcs: readonly Arc[],
  breaks: ReadonlySet<number>,
  dictionary: Dictionary,
): Word[][] {
  const parts = split(words, arcs, breaks, dictionary);
  const pieces: Word[][] = [];
  for (let at = 0; at < parts.length; ) {
    const count = breaks.size > 0 ? 1 : enumerated(parts, at);
    const piece = parts.slice(at, at + count).flatMap((part) => [AND, ...part.words]);
    const bare = withoutLead(piece);
    if (bare.length > 0) pieces.push(bare);
    at += count;
  }
  return pieces;
}

const LEADS = new Set(['and', 'but', 'while', 'of', 'as', 'then', 'also', '-', '.', '/']);

/** The first of `words` is a joining word: at it, at the latest, the search for letters from behind ends. */
function withoutLead(words: Word[]): Word[] {
  let at = 0;
  while (at < words.length && LEADS.has((words[at] as Word).lower)) at++;
  let end = words.length;
  while (!/[\p{L}\p{N}]/u.test((words[end - 1] as Word).text)) end--;
  return words.slice(at, end);
}
