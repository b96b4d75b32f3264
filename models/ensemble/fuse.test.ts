import { disagreementText } from '@shared/agreement.js';
import { claimKind } from '@shared/records/index.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { thresholdsOf, UNCALIBRATED } from '../judge/calibration.js';
import type { JudgeDescription } from '../judge/judge.js';
import { fuse, type Opinion } from './fuse.js';
import { type KindRule, type MemberRule, rulesOf, withBand } from './rules.js';

const NAMES = ['a', 'b', 'c', 'd'] as const;

const p = fc.double({ min: 0, max: 1, noNaN: true });
const below = fc.double({ min: 0.01, max: 0.5, noNaN: true });
const above = fc.double({ min: 0.5, max: 0.99, noNaN: true });
const slope = fc.double({ min: 0, max: 3, noNaN: true });
const offset = fc.double({ min: -2, max: 2, noNaN: true });

/** A rule as any fit may make it. */
const anyRule = (count: number): fc.Arbitrary<KindRule> =>
  fc
    .record({
      slope,
      offset,
      pass: above,
      fail: below,
      members: fc.array(
        fc.record({
          slope,
          offset,
          pass: above,
          fail: below,
          weight: fc.double({ min: 0, max: 1, noNaN: true }),
        }),
        { minLength: count, maxLength: count },
      ),
    })
    .map(({ members, ...rule }) => ({
      ...rule,
      ...withBand(rule),
      members: Object.fromEntries(members.map((member, at) => [NAMES[at] as string, member])),
    }));

const opinions = (ps: readonly (number | null)[]): Opinion[] =>
  ps.map((one, at) => ({ id: NAMES[at] as string, p: one }));

/** 2 to 4 members, some of whom may decline. */
const asked = fc
  .integer({ min: 2, max: NAMES.length })
  .chain((count) =>
    fc.tuple(anyRule(count), fc.array(fc.option(p, { freq: 4 }), { minLength: count, maxLength: count })),
  );

const judge = (id: string, change: Partial<JudgeDescription> = {}): JudgeDescription => ({
  id,
  name: id.toUpperCase(),
  version: `${id}-1`,
  licence: '',
  limits: [],
  device: 'cpu',
  thresholds: thresholdsOf(UNCALIBRATED),
  wholeWeight: 0,
  ...change,
});
const everywhere = (pass: number, fail: number) =>
  thresholdsOf({ ...UNCALIBRATED, otherwise: { slope: 1, offset: 0, pass, fail } });

describe('fusing what judges say', () => {
  it('rises with each member, whatever the others say', () => {
    fc.assert(
      fc.property(asked, fc.nat(), p, ([rule, ps], at, other) => {
        const index = at % ps.length;
        const own = ps[index] ?? null;
        fc.pre(own !== null);
        const [low, high] = own < other ? [own, other] : [other, own];
        const withOwn = (value: number) => fuse(opinions(ps.with(index, value)), rule).p as number;
        return withOwn(high) >= withOwn(low) - 1e-12;
      }),
      { numRuns: 2_000 },
    );
  });

  it('does not depend on the order of the members', () => {
    fc.assert(
      fc.property(
        asked.chain(([rule, ps]) =>
          fc.tuple(
            fc.constant(rule),
            fc.constant(opinions(ps)),
            fc.shuffledSubarray(opinions(ps), { minLength: ps.length }),
          ),
        ),
        ([rule, all, mixed]) => {
          const [one, other] = [fuse(all, rule), fuse(mixed, rule)];
          expect(other.disagree).toBe(one.disagree);
          if (one.p === null) expect(other.p).toBeNull();
          else expect(other.p).toBeCloseTo(one.p, 9);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('stays a probability, and between what agreeing members say', () => {
    fc.assert(
      fc.property(asked, ([rule, ps]) => {
        const fused = fuse(opinions(ps), rule);
        if (fused.p === null) expect(ps.every((one) => one === null)).toBe(true);
        else expect(fused.p >= 0 && fused.p <= 1).toBe(true);
      }),
      { numRuns: 200 },
    );
    const rule = rulesOf([judge('a'), judge('b')], null).entity;
    fc.assert(
      fc.property(fc.double({ min: 0.6, max: 0.999, noNaN: true }), above, (one, other) => {
        fc.pre(other >= 0.6);
        const fused = fuse(opinions([one, other]), rule);
        expect(fused.disagree).toBe(false);
        expect(fused.p).toBeGreaterThanOrEqual(Math.min(one, other) - 1e-9);
        expect(fused.p).toBeLessThanOrEqual(Math.max(one, other) + 1e-9);
      }),
      { numRuns: 200 },
    );
  });

  it('is the member itself where there is one, or where the others decline', () => {
    const alone = rulesOf([judge('a')], null).entity;
    const two = rulesOf([judge('a'), judge('b')], null).entity;
    fc.assert(
      fc.property(p, (one) => {
        for (const fused of [
          fuse(opinions([one]), alone),
          fuse(opinions([one, null]), two),
          fuse(
            [
              { id: 'b', p: null },
              { id: 'a', p: one },
            ],
            two,
          ),
        ])
          expect(fused).toMatchObject({ p: one, agreement: null, disagree: false });
      }),
      { numRuns: 200 },
    );
    expect(alone).toMatchObject({ pass: 0.6, fail: 0.4 });
    expect(fuse(opinions([null, null]), two)).toMatchObject({
      p: null,
      members: [
        { id: 'a', p: null },
        { id: 'b', p: null },
      ],
    });
  });

  it('is unsure, of the claim and of its opposite, where equals take opposite sides with like force', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.62, max: 0.9999, noNaN: true }),
        fc.double({ min: 0.55, max: 1, noNaN: true }),
        fc.boolean(),
        above,
        below,
        (strong, share, turned, pass, fail) => {
          const rule: KindRule = {
            ...rulesOf([judge('a'), judge('b')], null).entity,
            ...withBand({ pass, fail }),
          };
          const logit = Math.log(strong / (1 - strong)) * share;
          const weak = 1 / (1 + Math.exp(logit));
          fc.pre(weak <= 0.4);
          const fused = fuse(opinions(turned ? [weak, strong] : [strong, weak]), rule);
          expect(fused.disagree).toBe(true);
          for (const side of [fused.p as number, 1 - (fused.p as number)]) {
            expect(side).toBeLessThan(rule.pass);
            expect(side).toBeGreaterThan(rule.fail);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('follows the one who is certain against one who hardly is, and heeds no member without weight', () => {
    const rule = rulesOf([judge('a'), judge('b')], null).entity;
    const fused = fuse(opinions([0.001, 0.65]), rule);
    expect(fused).toMatchObject({ disagree: false });
    expect(fused.p).toBeLessThan(rule.fail);
    const deaf: KindRule = {
      ...rule,
      members: {
        a: { ...(rule.members.a as KindRule['members'][string]), weight: 1 },
        b: { ...(rule.members.b as KindRule['members'][string]), weight: 0 },
      },
    };
    expect(fuse(opinions([0.9, 0.001]), deaf)).toMatchObject({ p: expect.closeTo(0.9, 9), disagree: false });
  });

  it('is unsure also where the pool by itself would have been sure', () => {
    const rule = rulesOf([judge('a'), judge('b')], null).entity;
    for (const [pair, side] of [
      [[0.9999, 0.15], 'pass'],
      [[0.0001, 0.85], 'fail'],
    ] as const) {
      const { p: fused, disagree } = fuse(opinions(pair), rule);
      expect(disagree, side).toBe(true);
      expect(fused).toBeGreaterThan(Math.max(rule.fail, 1 - rule.pass));
      expect(fused).toBeLessThan(Math.min(rule.pass, 1 - rule.fail));
    }
  });

  it('pools those who answer as if there were no others, and is calibrated as a whole only when whole', () => {
    const three = rulesOf(
      NAMES.slice(0, 3).map((id) => judge(id)),
      null,
    ).entity;
    const two = rulesOf([judge('a'), judge('b')], null).entity;
    const { p: ofTwo } = fuse(opinions([0.9, 0.7]), two);
    expect(fuse(opinions([0.9, 0.7, null]), three).p).toBeCloseTo(ofTwo as number, 12);
    const sharper = { ...three, slope: 2 };
    expect(fuse(opinions([0.9, 0.7, null]), sharper).p).toBeCloseTo(ofTwo as number, 12);
    const logit = (fuse(opinions([0.8, 0.8, 0.8]), sharper).p as number) ** -1 - 1;
    expect(-Math.log(logit)).toBeCloseTo(2 * Math.log(4), 9);
  });

  it('hears three to one against, where a member’s own threshold for a failure is more careful', () => {
    const { members, ...rest } = rulesOf([judge('a'), judge('b')], null).entity;
    const careful = Object.entries(members).map(([id, member]) => [id, { ...member, fail: 0.01 }]);
    const rule: KindRule = { ...rest, members: Object.fromEntries(careful) };
    expect(fuse(opinions([0.92, 0.11]), rule).disagree).toBe(true);
    expect(fuse(opinions([0.92, 0.35]), rule).disagree).toBe(false);
  });

  const ofTwo = (a: Partial<MemberRule>, b: Partial<MemberRule>, all: Partial<KindRule> = {}): KindRule => {
    const usual = { slope: 1, offset: 0, pass: 0.6, fail: 0.4, weight: 0.5 };
    const members = { a: { ...usual, ...a }, b: { ...usual, ...b } };
    return { slope: 1, offset: 0, pass: 0.6, fail: 0.4, ...all, members };
  };

  it('calibrates each member as it was fitted, then the pool of all', () => {
    const lifted = ofTwo({ offset: Math.log(4) }, { slope: 2 });
    const { p: pooled, members } = fuse(opinions([0.5, 0.75]), lifted);
    expect(members).toEqual([
      { id: 'a', p: expect.closeTo(0.8, 12) },
      { id: 'b', p: expect.closeTo(0.9, 12) },
    ]);
    // The geometric mean of odds of 4 and of 9.
    expect(pooled).toBeCloseTo(6 / 7, 12);
    expect(fuse(opinions([0.5, 0.5]), ofTwo({}, {}, { offset: Math.log(4) })).p).toBeCloseTo(0.8, 12);
  });

  it('gives back what no fit has changed to the last digit', () => {
    const rule = ofTwo({}, { slope: 2 });
    expect(fuse(opinions([1e-9, null]), rule).p).toBe(1e-9);
    expect(fuse(opinions([null, 0.75]), rule).p).toBeCloseTo(0.9, 12);
    expect(fuse(opinions([0.5, null]), ofTwo({ offset: 1 }, {})).p).toBeCloseTo(1 / (1 + Math.exp(-1)), 12);
  });

  it('counts members equally where none of them has any weight', () => {
    const { p: pooled } = fuse(opinions([0.8, 0.5]), ofTwo({ weight: 0 }, { weight: 0 }));
    expect(pooled).toBeCloseTo(2 / 3, 12);
  });

  it.each([
    [[0.6, 0.4], {}, true],
    [[0.599, 0.4], {}, false],
    [[0.6, 0.401], {}, false],
    [[0.75, 0.25], { pass: 0.9, fail: 0.1 }, true],
    [[0.749, 0.25], { pass: 0.9, fail: 0.1 }, false],
    [[0.75, 0.251], { pass: 0.9, fail: 0.1 }, false],
  ] as const)(
    'takes a member for or against from its thresholds on, or from three to one: %j %j',
    (ps, thresholds, quarrel) => {
      expect(fuse(opinions(ps), ofTwo(thresholds, thresholds)).disagree).toBe(quarrel);
    },
  );

  it('bounds nothing where nobody takes a side', () => {
    const careful = { pass: 0.9, fail: 0.1 };
    for (const one of [0.3, 0.7])
      expect(fuse(opinions([one, one]), ofTwo(careful, careful))).toMatchObject({
        p: expect.closeTo(one, 12),
        disagree: false,
      });
  });

  it.each([
    [0.5, true],
    [0.499, false],
  ])('hears a side with %d of the other one’s force: %s', (share, quarrel) => {
    const certain = Math.log(19);
    for (const side of [1, -1]) {
      const strong = { slope: 0, offset: side * certain };
      const weak = { slope: 0, offset: -side * certain * share };
      const { p: fused, disagree } = fuse(opinions([0.5, 0.5]), ofTwo(strong, weak));
      expect(disagree).toBe(quarrel);
      // The stronger side is followed where the other one is not heard.
      expect((fused as number) > 0.6 || (fused as number) < 0.4).toBe(!quarrel);
    }
  });

  it('tells how far the members agree', () => {
    const rule = rulesOf(
      NAMES.slice(0, 3).map((id) => judge(id)),
      null,
    ).entity;
    const agreement = (...ps: number[]) => fuse(opinions(ps), rule).agreement;
    expect(agreement(0.8, 0.8)).toBe(1);
    expect(agreement(0.92, 0.11)).toBeCloseTo(0.19);
    expect(agreement(0, 1, 1)).toBeCloseTo(1 / 3);
    const { members } = fuse(opinions([0.92, 0.11]), rule);
    expect(disagreementText(members)).toBe('the judges disagree: a 0.92, b 0.11');
  });
});

describe('what counts without a fit', () => {
  it('is how narrow the band is in which a member says nothing', () => {
    const weights = (...members: JudgeDescription[]) =>
      Object.values(rulesOf(members, null).entity.members).map(({ weight }) => weight);
    expect(weights(judge('a'), judge('b'))).toEqual([0.5, 0.5]);
    const [sharp = 0, weak = 0, unknown = 0] = weights(
      judge('sharp', { thresholds: everywhere(0.55, 0.45) }),
      judge('weak', { thresholds: everywhere(0.98, 0.02) }),
      judge('unknown'),
    );
    expect(sharp).toBeGreaterThan(unknown);
    expect(unknown).toBeGreaterThan(weak);
    expect(sharp + weak + unknown).toBeCloseTo(1);
  });

  it('takes a member for unmeasured only where both its thresholds are those of nobody', () => {
    const share = (pass: number, fail: number) =>
      rulesOf([judge('one', { thresholds: everywhere(pass, fail) }), judge('unknown')], null).entity.members
        .one?.weight;
    expect(share(0.6, 0.3)).toBeCloseTo(0.7 / 1.2);
    expect(share(0.7, 0.4)).toBeCloseTo(0.7 / 1.2);
    expect(share(0.6, 0.4)).toBe(0.5);
    expect(share(1, 0)).toBeCloseTo(0.05 / 0.55);
  });

  it('has thresholds between those of the members, and those of a single one as they are', () => {
    const [sharp, careful] = [everywhere(0.6, 0.3), everywhere(0.9, 0.2)].map((thresholds, at) =>
      judge(`${at}`, { thresholds }),
    ) as [JudgeDescription, JudgeDescription];
    const { pass, fail } = rulesOf([sharp, careful], null).entity;
    // Weighted by 0.7 and 0.3.
    expect(pass).toBeCloseTo(0.69);
    expect(fail).toBeCloseTo(0.27);
    expect(rulesOf([judge('a', { thresholds: everywhere(0.5, 0.5) })], null).entity).toMatchObject({
      pass: 0.5,
      fail: 0.5,
    });
  });

  it('leaves room that is unsure, for every kind', () => {
    const sharp = ['a', 'b'].map((id) => judge(id, { thresholds: everywhere(0.5, 0.5) }));
    const rules = rulesOf(sharp, null);
    for (const kind of claimKind.options) {
      expect(rules[kind].pass).toBeGreaterThan(0.5);
      expect(rules[kind].fail).toBeLessThan(0.5);
    }
  });
});
