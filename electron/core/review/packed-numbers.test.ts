import fc from 'fast-check';
import { expect, it } from 'vitest';
import { maybePacked, packNumbers, unpackNumbers } from './packed-numbers.js';

const number = fc.oneof(
  fc.integer({ min: 0, max: 255 }),
  fc.float({ noNaN: true, noDefaultInfinity: true }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);

it('keeps every number as it is', () => {
  fc.assert(
    fc.property(fc.array(number), (values) => {
      const kept = unpackNumbers(packNumbers(values));
      expect(kept).toHaveLength(values.length);
      expect(values.every((value, at) => Object.is(value, kept[at]))).toBe(true);
    }),
    { numRuns: 500 },
  );
});

it('takes a byte for a small whole number, four for what a model answers, and eight for the rest', () => {
  const sizeOf = (values: number[]) => Buffer.from(packNumbers(values).split(':')[1] ?? '', 'base64').length;
  expect(sizeOf([0, 17, 255])).toBe(3);
  expect(sizeOf([0.5, Math.fround(0.1), 300])).toBe(12);
  expect(sizeOf([0.1, 1])).toBe(16);
});

it('reads what is not packed too, and refuses what is no list of numbers', () => {
  expect(maybePacked.parse([1, 0.5])).toEqual([1, 0.5]);
  expect(maybePacked.parse(packNumbers([1, 0.5]))).toEqual([1, 0.5]);
  const infinite = `double:${Buffer.from(Float64Array.of(1, Number.POSITIVE_INFINITY).buffer).toString('base64')}`;
  for (const broken of ['', 'words:AAAA', 'single:AAA=', infinite, [1, 'b'], 5, null])
    expect(maybePacked.safeParse(broken).success, JSON.stringify(broken)).toBe(false);
});

it('reads lists of any length one after the other, each by itself', () => {
  const long = Array.from({ length: 100_000 }, (_, at) => at / 3);
  for (const values of [[1, 2, 3], long, [], [0.1], [-0]])
    expect(unpackNumbers(packNumbers(values))).toEqual(values);
});

it('says what is wrong with what it cannot read', () => {
  for (const unknown of ['words:AAAA', 'toString:AAAA', 'AAAA', ':AAAA'])
    expect(() => unpackNumbers(unknown)).toThrow(/Unknown kind/);
  expect(() => unpackNumbers('single:AAA=')).toThrow(/cut off/);
  const none = `single:${Buffer.from(Float32Array.of(1, Number.NaN).buffer).toString('base64')}`;
  expect(() => unpackNumbers(none)).toThrow(/Not every number/);
  expect(unpackNumbers('bytes')).toEqual([]);
});
