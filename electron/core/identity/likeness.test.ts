import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isOff, likenessAmong, windowAround } from './index.js';

/** Unit vectors around one direction, `off` of it in a direction of their own. */
const around = (off: number, count: number): number[][] =>
  Array.from({ length: count }, (_, at) => {
    const vector = [1, 0, 0, 0, 0].map((value, i) => value + (i === 1 + (at % 4) ? off : 0));
    const length = Math.hypot(...vector);
    return vector.map((value) => value / length);
  });
const AWAY = [0, 0, 0, 0, 1];

it('finds one that is unlike others which are alike, for every eye and setting', () => {
  for (const isDrawn of [true, false])
    for (const by of ['shy', 'balanced', 'keen'] as const) {
      const off = likenessAmong([AWAY], around(0.2, 6), isDrawn);
      expect(off && isOff(off, isDrawn, by)).toBe(true);
      const same = likenessAmong(around(0.2, 1), around(0.2, 6), isDrawn);
      expect(same && isOff(same, isDrawn, by)).toBe(false);
    }
});

it('says nothing where the others are as unlike one another', () => {
  const all = around(3, 6);
  const found = likenessAmong([AWAY], all.slice(0, 5), false);
  expect(found && isOff(found, false, 'keen')).toBe(false);
});

it('says more to who is keen than to who is shy', () => {
  const faint = [1, 1.35, 0, 0, 0].map((value) => value / Math.hypot(1, 1.35));
  const found = likenessAmong([faint], around(0.1, 6), true);
  const by = (['shy', 'balanced', 'keen'] as const).map((one) => found && isOff(found, true, one));
  expect(by).toEqual([false, true, true]);
});

it('takes the likest of several, and tells which of the others are alike', () => {
  const others = [...around(0.1, 5), AWAY];
  const found = likenessAmong([AWAY, ...around(0.1, 1)], others, true);
  expect(found?.at).toBe(1);
  expect(found?.others.map(({ isAlike }) => isAlike)).toEqual([true, true, true, true, true, false]);
});

it('needs two others', () => {
  expect(likenessAmong([AWAY], around(0, 1), true)).toBeNull();
  expect(likenessAmong([], around(0, 6), true)).toBeNull();
});

it('has a window with all that are there, or as many as are wanted', () => {
  fc.assert(
    fc.property(fc.nat(40), fc.nat(40), fc.integer({ min: 1, max: 20 }), (place, length, count) => {
      const at = Math.min(place, length);
      const [from, to] = windowAround(at, length, count);
      expect(to - from).toBe(Math.min(length, count));
      expect(from).toBeGreaterThanOrEqual(0);
      expect(to).toBeLessThanOrEqual(length);
      expect(from <= at && at <= to).toBe(true);
    }),
    { numRuns: 300 },
  );
});
