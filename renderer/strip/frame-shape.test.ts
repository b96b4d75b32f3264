import { expect, it } from 'vitest';
import { isOtherShape } from './frame-shape.js';

it('a picture that is much taller or wider than its frame is shown whole', () => {
  const of = (width: number, height: number) => isOtherShape({ width, height }, 16 / 9);
  expect([of(6000, 200), of(200, 4000), of(1080, 1920), of(1000, 1000)]).toEqual([true, true, true, false]);
  expect([of(1920, 1080), of(1024, 768), of(2400, 1000), of(0, 0)]).toEqual([false, false, false, false]);
  expect(isOtherShape({ width: 1920, height: 1080 }, 0.75)).toBe(true);
});
