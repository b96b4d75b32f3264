import { expect, it } from 'vitest';
import { bySeverity, openAmong, type Severity } from './severity.js';

it('puts the worst first, and leaves what is as bad in its order', () => {
  const findings = (['low', 'high', 'medium', 'low', 'high'] as Severity[]).map((severity, at) => ({
    severity,
    at,
  }));
  expect(findings.sort(bySeverity).map(({ at }) => at)).toEqual([1, 4, 2, 0, 3]);
});

it('leaves out what the artist put aside', () => {
  const findings = [true, false, true, false].map((dismissed, at) => ({ dismissed, at }));
  expect(openAmong(findings).map(({ at }) => at)).toEqual([1, 3]);
});
