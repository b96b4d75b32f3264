import { FRAME_RATES } from '@shared/frame-rate.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { durationOf, readDuration, wholeFrames } from './durations.js';

const RATE = FRAME_RATES['24'];

describe('a duration', () => {
  it.each([
    ['2', 2],
    [' 1.5 s ', 1.5],
    ['1,5', 1.5],
    ['.25', 0.25],
    ['3.', 3],
    ['', null],
    ['  ', null],
    ['0', undefined],
    ['-1', undefined],
    ['two', undefined],
    ['1e3', undefined],
    ['3601', undefined],
    ['1:30', undefined],
  ])('typed as “%s” is %s', (text, seconds) => {
    expect(readDuration(text, RATE)).toBe(seconds);
  });

  it('is of whole frames, one at least and an hour at most', () => {
    expect(wholeFrames(0.06, RATE) * 24).toBeCloseTo(1);
    expect(wholeFrames(-3, RATE) * 24).toBeCloseTo(1);
    expect(wholeFrames(9999, RATE)).toBe(3600);
  });

  it('is read as it is written, to the frame, at every rate', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.values(FRAME_RATES)),
        fc.integer({ min: 1, max: 20_000 }),
        (rate, frames) => {
          const seconds = frames / rate.exact;
          expect(readDuration(durationOf(seconds), rate)).toBeCloseTo(seconds, 9);
        },
      ),
      { numRuns: 300 },
    );
    expect(durationOf(null)).toBe('');
  });
});
