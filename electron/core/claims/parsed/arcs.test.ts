import { expect, it } from 'vitest';
import {
  handOn,
  hasLabel,
  hasTag,
  hungOn,
  isAdjective,
  isNoun,
  isSubject,
  isTensed,
  isVerb,
  makesClause,
  tagAt,
} from './arcs.js';
import type { Arc } from './word.js';

const arc = (tag: string): Arc => ({ tag, head: 3, label: 'dobj', sure: 0.4 }) as Arc;

it('a word is a noun or a verb by its tag, and none where there is no arc', () => {
  const tags = ['NN', 'NNS', 'NNP', 'VB', 'VBG', 'VBN', 'VBZ', 'VBP', 'VBD', 'JJ', 'MD'];
  expect(tags.filter((tag) => isNoun(arc(tag)))).toEqual(['NN', 'NNS', 'NNP']);
  expect(tags.filter((tag) => isVerb(arc(tag)))).toEqual(['VB', 'VBG', 'VBN', 'VBZ', 'VBP', 'VBD']);
  expect(tags.filter((tag) => isTensed(arc(tag)))).toEqual(['VBZ', 'VBP', 'VBD']);
  expect(tags.filter((tag) => makesClause(arc(tag)))).toEqual(['VBZ', 'VBP', 'VBD', 'MD']);
  expect(['JJ', 'JJR', 'NN'].filter((tag) => isAdjective(arc(tag)))).toEqual(['JJ', 'JJR']);
  const none = [isNoun, isVerb, isTensed, isAdjective, isSubject].map((is) => is(undefined));
  expect(none).toEqual([false, false, false, false, false]);
});

it('a word has one of these tags or labels where it is there', () => {
  expect([hasTag(arc('NN'), 'VB', 'NN'), hasTag(arc('NN'), 'VB'), hasTag(undefined, 'NN')]).toEqual([
    true,
    false,
    false,
  ]);
  const labels = [hasLabel(arc(''), 'dobj'), hasLabel(arc(''), 'nsubj'), hasLabel(undefined, 'dobj')];
  expect(labels).toEqual([true, false, false]);
  expect(['nsubj', 'nsubjpass', 'dobj'].map((label) => isSubject({ label }))).toEqual([true, true, false]);
  expect([tagAt([arc('NN')], 0), tagAt([arc('NN')], 1)]).toEqual(['NN', '']);
});

it('what hangs on a word is handed on to another, where it stands before the end that is said', () => {
  const heads = (end?: number): number[] => {
    const arcs = [3, 1, 3, 3].map((head) => ({ ...arc('NN'), head }));
    handOn(arcs, 3, 0, end);
    return arcs.map(({ head }) => head);
  };
  expect([heads(), heads(2)]).toEqual([
    [0, 1, 0, 0],
    [0, 1, 3, 3],
  ]);
});

it('an arc that hangs elsewhere is as sure as either says at most', () => {
  expect(hungOn(arc('NN'), 1, 'nsubj', 0.9)).toEqual({ tag: 'NN', head: 1, label: 'nsubj', sure: 0.9 });
  expect(hungOn(arc('NN'), 1, 'nsubj', 0.1).sure).toBe(0.4);
});
