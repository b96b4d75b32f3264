import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LEVEL } from './planes.js';
import { EVERY, textureFeatures } from './texture-features.js';

/** The definition, word for word: brighter than the middle by more than 2 levels, in order round the ring, on every so many lines. */
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
  for (let y = radius; y < rows.length - radius; y += EVERY)
    for (let x = radius; x < (rows[0]?.length ?? 0) - radius; x++) {
      const over = ring.map(([dy, dx]) => (rows[y + dy]?.[x + dx] ?? 0) > (rows[y]?.[x] ?? 0) + 2 * LEVEL);
      const changes = over.filter((one, i) => one !== over[(i + 1) % 8]).length;
      const kind = changes <= 2 ? over.filter(Boolean).length : 9;
      counts[kind] = (counts[kind] ?? 0) + 1;
      total++;
    }
  return counts.map((count) => Math.sqrt(count / Math.max(1, total)));
}

const level = fc.oneof(
  fc.integer({ min: 0, max: 255 * LEVEL }),
  // Those that are 2 levels apart, and a little more.
  fc.constantFrom(0, 2 * LEVEL, 2 * LEVEL + 1, 4 * LEVEL, 253 * LEVEL, 255 * LEVEL),
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
          data: Int16Array.from(rows.flat()),
          width: rows[0]?.length ?? 0,
          height: rows.length,
        };
        expect(textureFeatures(plane)).toEqual([1, 3].flatMap((radius) => sharesByDefinition(rows, radius)));
      }),
      { numRuns: 400 },
    );
  });
});
