import { expect, it } from 'vitest';
import {
  type BrandReport,
  brandProfile,
  canFlag,
  canScore,
  NO_REPORT,
  PROFILE_FORMAT,
  PROFILE_VERSION,
  reportTold,
} from './brand.js';

const sureness = { accuracy: 0.95, low: 0.8, high: 0.99 };
const report = (on: number, off: number, more: Partial<BrandReport> = {}): BrandReport => ({
  ...NO_REPORT,
  on,
  off,
  sureness: Math.min(on, off) < 3 ? null : sureness,
  ...more,
});

it('scores from three of each side and flags from six, where they are told apart better than by a coin', () => {
  expect([report(2, 9), report(3, 3), report(9, 5), report(6, 6)].map(canScore)).toEqual([
    false,
    true,
    true,
    true,
  ]);
  expect([report(2, 9), report(3, 3), report(9, 5), report(6, 6)].map(canFlag)).toEqual([
    false,
    false,
    false,
    true,
  ]);
  expect(canFlag(report(6, 6, { sureness: { ...sureness, low: 0.5 } }))).toBe(false);
});

it('says what is lacking, and how sure it is', () => {
  expect(reportTold(NO_REPORT)[0]).toMatch(/^Too few examples: 0 on style and 0 off it\./);
  expect(NO_REPORT.tower).toBe(false);
  expect(reportTold(report(3, 3))).toEqual([
    'Tells 95 % of its own examples right (80 % to 99 %), each tried without itself.',
    'Few examples: 3 on style and 3 off it. Frames are flagged from 6 of each.',
  ]);
  expect(reportTold(report(8, 8))).toHaveLength(1);
  expect(reportTold(report(8, 8, { sureness: { ...sureness, low: 0.4 } }))[1]).toContain(
    'no better than a coin',
  );
  const lacking = reportTold(report(8, 8, { waiting: 1, stale: 2 }));
  expect(lacking[1]).toMatch(/^1 example was not measured yet/);
  expect(lacking[2]).toMatch(/^2 examples were measured by another version/);
});

it('a file of a style has a version and a name of bounded length, and no more examples than can be read', () => {
  const example = { on: true, name: 'cover.png', preview: '', style: { tone: [0.25] }, tower: [] };
  const file = (more: object = {}) => ({
    format: PROFILE_FORMAT,
    version: PROFILE_VERSION,
    application: { name: 'continuist', version: '1.0.0' },
    name: 'Harbour',
    features: { measures: 2, judge: '' },
    sureness,
    examples: [example],
    ...more,
  });
  const reads = (more: object) => brandProfile.safeParse(file(more)).success;
  expect(brandProfile.parse(file())).toEqual(file());
  const many = (count: number) => ({ examples: Array.from({ length: count }, () => example) });
  expect([reads(many(0)), reads(many(10_000)), reads(many(10_001))]).toEqual([true, true, false]);
  const named = (length: number) => ({ name: 'n'.repeat(length) });
  expect([reads(named(0)), reads(named(100)), reads(named(101))]).toEqual([true, true, false]);
  const of = (length: number) => ({ application: { name: 'continuist', version: 'v'.repeat(length) } });
  expect([reads(of(0)), reads(of(100)), reads(of(101))]).toEqual([true, true, false]);
  const sure = (low: number, high: number) => ({ sureness: { accuracy: 1, low, high } });
  expect([reads(sure(0, 1)), reads(sure(-0.1, 1)), reads(sure(0, 1.1))]).toEqual([true, false, false]);
  for (const more of [{ format: 'style' }, { version: PROFILE_VERSION + 1 }]) expect(reads(more)).toBe(false);
});
