import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { SceneBand } from '../../strip/scene-bands.js';
import { sceneNames } from './scene-names.js';

const bandsOf = (...lengths: number[]): SceneBand[] => {
  let start = 0;
  return lengths.map((length, at) => {
    start += length;
    return { scene: `S${at}`, start: start - length, length };
  });
};
const named = (bands: readonly SceneBand[], step: number) =>
  sceneNames(bands, step).map(({ band }) => band.scene);

it('names every scene that has room, and of narrow ones those that have it beside each other', () => {
  expect(named(bandsOf(20, 30, 25), 10)).toEqual(['S0', 'S1', 'S2']);
  expect(named(bandsOf(...Array.from({ length: 20 }, () => 10)), 2)).toEqual(['S0', 'S5', 'S10', 'S15']);
  // The narrow one before a wide one gives way to it.
  expect(named(bandsOf(3, 50, 3, 3, 3), 10)).toEqual(['S1', 'S2']);
});

it('lets no name run into another, and leaves out none of a wide scene', () => {
  const lengths = fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 80 });
  fc.assert(
    fc.property(lengths, fc.double({ min: 0.1, max: 12, noNaN: true }), (all, step) => {
      const bands = bandsOf(...all);
      const names = sceneNames(bands, step);
      names.forEach(({ left, width }, at) => {
        const next = names[at + 1];
        const end = next ? next.left : bands.reduce((sum, { length }) => sum + length, 0) * step;
        expect(left + width).toBeLessThanOrEqual(end + 1e-6);
      });
      for (const band of bands)
        if (band.length * step >= 88) expect(names.map((one) => one.band)).toContain(band);
    }),
    { numRuns: 300 },
  );
});
