import type { Verdict } from '@shared/analysis.js';
import { type Claim, NO_PARTS } from '@shared/records/index.js';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { segmentsOf } from './segments.js';

const claim = (id: string, span: [number, number] | null, muted = false): Claim => ({
  id,
  shotId: 's',
  kind: 'entity',
  text: id,
  ...NO_PARTS,
  parents: [],
  span,
  weight: 1,
  negated: false,
  muted,
  source: 'description',
  factId: null,
});

const said = (claimId: string, outcome: Verdict['outcome']): [string, Verdict] => [
  claimId,
  { claimId, kind: 'entity', text: claimId, p: 0.5, outcome, reason: '', weight: 1 },
];

it('cuts at the edges of claims and shows the worst outcome', () => {
  const verdicts = new Map([said('coat', 'fail'), said('girl', 'pass')]);
  const segments = segmentsOf('a girl in red', [claim('girl', [2, 13]), claim('coat', [10, 13])], verdicts);
  expect(segments.map(({ text, outcome }) => [text, outcome])).toEqual([
    ['a ', null],
    ['girl in ', 'pass'],
    ['red', 'fail'],
  ]);
  // The narrowest claim comes first: it is what the words say.
  expect(segments[2]?.claims.map(({ id }) => id)).toEqual(['coat', 'girl']);
});

it('treats a muted claim as not judged and leaves out spans outside the text', () => {
  const verdicts = new Map([said('girl', 'fail')]);
  const segments = segmentsOf(
    'a girl',
    [claim('girl', [2, 6], true), claim('old', [4, 40]), claim('canon', null)],
    verdicts,
  );
  expect(segments.map(({ outcome }) => outcome)).toEqual([null, 'not-judged']);
});

it('puts the narrowest claim first, whichever came first, and cuts nothing where a claim is of no words', () => {
  const claims = [
    claim('coat', [10, 13]),
    claim('girl', [2, 13]),
    claim('all', [0, 13]),
    claim('none', [4, 4]),
  ];
  for (const order of [claims, [...claims].reverse()]) {
    const segments = segmentsOf('a girl in red', order, new Map());
    expect(segments.map(({ text }) => text)).toEqual(['a ', 'girl in ', 'red']);
    expect(segments[2]?.claims.map(({ id }) => id)).toEqual(['coat', 'girl', 'all']);
  }
});

it('always adds up to the description', () => {
  const spans = fc.array(fc.tuple(fc.integer({ min: -3, max: 40 }), fc.integer({ min: -3, max: 40 })));
  fc.assert(
    fc.property(fc.string({ maxLength: 36 }), spans, (text, at) => {
      const claims = at.map((span, i) => claim(String(i), span));
      const segments = segmentsOf(text, claims, new Map());
      expect(segments.map((segment) => segment.text).join('')).toBe(text);
      expect(segments.every((segment) => segment.text.length > 0)).toBe(true);
    }),
    { numRuns: 200 },
  );
});
