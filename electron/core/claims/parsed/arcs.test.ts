import { expect, it } from 'vitest';
import { hungOn, isNoun, isTensed, isVerb } from './arcs.js';
import type { Arc } from './word.js';

const arc = (tag: string): Arc => ({ tag, head: 3, label: 'dobj', sure: 0.4 }) as Arc;

it('a word is a noun or a verb by its tag, and none where there is no arc', () => {
  const tags = ['NN', 'NNS', 'NNP', 'VB', 'VBG', 'VBN', 'VBZ', 'VBP', 'VBD', 'JJ', 'MD'];
  expect(tags.filter((tag) => isNoun(arc(tag)))).toEqual(['NN', 'NNS', 'NNP']);
  expect(tags.filter((tag) => isVerb(arc(tag)))).toEqual(['VB', 'VBG', 'VBN', 'VBZ', 'VBP', 'VBD']);
  expect(tags.filter((tag) => isTensed(arc(tag)))).toEqual(['VBZ', 'VBP', 'VBD']);
  expect([isNoun, isVerb, isTensed].map((is) => is(undefined))).toEqual([false, false, false]);
});

it('an arc that hangs elsewhere is as sure as either says at most', () => {
  expect(hungOn(arc('NN'), 1, 'nsubj', 0.9)).toEqual({ tag: 'NN', head: 1, label: 'nsubj', sure: 0.9 });
  expect(hungOn(arc('NN'), 1, 'nsubj', 0.1).sure).toBe(0.4);
});
