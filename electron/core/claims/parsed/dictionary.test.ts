import { expect, it } from 'vitest';
import { Dictionary } from './dictionary.js';
import { isBare, isThingAsWell, isThird } from './verbs.js';

const WORDS = Dictionary.of(
  ['boat saw', 'asleep', 'rolling_pin traffic_lights', 'burst feed saw walk', 'umpire', 'orca', 'burst'].join(
    '\n',
  ),
);

it.each<[what: string, is: (word: string) => boolean, words: string, these: string]>([
  ['a noun', (word) => WORDS.isNoun(word), 'boat boats walk asleep', 'boat boats'],
  ['an adjective', (word) => WORDS.isAdjective(word), 'asleep boat', 'asleep'],
  ['a verb', (word) => WORDS.isVerb(word), 'walk saw boat', 'walk saw'],
  ['mostly a verb', (word) => WORDS.isMostlyVerb(word), 'burst walk', 'burst'],
  ['somebody', (word) => WORDS.isPerson(word), 'umpire orca umpires', 'umpire'],
  ['an animal', (word) => WORDS.isAnimal(word), 'umpire orca orcas', 'orca'],
  [
    'alive',
    (word) => WORDS.isAlive(word),
    'umpire umpires orca orcas girl girls boat asleep',
    'umpire umpires orca orcas girl girls',
  ],
  ['a deed by its lemma', (lemma) => WORDS.isDeed({ lower: '', lemma }), 'walk be boat', 'walk be'],
  ['a deed as it stands', (lower) => WORDS.isDeed({ lower, lemma: '' }), 'saw be boat', 'saw'],
  ['what one does', isThird, 'kneels flaps sitting lens kneel', 'kneels flaps'],
  ['what several do', isBare, 'kneel flap kneels lamp', 'kneel flap'],
  ['a thing as well', isThingAsWell, 'waves kneels', 'waves'],
])('of some words these are %s', (_, is, words, these) => {
  expect(words.split(' ').filter(is).join(' ')).toBe(these);
});

it('two words are one thing as one and as several, as the dictionary has them', () => {
  const pairs = [
    ['rolling', 'pin'],
    ['rolling', 'pins'],
    ['traffic', 'lights'],
    ['traffic', 'pin'],
  ] as const;
  expect(pairs.map(([first, second]) => WORDS.isCompound(first, second))).toEqual([true, true, true, false]);
});

it('the verbs that there are tell what a word is a form of', () => {
  expect([WORDS.lemmaOf('feed', 'VBP'), WORDS.lemmaOf('bursting', 'VBG')]).toEqual(['feed', 'burst']);
  expect(Dictionary.of('').lemmaOf('feed', 'VBP')).not.toBe('feed');
});
