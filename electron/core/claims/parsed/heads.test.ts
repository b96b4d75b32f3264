import fc from 'fast-check';
import { expect, it } from 'vitest';
import { headsFrom } from './heads.js';

const isTree = (heads: readonly number[]): boolean =>
  heads.includes(-1) &&
  heads.every((_, start) => {
    let at = start;
    for (let steps = 0; steps <= heads.length && at >= 0; steps++) at = heads[at] as number;
    return at < 0;
  });

it('takes the likeliest head of every word where that makes a tree', () => {
  expect(headsFrom([])).toEqual([]);
  expect(headsFrom([[0, -9]])).toEqual([-1]);
  expect(
    headsFrom([
      [-5, -1, -0.1, -9],
      [-0.1, -3, -9, -3],
      [-9, -4, -0.2, -1],
    ]),
  ).toEqual([1, -1, 1]);
});

it('makes the word a root that is one most likely, where none is by itself', () => {
  expect(
    headsFrom([
      [-2, -9, -0.1],
      [-1, -0.2, -9],
    ]),
  ).toEqual([1, -1]);
  expect(
    headsFrom([
      [-1, -9, -0.1],
      [-2, -0.2, -9],
    ]),
  ).toEqual([-1, 0]);
});

it('hangs no word on itself, however likely that looks', () => {
  expect(
    headsFrom([
      [-0.5, -0.1, -9],
      [-9, -0.5, -0.1],
    ]),
  ).toEqual([-1, 0]);
});

it('makes the likeliest a root, though a circle would be cut elsewhere for less', () => {
  expect(
    headsFrom([
      [-2, -9, -1.9],
      [-1, -0.1, -9],
    ]),
  ).toEqual([1, -1]);
});

it('cuts the circle alone, and leaves what hangs on it', () => {
  expect(
    headsFrom([
      [-0.2, -9, -0.1, -9, -9],
      [-3, -9, -9, -0.1, -9],
      [-4, -9, -0.1, -9, -2],
      [-0.1, -9, -9, -9, -9],
    ]),
  ).toEqual([1, 2, 3, -1]);
});

it('cuts a circle where that costs least', () => {
  expect(
    headsFrom([
      [-0.1, -9, -9, -9],
      [-9, -0.3, -9, -0.1],
      [-9, -5, -0.1, -9],
    ]),
  ).toEqual([-1, 0, 1]);
  // The second and the third hang on one another; the third would nearly as gladly hang on the root's word.
  expect(
    headsFrom([
      [-0.1, -9, -9, -9],
      [-9, -5, -9, -0.1],
      [-9, -0.3, -0.1, -9],
    ]),
  ).toEqual([-1, 2, 0]);
});

it('gives each word one head, none its own, and no circles, whatever the scores', () => {
  const scores = fc
    .integer({ min: 1, max: 7 })
    .chain((count) =>
      fc.array(
        fc.array(fc.double({ min: -9, max: 0, noNaN: true }), { minLength: count + 1, maxLength: count + 1 }),
        { minLength: count, maxLength: count },
      ),
    );
  fc.assert(
    fc.property(scores, (rows) => {
      const heads = headsFrom(rows);
      expect(heads).toHaveLength(rows.length);
      expect(isTree(heads)).toBe(true);
    }),
    { numRuns: 400 },
  );
});
