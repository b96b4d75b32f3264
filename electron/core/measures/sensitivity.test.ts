import { sensitivity } from '@shared/sensitivity.js';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type QualityFrame, qualityOf } from './quality.js';

const frame = (at: number, quality: Record<string, number>): QualityFrame => ({
  takeId: `t${at}`,
  sha256: `${at}`,
  scene: null,
  regenerated: false,
  description: '',
  measures: { quality: { colourRange: 50, ...quality } },
});

const flagged = (board: readonly QualityFrame[], level: (typeof sensitivity.options)[number]): string[] =>
  Object.entries(qualityOf(board, level)).flatMap(([takeId, measures]) =>
    measures.filter((measure) => measure.flagged).map(({ name }) => `${takeId} ${name}`),
  );

it('a keen eye reports faint noise that a shy one leaves', () => {
  const noises = [2, 2.3, 1.8, 2.1, 2.2, 1.9, 2, 2.4, 5];
  const board = noises.map((noise, at) => frame(at, { noise }));
  expect(sensitivity.options.map((level) => flagged(board, level))).toEqual([[], [], ['t8 noise']]);
});

it('whoever is keener reports all that the shyer does', () => {
  const value = fc.double({ min: 0, max: 20, noNaN: true });
  const quality = fc.record({ noise: value, blur: value, sharpness: value, blockiness: value });
  fc.assert(
    fc.property(fc.array(quality, { minLength: 4, maxLength: 12 }), (drawn) => {
      const board = drawn.map((one, at) => frame(at, one));
      const [shy = [], balanced = [], keen = []] = sensitivity.options.map((level) => flagged(board, level));
      expect(balanced).toEqual(expect.arrayContaining(shy));
      expect(keen).toEqual(expect.arrayContaining(balanced));
    }),
    { numRuns: 200 },
  );
});
