import type { Judgement } from '@shared/analysis.js';
import { aClaim } from '@testing/records.js';
import { expect, it } from 'vitest';
import { lacksWhole, unanswered } from './unanswered.js';

const judged = (change: Partial<Judgement>): Judgement => ({
  judge: 'storybook',
  judgeVersion: '1',
  answers: {},
  whole: {},
  features: [],
  milliseconds: 0,
  coarse: false,
  at: 0,
  ...change,
});
const claim = (n: number, text: string, muted = false) => ({ ...aClaim(n), text, muted });

it('asks what is not known, each question once, and nothing that is muted', () => {
  const claims = [claim(0, 'red'), claim(1, 'blue'), claim(2, 'red'), claim(3, 'green', true)];
  const ids = (known: Judgement | null) => unanswered(claims, known).map(({ id }) => id);
  expect(ids(null)).toEqual(['claim-0', 'claim-1']);
  expect(ids(judged({ answers: { 'attribute: red': { p: 0.1, reason: '' } } }))).toEqual(['claim-1']);
  expect(ids(judged({ answers: { 'attribute: blue': { p: null, reason: 'too small' } } }))).toEqual([
    'claim-0',
  ]);
  expect(ids(judged({ answers: { 'entity: red': { p: 1, reason: '' } } }))).toEqual(['claim-0', 'claim-1']);
});

it('asks a description as a whole once, also where the judge declined, and none that says nothing', () => {
  expect(lacksWhole('A fox.', null)).toBe(true);
  expect(lacksWhole('A fox.', judged({}))).toBe(true);
  expect(lacksWhole('A fox.', judged({ whole: { 'An owl.': 0.5 } }))).toBe(true);
  expect(lacksWhole('A fox.', judged({ whole: { 'A fox.': null } }))).toBe(false);
  expect(lacksWhole('', null)).toBe(false);
});
