import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AT_START, faster, going, type Head, placeOf, standing, stepped } from './head.js';
import { rangeOf, shotAt, timelineOf } from './timeline.js';

const ALL = { start: 0, end: 10 };

describe('a head', () => {
  it('stands where it is put, whatever the clock says', () => {
    expect(placeOf(standing(3), 1e6, ALL, false)).toEqual({ seconds: 3, ended: false });
    expect(placeOf(AT_START, 1e6, ALL, true).seconds).toBe(0);
  });

  it('goes as fast as it is told, both ways, and ends at the end that it goes for', () => {
    const on = going(2, 3, 1000, ALL);
    expect(placeOf(on, 2500, ALL, false)).toEqual({ seconds: 6, ended: false });
    expect(placeOf(on, 9000, ALL, false)).toEqual({ seconds: 10, ended: true });
    const back = going(-1, 3, 1000, ALL);
    expect(placeOf(back, 2000, ALL, false)).toEqual({ seconds: 2, ended: false });
    expect(placeOf(back, 9000, ALL, false)).toEqual({ seconds: 0, ended: true });
  });

  it('begins anew from the other end where it stands at its end, or outside of the range', () => {
    expect(going(1, 10, 0, ALL).at).toBe(0);
    expect(going(-1, 0, 0, ALL).at).toBe(10);
    expect(going(1, 1, 0, { start: 4, end: 6 }).at).toBe(4);
    expect(going(-1, 9, 0, { start: 4, end: 6 }).at).toBe(6);
    expect(going(1, 5, 0, { start: 4, end: 6 }).at).toBe(5);
  });

  it('goes round within a range and never ends there', () => {
    const range = { start: 4, end: 6 };
    expect(placeOf(going(1, 5, 0, range), 2000, range, true)).toEqual({ seconds: 5, ended: false });
    expect(placeOf(going(-1, 5, 0, range), 2000, range, true)).toEqual({ seconds: 5, ended: false });
    fc.assert(
      fc.property(fc.double({ min: -8, max: 8, noNaN: true }), fc.nat(1e6), (speed, now) => {
        const { seconds, ended } = placeOf(going(speed || 1, 5, 0, range), now, range, true);
        expect(ended).toBe(false);
        expect(seconds).toBeGreaterThanOrEqual(4);
        expect(seconds).toBeLessThan(6 + 1e-9);
      }),
      { numRuns: 300 },
    );
  });

  it('goes twice as fast with each press up to eight times, and turns with the other key', () => {
    const at = (speed: number): Head => ({ at: 0, since: 0, speed });
    expect([AT_START, at(1), at(2), at(4), at(8), at(-4)].map((head) => faster(head, 1))).toEqual([
      1, 2, 4, 8, 8, 1,
    ]);
    expect([AT_START, at(1), at(-1), at(-8)].map((head) => faster(head, -1))).toEqual([-1, -1, -2, -8]);
  });

  it('steps from frame to frame, never past the last', () => {
    expect(stepped(0, 1, 24, ALL)).toBeCloseTo(1 / 24);
    expect(stepped(1.03, 1, 24, ALL)).toBeCloseTo(25 / 24);
    expect(stepped(1.03, -1, 24, ALL)).toBeCloseTo(23 / 24);
    expect(stepped(0, -1, 24, ALL)).toBe(0);
    expect(stepped(10, 1, 24, ALL)).toBeCloseTo(239 / 24);
    fc.assert(
      fc.property(fc.nat(239), fc.constantFrom(24, 25, 24_000 / 1001, 30), (frame, rate) => {
        const range = { start: 0, end: 240 / rate };
        const there = stepped(frame / rate, 1, rate, range);
        if (frame < 239) expect(stepped(there, -1, rate, range)).toBeCloseTo(frame / rate, 9);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a timeline', () => {
  const shots = [{ duration: 3 }, { duration: null }, { duration: 0.5 }];

  it('gives shots without a duration the usual two seconds', () => {
    expect(timelineOf(shots)).toEqual({ starts: [0, 3, 5, 5.5], total: 5.5 });
  });

  it('knows which shot is seen when, and has none where there are none', () => {
    const timeline = timelineOf(shots);
    expect([-1, 0, 2.99, 3, 4.9, 5, 5.4, 5.5, 9].map((at) => shotAt(timeline, at))).toEqual([
      0, 0, 0, 1, 1, 2, 2, 2, 2,
    ]);
    expect(shotAt(timelineOf([]), 0)).toBe(-1);
  });

  it('finds each shot from its beginning to just before its end', () => {
    const duration = fc.option(fc.double({ min: 0.04, max: 60, noNaN: true }));
    fc.assert(
      fc.property(
        fc.array(fc.record({ duration }), { minLength: 1, maxLength: 40 }),
        fc.nat(39),
        (all, n) => {
          const timeline = timelineOf(all);
          const i = n % all.length;
          const [start = 0, end = 0] = timeline.starts.slice(i, i + 2);
          expect(shotAt(timeline, start)).toBe(i);
          expect(shotAt(timeline, start + (end - start) * 0.99)).toBe(i);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('has the range of some shots, from the first of them to the last', () => {
    const views = ['a', 'b', 'c'].map((id) => ({ shot: { id } }));
    const timeline = timelineOf(shots);
    expect(rangeOf(timeline, views, ['b'])).toEqual({ start: 3, end: 5 });
    expect(rangeOf(timeline, views, ['c', 'a'])).toEqual({ start: 0, end: 5.5 });
    expect(rangeOf(timeline, views, ['gone'])).toEqual({ start: 0, end: 5.5 });
    expect(rangeOf(timeline, views, [])).toEqual({ start: 0, end: 5.5 });
  });
});
