/** Words of a draft as claims write them: verbs, prepositions, names, and where in the description they stand. */
import { wordTable } from '@shared/word-table.js';
import { participle } from '../english.js';
import * as lexicon from '../lexicon.js';
import { hasTag } from './arcs.js';
import type { Draft, Mention } from './draft.js';
import { IN_FRAME } from './mentions.js';
import { isOneOf, type ParsedWord } from './word.js';

export const POSTURES = lexicon.list('perch, seat, crouch, curl, huddle, gather, kneel');

/** "holding", "looking up"; what was done to somebody as it is said: "covered". */
export function doing(
  { said, passive, direct, link, object }: Pick<Draft, 'said' | 'passive' | 'direct' | 'link' | 'object'>,
  verb: ParsedWord,
): string {
  const rest = said.filter((word) => word !== verb);
  if (isSoon(said)) return wordsText(said);
  const asSaid =
    verb.lower === 'seated' ||
    (passive && !POSTURES.has(verb.lemma)) ||
    /ing$/.test(verb.lower) ||
    // "legs spread", but "has burst its banks".
    (hasTag(verb, 'VBN', 'VBD') &&
      verb.lemma === verb.lower &&
      direct === null &&
      (object === null || link.length > 0));
  return [asSaid ? verb.lower : participle(verb.lemma), wordsText(rest)].filter(Boolean).join(' ');
}

/** "about to jump": nothing is done yet, and nobody is there. */
export const isSoon = (said: readonly ParsedWord[]): boolean => said[0]?.lower === 'about';

/** A name of a thing or a place, as written. */
export const isProper = ({ head, isName }: Mention): boolean => !isName && /^\p{Lu}/u.test(head.text);
export const namedText = (words: readonly ParsedWord[]): string =>
  words
    .map(({ text }) => text)
    .join(' ')
    .replace(/ - /g, '-');

export const isOne = (said: readonly ParsedWord[]): boolean =>
  said.some(({ lower, start }) => start >= 0 && isOneOf(lower, 'one', 'single'));

export const withoutArticle = (words: string): string => words.replace(/^an? /, '');

/** Prepositions as claims write them. */
const SAME = wordTable<string>({
  beside: 'next to',
  alongside: 'next to',
  'close to': 'next to',
  by: 'next to',
  before: 'in front of',
  'on top of': 'on',
  atop: 'on',
  upon: 'on',
  inside: 'in',
  'inside of': 'in',
  within: 'in',
  beneath: 'under',
  underneath: 'under',
  below: 'under',
  'across from': 'opposite',
  'near to': 'near',
  'to left of': 'to the left of',
  'to right of': 'to the right of',
  'on the left of': 'to the left of',
  'on the right of': 'to the right of',
  'on left of': 'to the left of',
  'on right of': 'to the right of',
  'left of': 'to the left of',
  'to left': 'to the left of',
  'to right': 'to the right of',
  'on left': 'to the left of',
  'on right': 'to the right of',
  'right of': 'to the right of',
  'on the left side of': 'to the left of',
  'on the right side of': 'to the right of',
  'to the left side of': 'to the left of',
  'to the right side of': 'to the right of',
});
/** Whoever does something there is there. */
export const WHERE = lexicon.list(
  'to the left of, to the right of, next to, near, behind, in front of, under, above, in, on, between, over, opposite, around, against, among, outside, along, across, amid, past, amongst, amidst, beyond, in the middle of, at the top of, at the bottom of',
);
export const BESIDE = lexicon.list(
  'to the left of, to the right of, next to, near, behind, in front of, opposite, between, among',
);

export const linkText = (link: readonly ParsedWord[]): string => SAME[wordsText(link)] ?? wordsText(link);

/** "on the left", "in the background"; '' for what is no place in the picture. */
export function inFrame({ link }: Draft, object: Mention): string {
  const { lower } = object.head;
  if (!IN_FRAME.has(object.head.lemma) || object.of !== null || link.length > 1 || object.plural) return '';
  // "a table top" is a thing.
  if (isOneOf(link[0]?.lower, 'over', 'toward', 'towards') || object.words.length > 1) return '';
  if (lexicon.SIDES.has(lower)) return `on the ${lower}`;
  if (isOneOf(lower, 'top', 'bottom')) return `at the ${lower}`;
  return `in the ${isOneOf(lower, 'center', 'centre', 'middle') ? 'middle' : lower === 'distance' ? 'background' : lower}`;
}

export const wordsText = (words: readonly ParsedWord[]): string =>
  words
    .map(({ lower }) => lower)
    .join(' ')
    .replace(/ - /g, '-')
    .replace(/ (?='s?\b)/g, '');

export function spanOf(...parts: readonly (Mention | ParsedWord)[]): readonly [number, number] {
  const ends = parts.flatMap((part): [number, number][] =>
    'words' in part
      ? [[part.start, Math.max(...part.words.map(({ end }) => end))]]
      : part.start < 0
        ? []
        : [[part.start, part.end]],
  );
  return [Math.min(...ends.map(([start]) => start)), Math.max(...ends.map(([, end]) => end))];
}

/**
 * Where it is said what the subject does or where it is; its own words where nothing else is said. Whom a pronoun means
 * was named before.
 */
export function saidOf(
  subject: Mention,
  ...parts: readonly (Mention | ParsedWord)[]
): readonly [number, number] {
  const words = parts.filter((part) => !('words' in part) && part.start >= 0);
  const first = Math.min(...words.map((word) => word.start));
  const [start, end] = spanOf(...parts.filter((part) => !('words' in part) || !(part.start < first)));
  return start < end ? [start, end] : spanOf(subject);
}
