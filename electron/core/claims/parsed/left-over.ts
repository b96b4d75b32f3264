/** What no claim has taken up of a clause: it is asked whole then. */
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
  UNSEEN,
  VAGUE,
  WEARING,
} from '../lexicon.js';
import { IN_FRAME } from './mentions.js';
import type { ParsedWord } from './word.js';

const LITTLE = list(
  'nobody, nothing, everyone, be, do, see, there, one, ones, other, others, each, person, people, figure, view, front, half, number, kind, pair, group, couple, feature, include, show, depict, contain',
);

const saysSomething = ({ lower, lemma, tag, label, start }: ParsedWord): boolean =>
  start >= 0 &&
  label !== 'poss' &&
  lower.length > 2 &&
  /^(?:NNS?|VB[DGNPZ]?|JJ)$/.test(tag) &&
  !(lemma in GROUPS) &&
  ![LITTLE, UNSEEN, HAVING, WEARING, LINKING, MANY, PARTITIVE, ABSTRACT, IN_FRAME, VAGUE, AGES].some(
    (words) => words.has(lemma) || words.has(lower),
  );

/** Words that are one word written otherwise: "mends" and "mending", "wolves" and "wolf". */
const alike = (a: string, b: string): boolean => {
  const length = Math.max(3, Math.min(a.length, b.length) - 3);
  return a.slice(0, length) === b.slice(0, length);
};

/** The words of each claim. */
export const wordsIn = (texts: readonly string[]): ReadonlySet<string>[] =>
  texts.map((text) => new Set(text.toLowerCase().split(/[^\p{L}\p{N}]+/u)));

const isIn = ({ lower, lemma }: ParsedWord, said: ReadonlySet<string>): boolean =>
  said.has(lower) ||
  said.has(lemma) ||
  said.has(participle(lemma)) ||
  [...said].some((one) => one.length > 2 && (alike(one, lemma) || alike(one, lower)));

/** Of what a word is said that says something: over prepositions and "edge of". −1 for nothing. */
function saidOf(piece: readonly ParsedWord[], i: number): number {
  const word = piece[i] as ParsedWord;
  if (!/^(?:nsubj|nsubjpass|dobj|pobj|amod|compound)$/.test(word.label)) return -1;
  let at = word.head;
  for (let steps = 0; steps < 6; steps++) {
    const head = piece[at] as ParsedWord;
    // Where something is done is said of who does it.
    if (saysSomething(head)) return word.label === 'pobj' && /^(?:VB|JJ)/.test(head.tag) ? -1 : at;
    if (head.head === at || !/^(?:prep|pobj|prt|advmod|agent)$/.test(head.label)) return -1;
    at = head.head;
  }
  return -1;
}

/** What claims leave of a piece: a word that says something, or only that two such words are said of one another. */
export function leftOver(
  piece: readonly ParsedWord[],
  claims: readonly ReadonlySet<string>[],
): 'word' | 'tie' | null {
  const places = piece.map((word) =>
    saysSomething(word) ? new Set(claims.filter((said) => isIn(word, said))) : null,
  );
  if (places.some((own) => own?.size === 0)) return 'word';
  const isLost = places.some((own, i) => {
    const other = own && places[saidOf(piece, i)];
    return other && ![...own].some((claim) => other.has(claim));
  });
  return isLost ? 'tie' : null;
}
