/** Verbs that the parser takes for nouns: "a porter winds six clocks", "two boys row home". */
import { singularOf } from '../english.js';
import { BARE_VERBS, CLOTHING, COLOURS, isAlive, list, MASS } from '../lexicon.js';
import { hasLabel, hasTag, isNoun, isSubject, isTensed, makesClause, tagAt } from './arcs.js';
import type { Dictionary } from './dictionary.js';
import { lemmaOf } from './lemma.js';
import { isBare, isThingAsWell, isThird } from './verbs.js';
import { type Arc, isOneOf, lowerAt, type Word } from './word.js';

/** "a man in a hat and a woman in a dress dance". */
const isDress = ({ lower }: Word): boolean => CLOTHING.has(lower);

const WEATHER = list('rain, snow, hail, wind, thunder, fog, mist, smoke, steam');
const BY_WEATHER = list(
  'drums, beats, lashes, pours, falls, drips, taps, rattles, runs, streams, blows, tears, howls, whips, rolls, hangs, swirls, creeps, settles, clings, whistles, hammers, tugs, rises, curls, pelts',
);
const BEHIND = list(
  'a, an, the, his, her, its, their, in, on, at, over, under, by, with, into, through, down, up, to, out, around, across, beside, behind, from, toward, towards, along, against, past, away, above, below, between, among, off, onto, near, slowly, quietly, softly',
);
/** "bees", but not "grass". */
const ENDS_IN_S = /[^s]s$/;
const NOT_ONE = list('few, dozen, hundred, thousand, couple, pair, series, lot');

/** Of "a wedding ring glints on …" the last can be no plural. */
function isDoneByOne(
  piece: readonly Word[],
  arcs: readonly Arc[],
  i: number,
  dictionary: Dictionary,
): boolean {
  const { lower } = piece[i] as Word;
  const next = piece[i + 1];
  if (!isDeedOfOne(lower, dictionary) || (next && !BEHIND.has(next.lower))) return false;
  let at = i - 1;
  while (at > 0 && at > i - 4 && /^(?:NN|JJ|VB[GN])/.test(tagAt(arcs, at)) && !/s$/.test(lowerAt(piece, at)))
    at--;
  return (
    isOneOf(lowerAt(piece, at), 'a', 'an', 'another', 'every') &&
    at < i - 1 &&
    !piece.slice(at, i).some(({ lower: word }) => NOT_ONE.has(word))
  );
}

/** "a cop strings yellow tape", "the cook clings to a door": somebody and a word that one does, where nobody does more. */
function isDoneBySomebody(
  piece: readonly Word[],
  arcs: readonly Arc[],
  i: number,
  dictionary: Dictionary,
): boolean {
  const [before, word] = [lowerAt(piece, i - 1), lowerAt(piece, i)];
  const next = arcs[i + 1]?.tag;
  if (
    !dictionary.isAlive(before) ||
    ENDS_IN_S.test(before) ||
    !isDeedOfOne(word, dictionary) ||
    next === undefined
  )
    return false;
  if (dictionary.isCompound(before, word) || isOneOf(next, 'VBZ', 'VBD', 'VBN', 'MD', 'POS')) return false;
  // "a baker dusts flour off …".
  const isThing = dictionary.isNoun(lowerAt(piece, i + 1));
  if (next === 'VBP' && !isThing) return false;
  let at = i - 1;
  while (at > 0 && i - at < 5 && /^(?:NN|JJ|VB[GN]|HYPH)/.test(tagAt(arcs, at))) at--;
  const first = lowerAt(piece, at);
  return (
    isOneOf(first, 'a', 'an', 'another', 'every') ||
    (isOneOf(first, 'the', 'his', 'her', 'its', 'their', "'s") &&
      (BEHIND.has(lowerAt(piece, i + 1)) || reachesBehind(arcs, i)))
  );
}

/** "neighbours in black stand around a coffin": no stand is black. */
const standsInBlack = (piece: readonly Word[], arcs: readonly Arc[], i: number): boolean =>
  hasTag(arcs[i], 'NN') &&
  BARE_VERBS.has(lowerAt(piece, i)) &&
  COLOURS.has(lowerAt(piece, i - 1)) &&
  lowerAt(piece, i - 2) === 'in' &&
  hasTag(arcs[i - 3], 'NNS') &&
  hasTag(arcs[i + 1], 'IN', 'RP', 'RB', 'TO');

/** "bus", "lens". */
const singularAsItIs = (word: string): boolean => !singularOf(word).plural;

/** What stands behind a verb, by its tag. */
export const BEHIND_A_VERB: ReadonlySet<string> = new Set([
  'DT',
  'IN',
  'TO',
  'PRP',
  'PRP$',
  'RB',
  'CD',
  'RP',
  'CC',
  ',',
]);

/**
 * A sentence in which verbs that the parser took for nouns ("the knight kneels before …", "two dogs bark") are written
 * as some that it knows; the same list where none hides.
 */
export function withVerbsShown(
  words: readonly Word[],
  arcs: readonly Arc[],
  dictionary: Dictionary,
): readonly Word[] {
  const shown = new Map<number, string>();
  const show = (at: number): Map<number, string> => shown.set(at, plainerVerb(words, arcs, at));
  for (let start = 0; start < words.length; ) {
    let end = start;
    while (end < words.length && words[end]?.text !== ',') end++;
    const hidden = Array.from({ length: end - start }, (_, i) => start + i).find((at) =>
      hidesVerb(words, arcs, at, start, dictionary),
    );
    if (hidden !== undefined && !arcs.slice(start, hidden).some(makesClause)) show(hidden);
    for (let at = start + 1; at < end; at++) if (goesOnWith(words, arcs, at, dictionary)) show(at);
    start = end + 1;
  }
  if (startsWithDoers(words, arcs, dictionary)) show(1);
  return shown.size === 0 ? words : words.map((word, i) => ({ ...word, text: shown.get(i) ?? word.text }));
}

/** The verb that is written in the place of one: "hold" where something is reached, "sit" elsewhere; of one with an "s". */
const plainerVerb = (words: readonly Word[], arcs: readonly Arc[], at: number): string =>
  `${reachesBehind(arcs, at) ? 'hold' : 'sit'}${ENDS_IN_S.test((words[at] as Word).lower) ? 's' : ''}`;

/** Whether a noun begins right behind the word. */
const reachesBehind = (arcs: readonly Arc[], at: number): boolean => {
  const [next, second] = [tagAt(arcs, at + 1), tagAt(arcs, at + 2)];
  return isOneOf(next, 'DT', 'PRP$', 'CD', 'NN', 'NNS') || (next === 'JJ' && /^(?:NN|JJ)/.test(second));
};

const isDeedOfOne = (word: string, dictionary: Dictionary): boolean =>
  ENDS_IN_S.test(word) && dictionary.isVerb(lemmaOf(word, 'VBZ')) && !singularAsItIs(word);

/** "leans on the ropes and counts coins": what one who does something does besides. */
function goesOnWith(
  words: readonly Word[],
  arcs: readonly Arc[],
  i: number,
  dictionary: Dictionary,
): boolean {
  const { lower } = words[i] as Word;
  const tag = tagAt(arcs, i);
  if (lowerAt(words, i - 1) !== 'and') return false;
  const does = (form: string): boolean =>
    arcs
      .slice(0, i)
      .some((arc, at) => arc.tag === form && arcs.some((one) => one.head === at && isSubject(one)));
  // "drop their cards and scramble for the window".
  if (isOneOf(tag, 'NN', 'JJ') && dictionary.isMostlyVerb(lower) && does('VBP'))
    return hasTag(arcs[i + 1], 'IN', 'TO', 'DT', 'PRP$') && !does('VBZ');
  if (tag !== 'NNS' || !isDeedOfOne(lower, dictionary)) return false;
  const [next, second] = [tagAt(arcs, i + 1), tagAt(arcs, i + 2)];
  // "turns around and waves", "coils a rope and hums".
  if (next === '' || next === ',')
    return does('VBZ') && isThird(lower) && !(isNoun(arcs[i - 2]) && isThingAsWell(lower));
  return (
    (isOneOf(next, 'DT', 'PRP', 'PRP$', 'CD', 'NNS') ||
      (isOneOf(next, 'NN', 'JJ') && isOneOf(second, 'NN', 'NNS'))) &&
    does('VBZ')
  );
}

/** "sparks leap between two coils": what stands first does it, though it could be a deed itself. */
const startsWithDoers = (words: readonly Word[], arcs: readonly Arc[], dictionary: Dictionary): boolean =>
  hasTag(arcs[0], 'VBZ') &&
  hasTag(arcs[1], 'NN') &&
  dictionary.isNoun(lowerAt(words, 0)) &&
  dictionary.isVerb(lowerAt(words, 1)) &&
  hasTag(arcs[2], 'IN', 'DT', 'RP', 'RB');

function hidesVerb(
  piece: readonly Word[],
  arcs: readonly Arc[],
  i: number,
  start: number,
  dictionary: Dictionary,
): boolean {
  const word = piece[i] as Word;
  const before = piece[i - 1];
  const next = arcs[i + 1]?.tag;
  if (
    before === undefined ||
    !/^NN|^VBN$|^JJ/.test(tagAt(arcs, i)) ||
    !(isNoun(arcs[i - 1]) || (isAlive(before.lower) && isThird(word.lower)) || COLOURS.has(before.lower))
  )
    return false;
  // "rain drums on a roof".
  if (i === start + 1 && WEATHER.has(before.lower) && BY_WEATHER.has(word.lower)) return true;
  if (isDoneByOne(piece, arcs, i, dictionary) || isDoneBySomebody(piece, arcs, i, dictionary)) return true;
  if (standsInBlack(piece, arcs, i)) return true;
  const reaches =
    isNoun(arcs[i + 1]) && isAlive(before.lower) && isThird(word.lower) && !isThingAsWell(word.lower);
  if (next !== undefined && !reaches && !BEHIND_A_VERB.has(next)) return false;
  if (isThird(word.lower))
    return (
      !/s$/.test(before.lower) &&
      (isAlive(before.lower) || !isThingAsWell(word.lower)) &&
      (arcs.slice(start, i).some(({ tag }) => tag === 'DT' || tag === 'PRP$') ||
        (arcs.slice(start, i - 1).every((arc) => hasTag(arc, 'JJ', 'VBN')) && MASS.has(before.lower)))
    );
  const isShown =
    hasTag(arcs[i - 1], 'NNS') &&
    ENDS_IN_S.test(before.lower) &&
    hasTag(arcs[i], 'NN') &&
    isOneOf(next, 'DT', 'IN', 'PRP$', 'RB', 'RP') &&
    dictionary.isVerb(word.lower) &&
    !dictionary.isCompound(before.lower, word.lower);
  if (!isBare(word.lower) && !isShown) return false;
  const joined = piece.slice(start, i).some(({ lower }) => lower === 'and');
  return (
    (hasTag(arcs[i - 1], 'NNS') && /s$|people|children|men$/.test(before.lower)) ||
    (joined &&
      (isAlive(before.lower) || isDress(before)) &&
      arcs.slice(start, i).some(({ tag }) => isOneOf(tag, 'DT', 'PRP$')))
  );
}

/** A sentence with one of its words written as a verb that the parser knows. */
export interface Shown {
  /** Index of the word. */
  readonly at: number;
  readonly words: readonly Word[];
}

/** Surer than this of a word and those beside it, the parser is asked nothing more. */
const SURE = 0.75;
/** So many a sentence are tried. */
const MOST = 3;

/**
 * What could be tried where the parser hardly knows what to make of a word that is a verb far more often than a noun:
 * `arcs` as it gave them.
 */
export function doubtfulVerbs(
  words: readonly Word[],
  arcs: readonly Arc[],
  dictionary: Dictionary,
): readonly Shown[] {
  const found: Shown[] = [];
  for (let at = 1; at < words.length && found.length < MOST; at++) {
    const { lower, text } = words[at] as Word;
    const tag = tagAt(arcs, at);
    if (
      text !== lower ||
      !(isOneOf(tag, 'NN', 'NNS', 'JJ') || (isNoDeed(arcs[at]) && isNoun(arcs[at - 1]))) ||
      !/^(?:NN|PRP$|CD|FW|JJ)/.test(tagAt(arcs, at - 1))
    )
      continue;
    if (arcs.slice(at - 1, at + 2).every(({ sure }) => sure > SURE)) continue;
    const isOne = ENDS_IN_S.test(lower);
    if (isOne ? tag === 'JJ' || singularAsItIs(lower) : tag === 'NNS') continue;
    if (!isOne && !couldDo(words, arcs, at, dictionary)) continue;
    const lemma = isOne ? dictionary.lemmaOf(lower, 'VBZ') : lower;
    if (!(isNoDeed(arcs[at]) ? dictionary.isVerb(lemma) : dictionary.isMostlyVerb(lemma))) continue;
    if (dictionary.isCompound(lowerAt(words, at - 1), lower) || !isBehindDoer(words, arcs, at, dictionary))
      continue;
    const verb = plainerVerb(words, arcs, at);
    found.push({ at, words: words.map((word, i) => (i === at ? { ...word, text: verb } : word)) });
  }
  return found;
}

/** "a baker dusts flour off …": a verb that the parser hangs as if it were a thing. */
const isNoDeed = (arc: Arc | undefined): boolean =>
  hasTag(arc, 'VBZ', 'VBP') && hasLabel(arc, 'nsubj', 'pobj', 'dobj', 'compound', 'nmod', 'amod');

/** "two boys clean the boat": as several do it, with what it reaches, or where, behind it. */
function couldDo(words: readonly Word[], arcs: readonly Arc[], at: number, dictionary: Dictionary): boolean {
  const before = lowerAt(words, at - 1);
  const next = arcs[at + 1];
  const isLook = hasTag(arcs[at], 'JJ');
  if (isLook && dictionary.isAdjective(lowerAt(words, at))) return false;
  if (
    !hasTag(arcs[at - 1], 'NNS') &&
    !dictionary.isAlive(before) &&
    !words.slice(0, at).some(({ lower }) => lower === 'and')
  )
    return false;
  if (hasTag(next, 'DT', 'PRP$', 'IN', 'TO')) return true;
  return !isLook && (next === undefined || hasTag(next, 'PRP', 'CD', 'RP', 'RB', 'NN', ',', '.'));
}

/** Whether a noun ends before the word that somebody or something is called by: with an article, a name, or alive. */
function isBehindDoer(
  words: readonly Word[],
  arcs: readonly Arc[],
  at: number,
  dictionary: Dictionary,
): boolean {
  const before = lowerAt(words, at - 1);
  if (dictionary.isAlive(before)) return true;
  if (isThingAsWell(lowerAt(words, at))) return false;
  let first = at - 1;
  while (first > 0 && /^(?:NN|JJ|VB[GN]|CD|HYPH)/.test(tagAt(arcs, first - 1))) first--;
  return hasTag(arcs[first - 1], 'DT', 'PRP$', 'POS') || /^\p{Lu}\p{Ll}/u.test(words[at - 1]?.text ?? '');
}

/** How much surer the parser has to be of a sentence so written, of each word in the middle. */
const GAIN = 0.02;

/** How sure the parser is of a sentence. */
export const sureOf = (arcs: readonly Arc[]): number =>
  arcs.reduce((sum, { sure }) => sum + Math.log(Math.max(sure, 0.02)), 0) / arcs.length;

/** Whether the parser makes a verb that somebody does of the word, and is surer of the whole than it was. */
export function isSurer({ at }: Shown, arcs: readonly Arc[], before: readonly Arc[]): boolean {
  const isDone = arcs.some((arc, i) => arc.head === at && i !== at && isSubject(arc));
  // What was done without it is still done.
  if (before.some((arc, i) => !(i === at + 1 && arc.tag === 'VBP') && isTensed(arc) && !isTensed(arcs[i])))
    return false;
  return hasTag(arcs[at], 'VBZ', 'VBP') && isDone && sureOf(arcs) - sureOf(before) > GAIN;
}
