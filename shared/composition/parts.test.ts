import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Composition, compositionParts, compositionScore } from './index.js';

const REGION = { x: 0.3, y: 0.2, width: 0.2, height: 0.7 };
const GOOD: Composition = {
  subject: { label: 'girl', region: REGION, seen: 'detected' },
  point: { x: 1 / 3, y: 0.3 },
  size: 'full shot',
  asked: { text: 'a wide shot', agrees: true },
  offThird: 0,
  lean: 0,
  headroom: 0.2,
  headCut: false,
  direction: 'right',
  lookRoom: 0.3,
  horizon: { tilt: 0, y: 0.5 },
  touching: [],
};
const NOTHING: Composition = {
  subject: null,
  point: null,
  size: null,
  asked: null,
  offThird: null,
  lean: null,
  headroom: null,
  headCut: null,
  direction: null,
  lookRoom: null,
  horizon: null,
  touching: null,
};

const said = (composition: Composition) =>
  Object.fromEntries(compositionParts(composition).map((part) => [part.name, part.said]));
const scored = (name: string, change: Partial<Composition>) =>
  compositionParts({ ...GOOD, ...change }).find((part) => part.name === name)?.score;

describe('what is said of a composition', () => {
  it('is what was measured', () => {
    expect(said(GOOD)).toEqual({
      'Size of shot': 'full shot, as asked',
      Thirds: '0 % of the width off a third',
      Balance: 'even',
      Headroom: '20 % of the height',
      'Look-room': '30 % more room before the subject, which looks right',
      Horizon: 'level',
      Edges: 'nothing reaches one',
    });
    const other: Composition = {
      ...GOOD,
      asked: { text: 'a close-up', agrees: false },
      lean: -0.2,
      headCut: true,
      headroom: null,
      direction: 'left',
      lookRoom: -0.4,
      horizon: { tilt: -3.2, y: null },
      touching: [{ label: 'girl', edge: 'left' }],
    };
    expect(said(other)).toMatchObject({
      'Size of shot': 'full shot, asked: a close-up',
      Balance: '40 % to the left',
      Headroom: 'the head is cut off',
      'Look-room': '40 % more room behind the subject, which looks left',
      Horizon: 'falls 3.2° to the left',
      Edges: 'the girl reaches the left',
    });
    expect(said({ ...GOOD, asked: null })['Size of shot']).toBe('full shot');
    // What rounds to nothing is none.
    const upTo = (lean: number, tilt: number) => {
      const { Balance, Horizon } = said({ ...GOOD, lean, horizon: { tilt, y: null } });
      return [Balance, Horizon];
    };
    expect(upTo(0.049, -0.49)).toEqual(['even', 'level']);
    expect(upTo(-0.05, 0.5)).toEqual(['10 % to the left', 'falls 0.5° to the right']);
    expect(said({ ...GOOD, lean: 0.2, horizon: { tilt: 2, y: 0.4 } })).toMatchObject({
      Balance: '40 % to the right',
      Horizon: 'falls 2.0° to the right',
    });
  });

  it('is why nothing was measured, which counts nowhere', () => {
    for (const text of Object.values(said(NOTHING))) expect(text).toMatch(/^not measured: /);
    expect(compositionScore(NOTHING)).toBeNull();
    expect(said({ ...GOOD, size: null })['Size of shot']).toBe('not measured: between two sizes');
    expect(said({ ...GOOD, headroom: null }).Headroom).toBe(
      'not measured: no head fills enough of the frame',
    );
    for (const unknown of [{ lookRoom: null }, { direction: null }])
      expect(said({ ...GOOD, ...unknown })['Look-room']).toBe(
        'not measured: which way the subject looks is not known',
      );
    expect(compositionScore({ ...NOTHING, horizon: { tilt: 5, y: 0.5 } })).toBe(0.5);
  });
});

describe('the score', () => {
  it('is whole where all is as by the book', () => {
    expect(compositionScore(GOOD)).toBe(1);
  });

  it.each<[name: string, better: Partial<Composition>, worse: Partial<Composition>]>([
    ['Size of shot', {}, { asked: { text: 'a close-up', agrees: false } }],
    ['Thirds', { offThird: 0.02 }, { offThird: 0.1 }],
    ['Balance', { lean: 0.1 }, { lean: -0.2 }],
    ['Headroom', { headroom: 0.03 }, { headroom: 0.01 }],
    ['Headroom', { headroom: 0.33 }, { headroom: 0.45 }],
    ['Headroom', { headroom: 0.5 }, { headroom: null, headCut: true }],
    ['Look-room', { lookRoom: 0 }, { lookRoom: -0.3 }],
    ['Horizon', { horizon: { tilt: -2, y: 0.5 } }, { horizon: { tilt: 4, y: 0.5 } }],
    ['Edges', {}, { touching: [{ label: 'girl', edge: 'left' }] }],
  ])('falls with %s', (name, better, worse) => {
    expect(scored(name, better)).toBeGreaterThan(scored(name, worse) ?? 2);
    expect(compositionScore({ ...GOOD, ...better })).toBeGreaterThan(
      compositionScore({ ...GOOD, ...worse }) ?? 2,
    );
  });

  it.each<[name: string, change: Partial<Composition>, score: number]>([
    ['Thirds', { offThird: 0.1 }, 0.4],
    ['Balance', { lean: -0.2 }, 0.5],
    ['Headroom', { headroom: 0.015 }, 0.5],
    ['Headroom', { headroom: 0.03 }, 1],
    ['Headroom', { headroom: 0.43 }, 0.6],
    ['Look-room', { lookRoom: -0.3 }, 0.4],
    ['Look-room', { lookRoom: 0.9 }, 1],
    ['Horizon', { horizon: { tilt: -4, y: null } }, 0.6],
    ['Edges', { touching: [{ label: 'girl', edge: 'left' }] }, 0.5],
    ['Edges', { touching: Array(3).fill({ label: 'girl', edge: 'left' }) }, 0],
  ])('of %s with %j is %f', (name, change, score) => {
    expect(scored(name, change)).toBeCloseTo(score, 9);
  });

  it('stays from 0 to 1', () => {
    const some = (min: number, max: number) => fc.option(fc.double({ min, max, noNaN: true }));
    const drawn = fc.record({
      offThird: some(0, 1 / 3),
      lean: some(-0.5, 0.5),
      headroom: some(0, 1),
      lookRoom: some(-1, 1),
      tilt: fc.double({ min: -15, max: 15, noNaN: true }),
      count: fc.nat(4),
    });
    fc.assert(
      fc.property(drawn, ({ tilt, count, ...rest }) => {
        const touching = Array.from({ length: count }, () => ({ label: 'fox', edge: 'left' as const }));
        const score = compositionScore({ ...GOOD, ...rest, horizon: { tilt, y: null }, touching });
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
      }),
      { numRuns: 300 },
    );
  });
});
