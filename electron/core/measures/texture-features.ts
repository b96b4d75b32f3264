import { LEVEL, type Plane } from './planes.js';
import { isMore } from './whole-numbers.js';

const RADII = [1, 3] as const;
/** Every so many lines are looked at: those between say the same. */
export const EVERY = 2;
/** Smaller differences count as equal, so that rounding in flat areas is no texture. */
const TOLERANCE = 2 * LEVEL;

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
export function textureFeatures(plane: Plane): number[] {
  return RADII.flatMap((radius) => classShares(plane, radius));
}

function classShares({ data: values, width, height }: Plane, radius: number): number[] {
  const patterns = new Uint32Array(256);
  const row = radius * width;
  for (let y = radius; y < height - radius; y += EVERY) {
    for (let x = radius, i = y * width + radius; x < width - radius; x++, i++) {
      const limit = ((values[i] ?? 0) + TOLERANCE) | 0;
      // Neighbours on a square ring, in order round it.
      const pattern =
        isMore(values[i - row - radius] ?? 0, limit) |
        (isMore(values[i - row] ?? 0, limit) << 1) |
        (isMore(values[i - row + radius] ?? 0, limit) << 2) |
        (isMore(values[i + radius] ?? 0, limit) << 3) |
        (isMore(values[i + row + radius] ?? 0, limit) << 4) |
        (isMore(values[i + row] ?? 0, limit) << 5) |
        (isMore(values[i + row - radius] ?? 0, limit) << 6) |
        (isMore(values[i - radius] ?? 0, limit) << 7);
      patterns[pattern] = (patterns[pattern] ?? 0) + 1;
    }
  }
  const counts = new Float64Array(10);
  for (let pattern = 0; pattern < 256; pattern++) {
    const kind = CLASS[pattern] ?? 9;
    counts[kind] = (counts[kind] ?? 0) + (patterns[pattern] ?? 0);
  }
  const total = Math.max(0, width - 2 * radius) * Math.ceil(Math.max(0, height - 2 * radius) / EVERY);
  return Array.from(counts, (n) => Math.sqrt(n / Math.max(1, total)));
}
