import type { Board } from '@core/board/index.js';
import { aTake } from '@testing/records.js';
import { describe, expect, it } from 'vitest';
import { isBetter, type Standing, standingOf } from './better.js';

const NONE: ReadonlySet<string> = new Set();
const standing = (of: Partial<Standing>): Standing => ({
  cost: 0,
  description: 0.8,
  failed: NONE,
  open: NONE,
  claims: new Map(),
  style: null,
  brand: null,
  quality: null,
  ...of,
});

describe('of two takes', () => {
  it.each([
    ['less is found', { cost: 0, description: 0.2 }, { cost: 0.15, description: 0.9 }, true],
    ['more is found', { cost: 1, description: 0.9 }, { cost: 0.5, description: 0.2 }, false],
    [
      'as much is found and it keeps to its words better',
      { cost: 1, description: 0.6 },
      { cost: 1, description: 0.5 },
      true,
    ],
    [
      'as much is found and it keeps to its words worse',
      { cost: 1, description: 0.5 },
      { cost: 1, description: 0.6 },
      false,
    ],
    ['nothing tells them apart', { cost: 0.5, description: 0.8 }, { cost: 0.5, description: 0.8 }, false],
    ['the difference is noise', { cost: 0, description: 0.804 }, { cost: 0, description: 0.8 }, false],
    ['the difference is noise at most', { cost: 0, description: 0.005 }, { cost: 0, description: 0 }, false],
    [
      'the difference is just more than noise',
      { cost: 0, description: 0.806 },
      { cost: 0, description: 0.8 },
      true,
    ],
    ['only the new one is judged', { cost: 0, description: 0.4 }, { cost: 0, description: null }, true],
    ['only the old one is judged', { cost: 0, description: null }, { cost: 0, description: 0.4 }, false],
    ['neither is judged', { cost: 0, description: null }, { cost: 0, description: null }, false],
  ])('the new one counts when %s: %#', (_, next, old, better) => {
    expect(isBetter(standing(next), standing(old))).toBe(better);
  });

  it('what the judge says claim by claim counts before the score of each, unless it hardly tells them apart', () => {
    // 0.65 beside 0.5 are 0.62 of log-odds, times the weight.
    const coat = (p: number, weight: number) => new Map([['coat', { p, weight }]]);
    const next = (weight: number, p = 0.65) => standing({ claims: coat(p, weight), description: 0.1 });
    const old = standing({ claims: coat(0.5, 1) });
    expect(isBetter(next(1), old)).toBe(true);
    expect(isBetter(next(0.4), old)).toBe(false);
    expect(isBetter(next(0.4), { ...old, description: 0 })).toBe(true);
    expect(isBetter(next(1, 0.35), { ...old, description: 0 })).toBe(false);
  });

  it('the new one does not count where nothing is found because nothing was judged', () => {
    const old = standing({ cost: 2.15, failed: new Set(['snow']) });
    const unlike = standing({ description: null, open: new Set(['snow', 'night']) });
    expect(isBetter(unlike, old)).toBe(false);
    expect(isBetter(unlike, standing({ cost: 1 }))).toBe(false);
    expect(isBetter(unlike, { ...unlike, cost: 1 })).toBe(true);
  });

  it('the new one does not count where just what the old one fails was not judged', () => {
    const old = standing({ cost: 1, failed: new Set(['night', 'snow']) });
    expect(isBetter(standing({ open: new Set(['snow']) }), old)).toBe(false);
    expect(isBetter(standing({ open: new Set(['a smile']) }), old)).toBe(true);
    expect(isBetter(standing({ cost: 0.5, failed: new Set(['fog']) }), old)).toBe(true);
  });
});

describe('how a take stands', () => {
  const standing = (analysis: object | null, findings: object[] = []) =>
    standingOf({ asPick: async () => ({ analysis, findings }) } as unknown as Board, aTake(0));
  const verdict = (claimId: string, outcome: string, p: number | null, weight = 1) => ({
    claimId,
    outcome,
    p,
    weight,
  });

  it('is told by its scores, by each claim that was answered and by those that fail or stay open', async () => {
    const scores = { description: 0.7, style: 0.6, quality: 0.9, brand: 0.4 };
    const verdicts = [
      verdict('a', 'fail', 0.1, 0.5),
      verdict('b', 'pass', 0.9),
      verdict('c', 'not-judged', null),
    ];
    expect(await standing({ scores, verdicts })).toEqual({
      ...scores,
      cost: 0,
      claims: new Map([
        ['a', { p: 0.1, weight: 0.5 }],
        ['b', { p: 0.9, weight: 1 }],
      ]),
      failed: new Set(['a']),
      open: new Set(['c']),
    });
  });

  it('costs what is found of it, the graver the more, and nothing that was dismissed', async () => {
    const finding = (severity: string, dismissed = false) => ({ severity, dismissed });
    const cost = async (...findings: object[]) => (await standing(null, findings)).cost;
    expect(await cost()).toBe(0);
    expect(await cost(finding('high'), finding('medium'), finding('low'))).toBeCloseTo(1.65);
    expect(await cost(finding('high', true), finding('low'))).toBeCloseTo(0.15);
  });

  it('is not known before it was judged', async () => {
    expect(await standing(null)).toEqual({
      cost: 0,
      description: null,
      style: null,
      brand: null,
      quality: null,
      failed: new Set(),
      open: new Set(),
      claims: new Map(),
    });
  });
});
