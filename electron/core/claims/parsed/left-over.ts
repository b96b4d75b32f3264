/** What no claim has taken up of a clause: it is asked whole then. */
import { addTo } from '@shared/group-by.js';
import { participle } from '../english.js';
import {
  ABSTRACT,
  AGES,
  GROUPS,
  HAVING,
  LINKING,
  list,
  MANY,
  PARTITIVE,
  PLACES,
  UNSEEN,
  VAGUE,
  WEARING,
} from '../lexicon.js';
import { hasLabel, isNoun, isTensed } from './arcs.js';
import { IN_FRAME } from './mentions.js';
import { isOneOf, type ParsedWord } from './word.js';
import { isWorn } from './worn.js';

const LITTLE = list(
  'nobody, nothing, everyone, be, do, see, there, one, ones, other, others, each, person, people, figure, view, front, half, number, kind, pair, group, couple, feature, include, show, depict, contain',
);

const saysSomething = ({ lower, lemma, tag, label, start }: ParsedWord): boolean =>
  start >= 0 &&
  label !== 'poss' &&
  lower.length > 2 &&
  isOneOf(tag, 'NN', 'NNS', 'VB', 'VBD', 'VBG', 'VBN', 'VBP', 'VBZ', 'JJ') &&
  !(lemma in GROUPS) &&
  ![LITTLE, UNSEEN, HAVING, WEARING, LINKING, MANY, PARTITIVE, ABSTRACT, IN_FRAME, VAGUE, AGES].some(
    (words) => words.has(lemma) || words.has(lower),
  );

/** Words that are one word written otherwise: "mends" and "mending", "wolves" and "wolf". */
const alike = (a: string, b: string): boolean => {
  const length = Math.max(3, Math.min(a.length, b.length) - 3);
  return a.slice(0, length) === b.slice(0, length);
};

/** Which claims each word stands in, by their places. */
export function wordsIn(texts: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const [at, text] of texts.entries())
    for (const word of text.toLowerCase().split(/[^\p{L}\p{N}]+/u)) addTo(places, word, at);
  return places;
}

/** The claims that a word is in. */
function claimsWith({ lower, lemma }: ParsedWord, said: ReturnType<typeof wordsIn>): ReadonlySet<number> {
  const doing = participle(lemma);
  const found = new Set<number>();
  for (const [one, places] of said)
    if (
      one === lower ||
      one === lemma ||
      one === doing ||
      (one.length > 2 && (alike(one, lemma) || alike(one, lower)))
    )
      for (const place of places) found.add(place);
  return found;
}

/** Of what a word is said that says something: over prepositions and "edge of". −1 for nothing. */
function saidOf(piece: readonly ParsedWord[], i: number): number {
  const word = piece[i] as ParsedWord;
  if (!hasLabel(word, 'nsubj', 'nsubjpass', 'dobj', 'pobj', 'amod', 'compound')) return -1;
  let at = word.head;
  for (let steps = 0; steps < 6; steps++) {
    const head = piece[at] as ParsedWord;
    // Where something is done is said of who does it.
    if (saysSomething(head)) return word.label === 'pobj' && /^(?:VB|JJ)/.test(head.tag) ? -1 : at;
    if (head.head === at || !hasLabel(head, 'prep', 'pobj', 'prt', 'advmod', 'agent')) return -1;
    at = head.head;
  }
  return -1;
}

/** What claims leave of a piece: a word that says something, or only that two such words are said of one another. */
export function leftOver(
  piece: readonly ParsedWord[],
  claims: ReturnType<typeof wordsIn>,
): 'word' | 'tie' | null {
  const places = piece.map((word) => (saysSomething(word) ? claimsWith(word, claims) : null));
  if (places.some((own) => own?.size === 0)) return 'word';
  const isLost = places.some((own, i) => {
    const other = own && places[saidOf(piece, i)];
    return other && ![...own].some((claim) => other.has(claim));
  });
  return isLost || (isInDoubt(piece) && !isInOne(places)) ? 'tie' : null;
}

/** Below this the head of a word is as good as open, and what else hangs together there with it. */
const HELD = 0.7;

/** What these hang on is hardly ever meant otherwise, or says the same: "with freckles and a beard". */
const LITTLE_TIES = list('punct, det, poss, case, cc, conj, aux, auxpass, advmod, acomp');

/** Whether the parser hardly knows where a word belongs, and it matters. */
const isInDoubt = (piece: readonly ParsedWord[]): boolean =>
  piece.some(
    ({ start, label, held }, i) =>
      start >= 0 && held < HELD && !LITTLE_TIES.has(label) && !isAllOne(piece, i),
  );

/** Whether it says the same, whichever of the words that come in question the word at `i` belongs to. */
function isAllOne(piece: readonly ParsedWord[], i: number): boolean {
  const word = piece[i] as ParsedWord;
  const before = piece[i - 1];
  // "a girl in a red coat holding a lantern": what is said of the coat is said of the girl.
  if (before && isWorn(before)) return true;
  // Of "a fan spinning" the fan does it, or it is said of the fan.
  if (hasLabel(word, 'ROOT', 'nsubj') && isNoun(word))
    return piece.some((one) => one.tag === 'VBG') && !piece.some(isTensed);
  // Who does something on a mountain, or on the left, is there too.
  return (
    word.label === 'prep' &&
    piece.some(
      (one) => one.head === i && (PLACES.has(one.lemma) || PLACES.has(one.lower) || IN_FRAME.has(one.lemma)),
    )
  );
}

/** Words that one claim may have all of; of more it hardly says how they hang together. */
const FEW = 3;

/** Whether one claim has all that a few words say, or none says anything: asked whole they would be asked twice. */
function isInOne(places: readonly (ReadonlySet<number> | null)[]): boolean {
  const [first, ...rest] = places.filter((own) => own !== null);
  return (
    first === undefined ||
    (rest.length < FEW && [...first].some((claim) => rest.every((own) => own.has(claim))))
  );
}
