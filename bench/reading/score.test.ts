import { expect, test } from 'vitest';
import { scoreDsg } from './dsg.js';
import { type Claim, score } from './score.js';
import { holds, wordsOf } from './words.js';

const claim = (kind: string, text: string, negated = false): Claim => ({ kind, text, negated, span: null });

const prompt = {
  id: 'pier',
  prompt: 'Two gulls wait beside a torn net. No boats.',
  expected: {
    count: ['two gulls'],
    relation: ['gulls beside net'],
    attribute: ['torn net'],
    'no entity': ['boats'],
  },
};

const found = (claims: readonly Claim[], verdicts = {}): string[] =>
  score(prompt, claims, verdicts)
    .expectations.filter((one) => one.found)
    .map(({ words }) => words);

test('a claim is found by its words, whatever their endings, articles and order', () => {
  expect(found([claim('count', '2 gulls'), claim('relation', 'a gull next to the net')])).toEqual([
    'two gulls',
    'gulls beside net',
  ]);
  expect(holds(wordsOf('a woman sitting on grey stones'), wordsOf('woman sits stone'))).toBe(true);
  expect(holds(wordsOf('a woman sitting'), wordsOf('woman stands'))).toBe(false);
});

test('what fits no kind, is wrong or says the opposite is not found', () => {
  expect(found([claim('style', 'torn net')])).toEqual([]);
  expect(found([claim('attribute', 'a torn net')], { pier: { 'attribute: a torn net': 'wrong' } })).toEqual(
    [],
  );
  expect(found([claim('entity', 'boats')])).toEqual([]);
  expect(found([claim('entity', 'boats', true)])).toEqual(['boats']);
  expect(found([claim('count', 'no boats')])).toEqual(['boats']);
});

test('a set phrase is found in its own words as well', () => {
  const shot = { id: 'shot', prompt: 'OTS - a girl', expected: { framing: ['ots'], entity: ['ots'] } };
  const kinds = (kind: string): string[] =>
    score(shot, [{ ...claim(kind, 'an over-the-shoulder shot'), span: [0, 3] }], {})
      .expectations.filter((one) => one.found)
      .map((one) => one.kind);
  expect(kinds('framing')).toEqual(['framing']);
  expect(kinds('entity')).toEqual([]);
});

test('light is found in the words that the description has for it', () => {
  const lit = { id: 'lit', prompt: 'A hut, amber glow.', expected: { light: ['amber glow'] } };
  const isFound = (text: string): boolean | undefined =>
    score(lit, [{ ...claim('attribute', text), span: [7, 17] }], {}).expectations[0]?.found;
  expect(isFound('in warm light')).toBe(true);
  expect(isFound('a hut')).toBe(false);
});

test('a name that nobody has described is found as a person', () => {
  const named = {
    id: 'mira',
    prompt: 'Mira holds a lamp.',
    expected: { action: ['mira holds lamp'] },
    names: ['mira'],
  };
  const foundIn = (text: string): boolean | undefined =>
    score(named, [claim('relation', text)], {}).expectations[0]?.found;
  expect(foundIn('Mira holding a lamp')).toBe(true);
  expect(foundIn('a person holding a lamp')).toBe(true);
  expect(foundIn('a dog holding a lamp')).toBe(false);
});

test('a whole clause covers what it says, is found by no strict count and is no claim to be wrong', () => {
  const scored = score(prompt, [claim('phrase', 'two gulls wait beside a torn net')], {});
  expect(scored.expectations.filter((one) => one.found)).toEqual([]);
  expect(scored.expectations.filter((one) => one.covered).map(({ words }) => words)).toEqual([
    'two gulls',
    'gulls beside net',
    'torn net',
  ]);
  expect(scored.claims).toEqual([]);
});

test('a claim without a verdict is neither right nor wrong', () => {
  const scored = score(prompt, [claim('entity', 'gulls'), claim('entity', 'a net')], {
    pier: { 'entity: gulls': 'right' },
  });
  expect(scored.claims.map(({ right }) => right)).toEqual([true, null]);
});

test('a proposition of DSG-1k is found when one claim has what it names', () => {
  const proposition = { prompt: '', propositions: [{ kind: 'relation', words: 'gulls, net, next to' }] };
  expect(scoreDsg(proposition, [claim('relation', 'gulls beside a net')])).toMatchObject([
    { found: 1, toTheWord: 1 },
  ]);
  expect(scoreDsg(proposition, [claim('relation', 'gulls above a net')])).toMatchObject([
    { found: 1, toTheWord: 0 },
  ]);
  expect(scoreDsg(proposition, [claim('entity', 'gulls'), claim('entity', 'a net')])).toMatchObject([
    { found: 0 },
  ]);
  expect(scoreDsg(proposition, [claim('phrase', 'gulls next to a net')])).toMatchObject([
    { found: 0, covered: 1 },
  ]);
});
