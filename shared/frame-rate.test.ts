import fc from 'fast-check';
import { expect, it } from 'vitest';
import { FRAME_RATES, type FrameRate, framesOf, timecode } from './frame-rate.js';

const rates = fc.constantFrom<FrameRate>(...Object.values(FRAME_RATES));

/** Counts frame numbers one by one, leaving out those that are dropped. */
function counted(frames: number, { counted, drops }: FrameRate): string {
  let [h, m, s, f] = [0, 0, 0, 0];
  for (let at = 0; at < frames; at++) {
    f++;
    if (f === counted) [f, s] = [0, s + 1];
    if (s === 60) [s, m] = [0, m + 1];
    if (m === 60) [m, h] = [0, h + 1];
    if (drops && s === 0 && f === 0 && m % 10 !== 0) f = 2;
  }
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(h)}:${two(m)}:${two(s)}${drops ? ';' : ':'}${two(f)}`;
}

it.each(Object.entries(FRAME_RATES))('counts frames at %s as they are counted one by one', (_, rate) => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40_000 }), (frames) => {
      expect(timecode(frames, rate)).toBe(counted(frames, rate));
    }),
    { numRuns: 200 },
  );
});

it.each<[rate: keyof typeof FRAME_RATES, frames: number, shown: string]>([
  ['24', 86_400, '01:00:00:00'],
  ['25', 90_000, '01:00:00:00'],
  ['30', 108_000, '01:00:00:00'],
  ['23.976', 86_400, '01:00:00:00'],
  ['29.97', 107_892, '01:00:00;00'],
  ['29.97', 1_799, '00:00:59;29'],
  ['29.97', 1_800, '00:01:00;02'],
  ['29.97', 17_981, '00:09:59;29'],
  ['29.97', 17_982, '00:10:00;00'],
  ['24', 24 * 86_400, '00:00:00:00'],
])('at %s, frame %d is %s', (rate, frames, shown) => {
  expect(timecode(frames, FRAME_RATES[rate])).toBe(shown);
});

it('keeps drop-frame time within two frames of the clock at any minute of the day', () => {
  const rate = FRAME_RATES['29.97'];
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1439 }), (minutes) => {
      const [h = 0, m = 0, s = 0, f = 0] = timecode(Math.round(minutes * 60 * rate.exact), rate)
        .split(/[:;]/)
        .map(Number);
      const shown = ((h * 60 + m) * 60 + s) * 30 + f;
      expect(Math.abs(shown - minutes * 1800)).toBeLessThanOrEqual(2 + 2);
    }),
    { numRuns: 200 },
  );
});

it('is no shorter than a frame, and off by no more than half of one', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 10_000, noNaN: true }), rates, (seconds, rate) => {
      const frames = framesOf(seconds, rate);
      expect(frames).toBeGreaterThanOrEqual(1);
      if (frames > 1) expect(Math.abs(frames - seconds * rate.exact)).toBeLessThanOrEqual(0.5);
    }),
    { numRuns: 200 },
  );
});
