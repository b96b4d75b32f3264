import type { Plane } from './planes.js';

const RADII = [1, 3] as const;
/** Differences under this many levels count as equal, so that rounding in flat areas is no texture. */
const TOLERANCE = 2;

/** Class of each 8-bit pattern: bits set when it changes at most twice round the ring, else 9. */
const CLASS = Uint8Array.from({ length: 256 }, (_, pattern) => {
  let changes = 0;
  let ones = 0;
  for (let b = 0; b < 8; b++) {
    const here = (pattern >> b) & 1;
    ones += here;
    if (here !== ((pattern >> ((b + 1) & 7)) & 1)) changes++;
  }
  return changes <= 2 ? ones : 9;
});

/**
 * Local binary patterns at two scales, rotation-invariant and uniform (Ojala et al. 2002): square roots of the
 * shares of the ten classes at each scale.
 */
export function textureFeatures({ data, width, height }: Plane): number[] {
  return RADII.flatMap((radius) => {
    const counts = new Float64Array(10);
    const row = radius * width;
    let total = 0;
    for (let y = radius; y < height - radius; y++) {
      for (let x = radius, i = y * width + radius; x < width - radius; x++, i++) {
        const limit = (data[i] ?? 0) + TOLERANCE;
        // Neighbours on a square ring, in order round it.
        const pattern =
          ((data[i - row - radius] ?? 0) > limit ? 1 : 0) |
          ((data[i - row] ?? 0) > limit ? 2 : 0) |
          ((data[i - row + radius] ?? 0) > limit ? 4 : 0) |
          ((data[i + radius] ?? 0) > limit ? 8 : 0) |
          ((data[i + row + radius] ?? 0) > limit ? 16 : 0) |
          ((data[i + row] ?? 0) > limit ? 32 : 0) |
          ((data[i + row - radius] ?? 0) > limit ? 64 : 0) |
          ((data[i - radius] ?? 0) > limit ? 128 : 0);
        const kind = CLASS[pattern] ?? 9;
        counts[kind] = (counts[kind] ?? 0) + 1;
        total++;
      }
    }
    return Array.from(counts, (n) => Math.sqrt(n / Math.max(1, total)));
  });
}
