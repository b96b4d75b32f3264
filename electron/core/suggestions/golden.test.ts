import { describe, expect, it } from 'vitest';
import { goldenCases, tried } from './testing/golden.js';

/** `npm run bench:suggestions -- --show open` says which fall short and how. */
describe.each(['open', 'held'] as const)('suggestions for the %s cases', (set) => {
  const outcomes = goldenCases(set).map((one) => tried(one));
  const shareOf = (count: number): number => count / outcomes.length;

  it('are mostly what a careful person would accept', () => {
    const passed = outcomes.filter(({ wrong, harm }) => wrong.length + harm.length === 0).length;
    expect(shareOf(passed)).toBeGreaterThanOrEqual(0.8);
  });

  it('lose nothing that holds, and still read', () => {
    expect(shareOf(outcomes.filter(({ harm }) => harm.length > 0).length)).toBeLessThanOrEqual(0.02);
  });
});
