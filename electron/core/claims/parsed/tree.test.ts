import { expect, it } from 'vitest';
import { parsed, Tree } from './tree.js';
import { wordsOf } from './word.js';

/** Of each word: tag, head and label. */
const tree = (text: string, arcs: readonly (readonly [string, number, string])[]): Tree =>
  new Tree(
    parsed(
      wordsOf(text),
      arcs.map(([tag, head, label]) => ({ tag, head, label, sure: 1, held: 1 })),
    ),
  );
const FOX = tree('foxes do not chase red hens', [
  ['NNS', 3, 'nsubj'],
  ['VBP', 3, 'aux'],
  ['RB', 3, 'neg'],
  ['VB', 3, 'ROOT'],
  ['JJ', 5, 'amod'],
  ['NNS', 3, 'dobj'],
]);

it('a tree knows what hangs on each word, by label too, what is above it and where it begins', () => {
  expect(FOX.kids(3)).toEqual([0, 1, 2, 5]);
  expect(FOX.kids(3, 'dobj', 'nsubj')).toEqual([0, 5]);
  expect([FOX.kids(0), FOX.kids(9)]).toEqual([[], []]);
  expect(FOX.above(4)).toEqual([5, 3]);
  expect(FOX.above(3)).toEqual([]);
  expect(FOX.roots()).toEqual([3]);
  expect(FOX.word(0)).toMatchObject({ text: 'foxes', lemma: 'fox', tag: 'NNS' });
  expect([FOX.tag(9), FOX.lower(9), FOX.lower(0)]).toEqual(['', '', 'foxes']);
  expect([0, 3, 4].map((i) => [FOX.isVerb(i), FOX.isAdjective(i)])).toEqual([
    [false, false],
    [true, false],
    [false, true],
  ]);
});

it('goes round no circle for ever', () => {
  const circle = tree('a b c', [
    ['NN', 1, 'dep'],
    ['NN', 2, 'dep'],
    ['NN', 1, 'dep'],
  ]);
  expect(circle.above(0).length).toBeLessThanOrEqual(3);
});

it.each([
  ['is not lit', 'advmod', true],
  ['is never lit', 'advmod', true],
  ["is n't lit", 'advmod', true],
  ['is notably lit', 'advmod', false],
  ['is hardly lit', 'neg', true],
  ['is hardly lit', 'advmod', false],
  ['has got stuck', 'neg', false],
])('“%s”, %s: negated %s', (text, label, isNegated) => {
  const one = tree(text, [
    ['VBZ', 2, 'aux'],
    ['RB', 2, label],
    ['VBN', 2, 'ROOT'],
  ]);
  expect(one.isNegated(2)).toBe(isNegated);
  expect(one.isNegated(1)).toBe(false);
});
