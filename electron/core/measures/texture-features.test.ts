import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textureFeatures } from './texture-features.js';

/** The definition, word for word: brighter than the middle by more than 2 levels, in order round the ring. */
function sharesByDefinition(rows: readonly (readonly number[])[], radius: number): number[] {
  const ring = [
    [-1, -1],
    [-1, 0],
    [-1, 1],
    [0, 1],
    [1, 1],
    [1, 0],
    [1, -1],
    [0, -1],
  ].map(([dy = 0, dx = 0]) => [dy * radius, dx * radius] as const);
  const counts = new Array<number>(10).fill(0);
  let total = 0;
  for (let y = radius; y < rows.length - radius; y++)
    for (let x = radius; x < (rows[0]?.length ?? 0) - radius; x++) {
      const over = ring.map(([dy, dx]) => (rows[y + dy]?.[x + dx] ?? 0) > (rows[y]?.[x] ?? 0) + 2);
      const changes = over.filter((one, i) => one !== over[(i + 1) % 8]).length;
      const kind = changes <= 2 ? over.filter(Boolean).length : 9;
      counts[kind] = (counts[kind] ?? 0) + 1;
      total++;
    }
  return counts.map((count) => Math.sqrt(count / Math.max(1, total)));
}

const level = fc.oneof(
  fc.integer({ min: 0, max: 255 }),
  // Rounding makes what should be 2 apart a little more or less.
  fc.integer({ min: 0, max: 255 }).map((v) => Math.fround(0.2126 * v + 0.7152 * v + 0.0722 * v)),
  // The last is a little more than 2 below 4, which a sum of 32 bits doesn't show.
  fc.constantFrom(0, 2, 4, 253, 255, 2 - 2 ** -23),
);
const picture = fc
  .tuple(fc.integer({ min: 1, max: 11 }), fc.integer({ min: 1, max: 11 }))
  .chain(([width, height]) =>
    fc.array(fc.array(level, { minLength: width, maxLength: width }), {
      minLength: height,
      maxLength: height,
    }),
  );

describe('local binary patterns', () => {
  it('are those of the definition at both radii, down to the last bit of a comparison', () => {
    fc.assert(
      fc.property(picture, (rows) => {
        const plane = {
          data: Float32Array.from(rows.flat()),
          width: rows[0]?.length ?? 0,
          height: rows.length,
        };
        expect(textureFeatures(plane)).toEqual([1, 3].flatMap((radius) => sharesByDefinition(rows, radius)));
      }),
      { numRuns: 400 },
    );
  });
});
