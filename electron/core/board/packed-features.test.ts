import { sameValue } from '@shared/records/index.js';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packedFeatures } from './packed-features.js';

const rounded = (most: number) => fc.integer({ min: -most, max: most }).map((parts) => parts / 10_000);
const style = (most: number) =>
  fc.record({
    colour: fc.array(rounded(most), { minLength: 3, maxLength: 3 }),
    line: fc.array(rounded(most), { maxLength: 2 }),
  });

it('gives back every number as it was measured, and is the same value where those are', () => {
  fc.assert(
    fc.property(style(32_767), style(2), (one, other) => {
      const packed = packedFeatures(one);
      expect([packed?.colour, packed?.line, packed?.tone]).toEqual([one.colour, one.line, undefined]);
      for (const two of [other, structuredClone(one)])
        expect(sameValue(packedFeatures(two), packed)).toBe(sameValue(two, one));
    }),
    { numRuns: 300 },
  );
});

it('packs nothing that would not come back: other parts, too far from zero, or too many', () => {
  for (const value of [0.12345, 3.2768, -3.2769, Number.NaN, 1e300])
    expect(packedFeatures({ line: [0, value] })).toBeNull();
  expect(packedFeatures({ line: [3.2767, -3.2768] })?.line).toEqual([3.2767, -3.2768]);
  expect(packedFeatures({ line: Array.from({ length: 5000 }, () => 0) })).toBeNull();
  const named = Array.from({ length: 40 }, (_, at) => packedFeatures({ [`group ${at}`]: [0] }));
  expect(named.at(-1)).toBeNull();
});
