import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fails } from '../contrasted.js';
import { type Case, failByOverrules, failByScatter, overruleRate, ownOf, unrest } from './threshold.js';

const unit = fc.double({ min: 0, max: 1, noNaN: true });
const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
/** n values evenly over a normal distribution of log-odds. */
const spread = (centre: number, deviation: number, n: number): number[] =>
  Array.from({ length: n }, (_, at) => {
    const u = (at + 0.5) / n;
    // Tukey's lambda, close to the normal quantile.
    return sigmoid(centre + (deviation * (u ** 0.135 - (1 - u) ** 0.135)) / 0.1975);
  });

describe('the threshold by how a board scatters', () => {
  it('stays where its answers lie as close as the judge’s threshold stands for', () => {
    expect(failByScatter(0.5, spread(6, 1, 40))).toBe(0.5);
    expect(failByScatter(0.5, [])).toBe(0.5);
  });

  it('falls where they plainly scatter more, less where there are few of them, and not where that may be luck', () => {
    const noisy = failByScatter(0.5, spread(5, 4, 200));
    const few = failByScatter(0.5, spread(5, 4, 20));
    expect(noisy).toBeLessThan(sigmoid(-3));
    expect(few).toBeGreaterThan(noisy);
    expect(few).toBeLessThan(0.5);
    expect(failByScatter(0.5, spread(5, 4, 5))).toBe(0.5);
  });

  it('falls by the chance in what the judge says, also where the board has few claims', () => {
    const calm = spread(5, 1.5, 6);
    expect(failByScatter(0.5, calm)).toBe(0.5);
    const noisy = failByScatter(0.5, calm, { chance: 9 });
    expect(noisy).toBeLessThan(0.05);
    expect(noisy).toBeGreaterThan(0);
    // What the board plainly shows counts beside it.
    expect(failByScatter(0.5, spread(5, 1.5, 300), { chance: 9 })).toBeGreaterThan(noisy);
    // It is not counted on top of what most skills show, which has it in it.
    expect(failByScatter(0.5, calm, { chance: 9, by: 8 })).toBe(failByScatter(0.5, calm, { by: 8 }));
  });

  it('is not moved by faults: a fifth of the claims that do not hold', () => {
    const good = spread(5, 1, 40);
    expect(failByScatter(0.5, [...good, ...Array.from({ length: 10 }, () => 0.01)])).toBe(0.5);
  });

  it('is not moved by a statement that holds in none of many pictures, however many they are', () => {
    const good = spread(5, 1, 20).map((p) => [p]);
    const nowhere = Array.from({ length: 17 }, () => 0.001);
    expect(failByScatter(0.5, ownOf(0.5, [...good, nowhere]))).toBe(0.5);
    expect(failByScatter(0.5, [...good.flat(), ...nowhere])).toBeLessThan(0.45);
  });

  it('counts each answer to a statement that holds in half of its pictures, or is asked of two', () => {
    const statements = [
      [0.9, 0.1, 0.8, 0.2],
      [0.1, 0.2],
      [0.1, 0.3, 0.9],
    ];
    expect(ownOf(0.5, statements)).toEqual([0.9, 0.1, 0.8, 0.2, 0.1, 0.2, 0.3]);
    expect(ownOf(0.2, statements)).toEqual(statements.flat());
  });

  it('falls in every skill of a judge that scatters in most of them', () => {
    const noisy = { fail: 0.5, own: spread(5, 4, 12) };
    const calm = { fail: 0.5, own: spread(6, 1, 12) };
    expect(unrest([calm, calm, noisy])).toBe(1);
    expect(unrest([])).toBe(1);
    // Too few claims to say, and a board of which most fail.
    expect(
      unrest([
        { fail: 0.5, own: spread(5, 4, 4) },
        { fail: 0.5, own: spread(-1, 4, 12) },
      ]),
    ).toBe(1);
    const by = unrest([calm, noisy, noisy]);
    expect(by).toBeGreaterThan(2);
    expect(failByScatter(0.5, calm.own, { by })).toBeLessThan(failByScatter(0.5, calm.own));
  });

  it('stays where most claims of a board fail', () => {
    expect(failByScatter(0.5, [0.01, 0.02, 0.01, 0.9])).toBe(0.5);
  });

  it('is never above the judge’s own, nor anything but a probability', () => {
    fc.assert(
      fc.property(unit, fc.array(unit, { maxLength: 40 }), fc.nat(20), (fail, own, chance) => {
        const found = failByScatter(fail, own, { chance });
        expect(found).toBeLessThanOrEqual(fail);
        expect(failByScatter(fail, own, { chance: chance + 1 })).toBeLessThanOrEqual(found);
        expect(found).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 500 },
    );
  });
});

const cases = (ps: readonly number[], overruled = true): Case[] => ps.map((p) => ({ p, overruled }));

describe('the threshold by what was overruled', () => {
  it('stays with fewer than five cases, and where the artist agrees', () => {
    expect(failByOverrules(0.2, cases([0.1, 0.1, 0.1, 0.1]))).toBe(0.2);
    expect(failByOverrules(0.2, cases([0.01, 0.02, 0.03, 0.04, 0.05, 0.06], false))).toBe(0.2);
    // What it would not fail anyway is no case.
    expect(failByOverrules(0.05, cases([0.1, 0.1, 0.1, 0.1, 0.1]))).toBe(0.05);
  });

  it('falls below what is overruled, and no farther than it must', () => {
    const seen = [...cases([0.19, 0.18, 0.17, 0.16, 0.15]), ...cases([0.01, 0.02, 0.03, 0.04], false)];
    const moved = failByOverrules(0.2, seen);
    expect(moved).toBeLessThan(0.17);
    expect(moved).toBeGreaterThan(0.04);
    // In whatever order they came.
    expect(failByOverrules(0.2, seen.toReversed())).toBe(moved);
    const all = cases([0.19, 0.18, 0.17, 0.16, 0.15]);
    expect(failByOverrules(0.2, cases([0.15, 0.19, 0.17, 0.18, 0.16]))).toBe(failByOverrules(0.2, all));
  });

  it('lets nothing fail where what is overruled was a plain no: 0 itself', () => {
    const moved = failByOverrules(0.2, cases([0, 0, 0, 0, 0]));
    expect(fails(0, moved)).toBe(false);
    expect(fails(0, 0.2)).toBe(true);
  });

  it('never rises, is lowered no less by one more overruled, and leaves no more than a quarter expected', () => {
    const some = fc.array(fc.record({ p: unit, overruled: fc.boolean() }), { maxLength: 20 });
    fc.assert(
      fc.property(unit, some, unit, (fail, all, p) => {
        const found = failByOverrules(fail, all);
        expect(found).toBeLessThanOrEqual(fail);
        expect(found).toBeGreaterThanOrEqual(0);
        expect(failByOverrules(fail, [...all, { p, overruled: true }])).toBeLessThanOrEqual(found);
        if (found < fail)
          expect(overruleRate(all.filter((one) => fails(one.p, found)))).toBeLessThanOrEqual(0.25);
      }),
      { numRuns: 500 },
    );
  });
});

it('a judge scatters as what lies at the middle of its answers or above, the middle with it', () => {
  const unrestOf = (logits: number[]) => unrest([{ fail: 0.4, own: logits.map(sigmoid) }]);
  const even = unrestOf([-1, -1, 0, 1, 1]);
  expect(even).toBeGreaterThan(1);
  expect(unrestOf([-2, -1, 0, 1, 2])).toBeCloseTo(even);
  expect(unrestOf([-9, -1, 0, 1, 9])).toBeCloseTo(even);
  expect(unrestOf([-2, -2, 0, 2, 2])).toBeCloseTo(4 * even);
  // Four answers of a skill say nothing.
  expect(unrestOf([-1, -1, 1, 1])).toBe(1);
});

it('shrinks the share of what is overruled towards a tenth', () => {
  expect(overruleRate([])).toBeCloseTo(0.1);
  expect(overruleRate(cases([0.1]))).toBeCloseTo(1.5 / 6);
  expect(overruleRate(cases([0.1, 0.1, 0.1, 0.1, 0.1]))).toBeCloseTo(0.55);
});
