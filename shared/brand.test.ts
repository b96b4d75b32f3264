import { expect, it } from 'vitest';
import { type BrandReport, canFlag, canScore, NO_REPORT, reportTold } from './brand.js';

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
