import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answersOf, type Examined, pairsOf, toldOf } from './told.js';

const unit = fc.double({ min: 0, max: 1, noNaN: true });
const row = (frame: number, truth: boolean, p: number | null): Examined => ({
  skill: 'side',
  frame,
  truth,
  p,
});

describe('how much a judge tells', () => {
  it('counts ties half, and lies by its interval', () => {
    expect(toldOf([])).toEqual({ pairs: 0, share: 0.5, low: 0, high: 1 });
    const told = toldOf([
      { holds: 0.9, fails: 0.1 },
      { holds: 0.1, fails: 0.9 },
      { holds: 0.97, fails: 0.9704 },
      { holds: 0.52, fails: 0.51 },
    ]);
    expect([told.pairs, told.share]).toEqual([4, 0.625]);
    expect(told.low).toBeLessThan(0.625);
    expect(told.high).toBeGreaterThan(0.625);
  });

  it('counts half what is told one time of two', () => {
    const told = { holds: 0.9, fails: 0.1 };
    const not = { holds: 0.1, fails: 0.9 };
    expect(toldOf([{ ...told, again: not }])).toMatchObject({ pairs: 1, share: 0.5 });
    expect(toldOf([{ ...told, again: told }, { ...told, again: not }, told])).toMatchObject({
      pairs: 3,
      share: 2.5 / 3,
    });
  });

  it('is the rest to one where its answers are swapped', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ holds: unit, fails: unit }), { minLength: 1 }), (pairs) => {
        const swapped = toldOf(pairs.map(({ holds, fails }) => ({ holds: fails, fails: holds })));
        expect(toldOf(pairs).share + swapped.share).toBeCloseTo(1, 9);
      }),
      { numRuns: 200 },
    );
  });

  it('sets each claim that holds beside one of the same picture that does not', () => {
    const rows = [
      row(1, true, 0.9),
      row(1, false, 0.2),
      row(1, true, 0.8),
      row(2, false, 0.1),
      row(2, true, null),
    ];
    expect(pairsOf(rows)).toEqual([{ skill: 'side', holds: 0.9, fails: 0.2 }]);
    const twice = rows.map((one) => ({ ...one, again: one.p }));
    expect(pairsOf(twice)).toEqual([
      { skill: 'side', holds: 0.9, fails: 0.2, again: { holds: 0.9, fails: 0.2 } },
    ]);
    expect(
      pairsOf([
        { ...row(1, true, 0.9), again: null },
        { ...row(1, false, 0.2), again: 0.2 },
      ]),
    ).toEqual([{ skill: 'side', holds: 0.9, fails: 0.2 }]);
    expect(pairsOf([...rows, { ...row(2, true, 0.7), skill: 'time' }])).toHaveLength(1);
  });
});

describe('the answers of a judge', () => {
  it('are wrong where it fails what holds or passes what does not, and are none in between', () => {
    const said = [
      { truth: true, p: 0.95 },
      { truth: true, p: 0.15 },
      { truth: false, p: 0.15 },
      { truth: false, p: 0.95 },
      { truth: false, p: 0.5 },
      { truth: true, p: null },
    ];
    const found = answersOf(said, { pass: 0.6, fail: 0.2 });
    expect([found.claims, found.rate]).toEqual([4, 0.5]);
    // Bins: .95 twice for one truth, .15 twice for one truth, .5 for none: (0.9 + 0.7 + 0.5) / 5.
    expect(found.calibration).toBeCloseTo(0.42, 9);
    expect(answersOf([], { pass: 0.6, fail: 0.4 })).toEqual({
      claims: 0,
      rate: 0,
      low: 0,
      high: 1,
      calibration: 0,
    });
  });

  it('are calibrated where as many hold as it says', () => {
    const said = Array.from({ length: 10 }, (_, at) => ({ truth: at < 8, p: 0.8 }));
    expect(answersOf([...said, { truth: true, p: 1 }], { pass: 0.6, fail: 0.4 }).calibration).toBeCloseTo(
      0,
      9,
    );
  });
});
