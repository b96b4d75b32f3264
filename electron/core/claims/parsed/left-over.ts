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

/** The words that claims are written in. */
export const wordsIn = (texts: readonly string[]): ReadonlySet<string> =>
  new Set(texts.flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u)));

/** Whether a piece has a word that says something and is not among those that claims have said. */
export const isLeftOver = (piece: readonly ParsedWord[], said: ReadonlySet<string>): boolean =>
  piece.some(
    (word) =>
      saysSomething(word) &&
      !said.has(word.lower) &&
      !said.has(word.lemma) &&
      !said.has(participle(word.lemma)) &&
      ![...said].some((one) => one.length > 2 && (alike(one, word.lemma) || alike(one, word.lower))),
  );
