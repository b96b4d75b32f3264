import { describe, expect, it } from 'vitest';
import type { Outcome } from './analysis.js';
import { judgedShare, silenceOf } from './silence.js';

const said = (outcome: Outcome, reason = '') => ({ outcome, reason });

describe('a frame of which nothing was said', () => {
  it('has one reason, or the first and others', () => {
    expect(silenceOf([said('not-judged', 'another world'), said('not-judged', 'another world')])).toBe(
      'another world',
    );
    expect(silenceOf([said('not-judged', 'no words'), said('not-judged', 'no faces')])).toBe(
      'no words, and for other reasons',
    );
  });

  it('is no frame of which anything was said, or nothing was asked', () => {
    for (const outcome of ['pass', 'unsure', 'fail', 'skipped'] as const)
      expect(silenceOf([said('not-judged', 'no words'), said(outcome)])).toBeNull();
    expect(silenceOf([])).toBeNull();
  });
});

it('the share that was judged is of the claims that were asked, and none where none was', () => {
  expect(judgedShare([])).toBe(0);
  expect(judgedShare([said('not-judged')])).toBe(0);
  expect(judgedShare([said('pass'), said('not-judged'), said('skipped'), said('fail')])).toBe(0.75);
});
