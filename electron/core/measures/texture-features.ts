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
 * The bits of numbers that are not negative stand in the order of the numbers: what is compared eight times a
 * pixel is compared as whole numbers, without a branch.
 */
const bitsOf = (values: Float32Array): Int32Array =>
  new Int32Array(values.buffer, values.byteOffset, values.length);

/** Of each value, the largest number of 32 bits that is not above it by more than the tolerance. */
function limitsOf(data: Float32Array): Int32Array {
  const limits = new Float32Array(data.length);
  const bits = bitsOf(limits);
  for (let i = 0; i < data.length; i++) {
    const limit = (data[i] ?? 0) + TOLERANCE;
    limits[i] = limit;
    if ((limits[i] ?? 0) > limit) bits[i] = (bits[i] ?? 0) - 1;
  }
  return bits;
}

/**
 * Local binary patterns at two scales, rotation-invariant and uniform (Ojala et al. 2002): square roots of the
 * shares of the ten classes at each scale.
 */
export function textureFeatures({ data, width, height }: Plane): number[] {
  const values = bitsOf(data);
  const limits = limitsOf(data);
  return RADII.flatMap((radius) => classShares(values, limits, width, height, radius));
}

function classShares(
  values: Int32Array,
  limits: Int32Array,
  width: number,
  height: number,
  radius: number,
): number[] {
  const patterns = new Uint32Array(256);
  const row = radius * width;
  for (let y = radius; y < height - radius; y++) {
    for (let x = radius, i = y * width + radius; x < width - radius; x++, i++) {
      const limit = limits[i] ?? 0;
      // Neighbours on a square ring, in order round it; the sign of the difference is the answer.
      const pattern =
        ((limit - (values[i - row - radius] ?? 0)) >>> 31) |
        (((limit - (values[i - row] ?? 0)) >>> 31) << 1) |
        (((limit - (values[i - row + radius] ?? 0)) >>> 31) << 2) |
        (((limit - (values[i + radius] ?? 0)) >>> 31) << 3) |
        (((limit - (values[i + row + radius] ?? 0)) >>> 31) << 4) |
        (((limit - (values[i + row] ?? 0)) >>> 31) << 5) |
        (((limit - (values[i + row - radius] ?? 0)) >>> 31) << 6) |
        (((limit - (values[i - radius] ?? 0)) >>> 31) << 7);
      patterns[pattern] = (patterns[pattern] ?? 0) + 1;
    }
  }
  const counts = new Float64Array(10);
  for (let pattern = 0; pattern < 256; pattern++) {
    const kind = CLASS[pattern] ?? 9;
    counts[kind] = (counts[kind] ?? 0) + (patterns[pattern] ?? 0);
  }
  const total = Math.max(0, width - 2 * radius) * Math.max(0, height - 2 * radius);
  return Array.from(counts, (n) => Math.sqrt(n / Math.max(1, total)));
}
