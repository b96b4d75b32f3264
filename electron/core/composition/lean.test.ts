import fc from 'fast-check';
import { expect, it } from 'vitest';
import { leanOf } from './lean.js';

const box = (x: number, y: number, width: number, height: number, covers = 0.5) => ({
  region: { x, y, width, height },
  covers,
});

it('is where most is covered', () => {
  expect(leanOf([box(0.4, 0.2, 0.2, 0.5)])).toBeCloseTo(0, 9);
  expect(leanOf([box(0, 0.2, 0.2, 0.5)])).toBeCloseTo(-0.4, 9);
  expect(leanOf([box(0, 0, 0.2, 0.5), box(0.8, 0.5, 0.2, 0.5)])).toBeCloseTo(0, 9);
  expect(leanOf([box(0, 0, 0.2, 0.25), box(0.8, 0, 0.2, 0.75)])).toBeCloseTo(0.2, 9);
});

it('counts once what two cover', () => {
  const person = box(0.1, 0.2, 0.2, 0.6);
  const held = box(0.15, 0.4, 0.1, 0.2);
  const other = box(0.7, 0.2, 0.2, 0.6);
  expect(leanOf([person, held, other])).toBeCloseTo(0, 9);
  expect(leanOf([person, person, other])).toBeCloseTo(0, 9);
  expect(leanOf([person, box(0.1, 0.7, 0.2, 0.3), other])).toBeLessThan(-0.02);
});

it('weighs what a thing covers of its box, and of two things in one place the fuller', () => {
  const left = box(0, 0.2, 0.2, 0.5, 0.8);
  expect(leanOf([left, box(0.8, 0.2, 0.2, 0.5, 0.4)])).toBeCloseTo(-0.4 / 3, 9);
  expect(leanOf([left, box(0, 0.2, 0.2, 0.5, 0.3), box(0.8, 0.2, 0.2, 0.5, 0.8)])).toBeCloseTo(0, 9);
  expect(
    leanOf([box(0.1, 0, 0.2, 1, 0.4), box(0.1, 0, 0.2, 0.5, 0.8), box(0.7, 0, 0.2, 1, 0.6)]),
  ).toBeCloseTo(0, 9);
});

const part = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const boxes = fc.array(
  fc.record({
    region: fc.record({ x: part(0, 0.6), y: part(0, 0.6), width: part(0.02, 0.4), height: part(0.02, 0.4) }),
    covers: part(0.2, 1),
  }),
  { minLength: 1, maxLength: 6 },
);

const moved = ({ region, covers }: ReturnType<typeof box>, x: number) => ({
  region: { ...region, x },
  covers,
});

it('turns with the picture, moves with what is in it, and stays within it', () => {
  fc.assert(
    fc.property(boxes, part(0, 0.2), (all, by) => {
      const lean = leanOf(all);
      expect(Math.abs(lean)).toBeLessThanOrEqual(0.5);
      expect(leanOf(all.map((one) => moved(one, 1 - one.region.x - one.region.width)))).toBeCloseTo(-lean, 6);
      expect(leanOf(all.map((one) => moved(one, one.region.x + by)))).toBeCloseTo(lean + by, 6);
      expect(leanOf([...all].reverse())).toBeCloseTo(lean, 6);
    }),
    { numRuns: 300 },
  );
});
