import { describe, expect, it } from 'vitest';
import { headOf, isEnglish, numberOf, participle, peopleText, singularOf, withArticle } from './english.js';
import { isPlural, nounText, pluralOf } from './entities.js';

it.each([
  ['dog', 'a dog'],
  ['owl', 'an owl'],
  ['apple', 'an apple'],
  ['Elf', 'an Elf'],
  ['umbrella', 'an umbrella'],
  ['unlit lamp', 'an unlit lamp'],
  ['unicorn', 'a unicorn'],
  ['uniform', 'a uniform'],
  ['unit', 'a unit'],
  ['universe', 'a universe'],
  ['unique hat', 'a unique hat'],
  ['used cup', 'a used cup'],
  ['utensil', 'a utensil'],
  ['ukulele', 'a ukulele'],
  ['hourglass', 'an hourglass'],
  ['honest man', 'an honest man'],
  ['heir', 'an heir'],
  ['house', 'a house'],
  ['black hour', 'a black hour'],
])('%s: %s', (noun, text) => {
  expect(withArticle(noun)).toBe(text);
});

it.each([
  ['hold', 'holding'],
  ['sit', 'sitting'],
  ['run', 'running'],
  ['squat', 'squatting'],
  ['trot', 'trotting'],
  ['unwrap', 'unwrapping'],
  ['begin', 'beginning'],
  ['row', 'rowing'],
  ['bear', 'bearing'],
  ['open', 'opening'],
  ['visit', 'visiting'],
  ['rune', 'runing'],
  ['ride', 'riding'],
  ['lie', 'lying'],
  ['tie', 'tying'],
  ['see', 'seeing'],
  ['hoe', 'hoeing'],
  ['dye', 'dyeing'],
  ['be', 'being'],
  ['wave', 'waving'],
  ['enter', 'entering'],
])('%s: %s', (lemma, form) => {
  expect(participle(lemma)).toBe(form);
});

describe('a noun', () => {
  it.each<[plural: string, singular: string]>([
    ['dogs', 'dog'],
    ['men', 'man'],
    ['old men', 'old man'],
    ['paper-boats', 'paper-boat'],
    ['boxes', 'box'],
    ['dishes', 'dish'],
    ['torches', 'torch'],
    ['dresses', 'dress'],
    ['tomatoes', 'tomato'],
    ['heroes', 'hero'],
    ['houses', 'house'],
    ['berries', 'berry'],
    ['ties', 'tie'],
    ['zombies', 'zombie'],
    ['monkeys', 'monkey'],
    ['umbrellas', 'umbrella'],
    ['keys', 'key'],
    ['geese', 'goose'],
    ['passers-by', 'passer-by'],
  ])('%s are more than one %s', (plural, singular) => {
    expect(singularOf(plural)).toEqual({ singular, plural: true });
    expect(singularOf(singular)).toEqual({ singular, plural: false });
    expect(pluralOf(singular)).toBe(plural);
    expect([isPlural(plural), isPlural(singular)]).toEqual([true, false]);
  });

  it.each(['glass', 'grass', 'bus', 'gas', 'people', 'sheep', 'moss', 'ice', 'as'])(
    '%s is said as it is',
    (noun) => {
      expect(singularOf(noun)).toEqual({ singular: noun, plural: false });
    },
  );

  it.each<[noun: string, singular: string, several: string, two: string]>([
    ['dog', 'a dog', 'dogs', 'two dogs'],
    ['moon', 'the moon', 'moons', 'two moons'],
    ['full moon', 'a full moon', 'full moons', 'two full moons'],
    ['smoke', 'smoke', 'smoke', 'two smoke'],
    ['grey smoke', 'grey smoke', 'grey smoke', 'two grey smoke'],
    ['glasses', 'glasses', 'glasses', 'two glasses'],
    ['loaf of bread', 'a loaf of bread', 'loaves of bread', 'two loaves of bread'],
    ['old woman', 'an old woman', 'old women', 'two old women'],
    ['dress', 'a dress', 'dresses', 'two dresses'],
    ['fly', 'a fly', 'flies', 'two flies'],
    ['toy', 'a toy', 'toys', 'two toys'],
    ['brush', 'a brush', 'brushes', 'two brushes'],
    ['watch', 'a watch', 'watches', 'two watches'],
    ['box', 'a box', 'boxes', 'two boxes'],
  ])('%s: “%s”, “%s”, “%s”', (noun, one, several, two) => {
    expect([nounText(noun, 1), nounText(noun, 'many'), nounText(noun, 2)]).toEqual([one, several, two]);
  });

  it('is counted in words up to twelve', () => {
    expect(nounText('dog', 12)).toBe('twelve dogs');
    expect(nounText('dog', 13)).toBe('13 dogs');
    expect([0, 1, 2, 30].map(peopleText)).toEqual(['no people', 'one person', 'two people', '30 people']);
    expect(['two', '2', '120', '1200', 'no', '2nd', 'x2', 'dog'].map(numberOf)).toEqual([
      2,
      2,
      120,
      null,
      null,
      null,
      null,
      null,
    ]);
  });

  it.each([
    ['loaf of bread', 'loaf'],
    ['old man', 'man'],
    ['red-hat', 'hat'],
    ['dog', 'dog'],
  ])('of %s the head is %s', (noun, head) => {
    expect(headOf(noun)).toBe(head);
  });

  it('is plural also where no singular is said of it', () => {
    expect(['glasses', 'braids', 'freckles', 'boots', 'hat', 'glasses case'].map(isPlural)).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});

it.each<[sentence: string, english: boolean]>([
  ['A girl walks through the forest.', true],
  ['', true],
  ['12 — 14', true],
  ['Mira.', true],
  ['Ein Hund steht im Wald und schläft.', false],
  ['Une fille dans la forêt.', false],
  ['EIN HUND UND EINE KATZE', false],
  ['Der Hund.', true],
  ['The sign of the inn reads “Zum Hund und Mond”, die Tür is shut.', true],
  ['Derby undone, a lever', true],
  ['夜の森', false],
  ['Mira 夜の森の中で', false],
  ['Mira walks to the 夜.', true],
  ['abcdefg夜夜夜', true],
  ['abcdef夜夜夜', false],
])('“%s” can be read as English: %j', (sentence, english) => {
  expect(isEnglish(sentence)).toBe(english);
});
