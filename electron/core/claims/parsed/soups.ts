/** Where a list of tags without commas breaks. */
import { singularOf } from '../english.js';
import { INANIMATE } from '../inanimate.js';
import { BODY, CLOTHING, COLOURS, isAlive, list, PEOPLE, PLACES } from '../lexicon.js';
import { isAdjective, isNoun, isTensed, tagAt } from './arcs.js';
import { isDoneTo } from './carriers.js';
import type { Dictionary } from './dictionary.js';
import { type Arc, isOneOf, lowerAt, type Word } from './word.js';
import { standsAlone } from './word-order.js';

const QUALITY = list('long, short, big, large, small');
const SKY = list('sky, clouds, mountains, ocean, sun, moon, stars, nature');
/** What hair and clothes do themselves. */
const OWN_DEEDS = list(
  'hanging, flowing, falling, reaching, blowing, splashing, shining, reflecting, growing, fluttering, waving',
);

/** "city street", "castle courtyard": the first says which one. */
const WITHIN_A_TOWN = list(
  'city, village, town, mountain, forest, train, castle, harbor, harbour, country, desert, palace, temple, school, farm, park, beach',
);
const BEHIND = list('behind, above, below, nearby, around, outside, inside');
const MATERIAL = list(
  'copper, brass, steel, iron, stone, marble, glass, paper, straw, leather, velvet, silk, gold, silver, bronze, bamboo, brick, wicker, wool, clay, tin',
);
const GENERAL = list('man, woman, girl, boy, child, person, people, men, women');

const isQuality = (word: string): boolean => COLOURS.has(word) || QUALITY.has(word);

/** Words: nobody writes more tags without a comma. */
const LONGEST = 80;

/**
 * Whether the words between two commas around `at` are tags without commas, more than `least`: prose has articles or a verb, and no breaks.
 */
export function isInSoup(words: readonly Word[], arcs: readonly Arc[], at: number, least = 2): boolean {
  let start = at;
  while (start > 0 && words[start - 1]?.text !== ',' && at - start < LONGEST) start--;
  let end = at;
  while (end < words.length && words[end]?.text !== ',' && end - at < LONGEST) end++;
  if (end - start > LONGEST) return false;
  const within = arcs.slice(start, end);
  if (within.some(({ tag }) => isOneOf(tag, 'VBZ', 'VBP', 'VBD', 'MD', 'EX', 'WP', 'WDT'))) return false;
  const plural = arcs[at - 1]?.tag === 'NNS' && /s$/.test(lowerAt(words, at - 1));
  if (
    within.some(({ tag }) => tag === 'DT') &&
    !plural &&
    !(arcs[at]?.tag === 'VBG' && arcs.slice(start, at).some(({ tag }) => tag === 'VBG'))
  )
    return false;
  const nouns = isNoun(arcs[at]) && isNoun(arcs[at - 1]);
  return end - start > (nouns ? 4 : least);
}

export function breaksIn(
  words: readonly Word[],
  arcs: readonly Arc[],
  dictionary: Dictionary,
): ReadonlySet<number> {
  const breaks = new Set<number>();
  const tag = (i: number): string => tagAt(arcs, i);
  const lower = (i: number): string => lowerAt(words, i);
  const isSmall = (i: number): boolean => words[i]?.text === lower(i);
  const isLook = (i: number): boolean => isAdjective(arcs[i]) || isQuality(lower(i));
  const isThing = (i: number): boolean => isNoun(arcs[i]) && !isQuality(lower(i));
  const finite = arcs.some(isTensed);
  const listed = words.some(({ text }) => text === ',');
  for (let i = 1; i < words.length; i++) {
    // "steam rising | crowd waiting | neon signs".
    if (
      !finite &&
      !listed &&
      doesSo(words, arcs, i - 1, dictionary) &&
      (isNoun(arcs[i]) || isAdjective(arcs[i])) &&
      isSmall(i)
    )
      breaks.add(i);
    // "camel behind | drinking tea".
    if (tag(i) === 'VBG' && BEHIND.has(lower(i - 1)) && isNoun(arcs[i - 2]) && !finite) breaks.add(i);
    if (!(isThing(i - 1) || PEOPLE[lower(i - 1)] !== undefined) || !/\p{L}/u.test(lower(i))) continue;
    const before = lower(i - 1);
    const word = lower(i);
    const worn = BODY.has(before) || CLOTHING.has(before);
    if (isLook(i) && before !== 'half') {
      let noun = i;
      while (isLook(noun) || (noun > i && isOneOf(tag(noun), 'VBN', 'VBG'))) noun++;
      if (isNoun(arcs[noun]) && isSmall(i)) breaks.add(i);
    }
    // "hands tuning a violin": nobody else is there to do it.
    const isOfSomebody = words
      .slice(0, i - 1)
      .some((one) => isAlive(one.lower) || isAlive(singularOf(one.lower).singular));
    if (worn && tag(i) === 'VBG' && !OWN_DEEDS.has(word) && !finite && (isOfSomebody || CLOTHING.has(before)))
      breaks.add(i);
    if (CLOTHING.has(before) && BODY.has(word)) breaks.add(i);
    if (
      tag(i - 1) === 'NNS' &&
      isNoun(arcs[i]) &&
      isSmall(i) &&
      /s$/.test(before) &&
      !dictionary.isCompound(before, word)
    )
      breaks.add(i);
    if (!finite && !listed && words.length > 5 && isSmall(i) && !arcs.some(({ tag: one }) => one === 'DT')) {
      const person = PEOPLE[before] !== undefined && i === 1;
      const next = lower(i + 1);
      if (person && (CLOTHING.has(word) || (CLOTHING.has(next) && dictionary.isCompound(word, next))))
        breaks.add(i);
      if (GENERAL.has(word) && (tag(i - 1) === 'NNS' || INANIMATE.has(before))) breaks.add(i);
    }
    // "holding lantern | path".
    if (
      !finite &&
      !listed &&
      isOneOf(tag(i - 2), 'VBG', 'VBN') &&
      isDoneTo(lower(i - 2), dictionary) &&
      INANIMATE.has(before) &&
      PLACES.has(word) &&
      !dictionary.isCompound(before, word)
    )
      breaks.add(i);
    const places =
      !listed && !WITHIN_A_TOWN.has(before) && PLACES.has(before) && (PLACES.has(word) || SKY.has(word));
    const article = arcs.slice(Math.max(0, i - 3), i).some((arc) => arc.tag === 'DT');
    if (places && isNoun(arcs[i]) && !article && !dictionary.isCompound(before, word)) breaks.add(i);
  }
  return breaks;
}

/** What things do by themselves, and what animals and bystanders do in a list. */
const BY_THEMSELVES = list(
  'rising, falling, flying, glowing, burning, floating, drifting, dripping, flowing, swirling, spinning, swinging, growing, blooming, flickering, billowing, fluttering, flapping, crackling, crashing, shining, twinkling, bubbling, steaming, boiling, melting, crumbling, blowing, howling, streaming, pouring',
);
const NEARBY = list(
  'waiting, watching, sleeping, barking, circling, perching, cheering, grazing, hiding, napping',
);
const CROWD = list('crowd, people, onlookers, spectators, audience, bystanders');

/** "steam rising", "crowd waiting": what the noun right before does, and not whom the list is about. */
function doesSo(words: readonly Word[], arcs: readonly Arc[], i: number, dictionary: Dictionary): boolean {
  const [before, word] = [lowerAt(words, i - 1), lowerAt(words, i)];
  if (arcs[i]?.tag !== 'VBG' || !isNoun(arcs[i - 1]) || dictionary.isCompound(before, word)) return false;
  const isAnimal = dictionary.isAnimal(singularOf(before).singular) || CROWD.has(before);
  return BY_THEMSELVES.has(word) ? i > 1 && !BODY.has(before) : isAnimal && NEARBY.has(word);
}

/** "copper pots", "a lighthouse keeper", "watering tomato plants": no list breaks between these, whatever the parse says. */
export function belongTogether(
  words: readonly Word[],
  arcs: readonly Arc[],
  i: number,
  dictionary: Dictionary,
): boolean {
  const [before, word] = [lowerAt(words, i - 1), lowerAt(words, i)];
  // "masked dancers drumming".
  if (arcs[i]?.tag === 'VBG' && dictionary.isAlive(before)) return true;
  if (doesSo(words, arcs, i, dictionary)) return true;
  // "tuning her instrument".
  if (arcs[i]?.tag === 'PRP$') return arcs[i - 1]?.tag === 'VBG' && !standsAlone(before);
  if (!isNoun(arcs[i])) return false;
  if (arcs[i - 1]?.tag === 'VBG') return isDoneTo(before, dictionary) && !dictionary.isCompound(before, word);
  if (arcs[i - 1]?.tag !== 'NN') return false;
  // "an old chimney sweep".
  if (dictionary.isCompound(before, word)) return true;
  if (MATERIAL.has(before)) return true;
  const isKind = PEOPLE[before] === undefined && !CLOTHING.has(before) && !BODY.has(before);
  return isKind && PEOPLE[word] !== undefined && !GENERAL.has(word) && arcs[i - 2]?.tag !== 'VBG';
}
