import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrasted, shareOf } from './contrasted.js';

const reading = { pass: 0.6, fail: 0.2 };
const asked = { negated: false };
const unit = fc.double({ min: 0, max: 1, noNaN: true });

describe('an answer beside that of the opposite', () => {
  it.each([
    ['a yes and a no', 0.9, 0.1, 'pass', ''],
    ['a no and a yes', 0.05, 0.9, 'fail', ''],
    ['yes to both', 0.9, 0.9, 'unsure', 'the judge says yes of its opposite as well'],
    ['no to both', 0.05, 0.05, 'unsure', 'the judge says no of its opposite as well'],
    [
      'no to both, and a lower one to the opposite',
      0.1,
      0.01,
      'unsure',
      'the judge says no of its opposite as well',
    ],
    ['neither yes nor no', 0.5, 0.01, 'unsure', ''],
  ] as const)('is, of %s, as it says', (_what, p, contrast, outcome, reason) => {
    const found = contrasted(asked, { p, contrast }, reading);
    expect(found).toEqual({ p: shareOf(p, contrast), outcome, reason });
  });

  it.each([
    [0.9, 0.1, 0.9],
    [0.2, 0.6, 0.25],
    [0.5, 0.5, 0.5],
    [0, 0, 0.5],
    [0, 0.3, 0],
  ])('%f beside %f has the share %f', (p, contrast, share) => {
    expect(shareOf(p, contrast)).toBeCloseTo(share);
  });

  it('is turned round for what should not be there', () => {
    expect(contrasted({ negated: true }, { p: 0.05, contrast: 0.95 }, reading)).toEqual({
      p: 0.95,
      outcome: 'pass',
      reason: '',
    });
    expect(contrasted({ negated: true }, { p: 0.9, contrast: 0.9 }, reading).outcome).toBe('unsure');
  });

  it('never passes or fails what the judge by itself does not, nor what the share does not', () => {
    fc.assert(
      fc.property(unit, unit, fc.boolean(), (p, contrast, negated) => {
        const alone = contrasted({ negated }, { p }, reading);
        const both = contrasted({ negated }, { p, contrast }, reading);
        expect([alone.outcome, 'unsure']).toContain(both.outcome);
        if (both.outcome === 'pass') expect(both.p).toBeGreaterThanOrEqual(reading.pass);
        if (both.outcome === 'fail') expect(both.p).toBeLessThanOrEqual(reading.fail);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a yes without an opposite', () => {
  it('counts only if it is said less readily of pictures that should not show it', () => {
    const beside = (usual: number, p = 0.9) => contrasted(asked, { p }, { ...reading, usual });
    expect(beside(0.1)).toEqual({ p: 0.9, outcome: 'pass', reason: '' });
    expect(beside(0.1, 0.8)).toEqual({ p: 0.8, outcome: 'pass', reason: '' });
    expect(beside(0.9)).toEqual({
      p: 0.5,
      outcome: 'unsure',
      reason: 'the judge says yes of pictures that should not show it as well',
    });
    // A no needs no such proof: it is what those pictures get.
    expect(beside(0.1, 0.1)).toEqual({ p: 0.1, outcome: 'fail', reason: '' });
  });

  it('does not make a finding of what should not be there, where it is said of any picture', () => {
    const found = contrasted({ negated: true }, { p: 0.9 }, { ...reading, usual: 0.9 });
    expect([found.outcome, found.p]).toEqual(['unsure', 0.5]);
  });
});
