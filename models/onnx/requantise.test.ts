import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canRequantise, type FourBitWeights, requantised } from './requantise.js';

const BLOCK = 16;

/** Any weights of K × N; a last block may be longer than what is left of K. */
const weights = fc
  .record({
    K: fc.integer({ min: 1, max: 40 }),
    words: fc.integer({ min: 1, max: 3 }),
    isSymmetric: fc.boolean(),
  })
  .chain(({ K, words, isSymmetric }) => {
    const N = 4 * words;
    const blocks = Math.ceil(K / BLOCK);
    const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
    return fc.record({
      K: fc.constant(K),
      N: fc.constant(N),
      blockSize: fc.constant(BLOCK),
      values: bytes((N * blocks * BLOCK) / 2),
      scales: fc.float32Array({
        minLength: N * blocks,
        maxLength: N * blocks,
        min: -2,
        max: 2,
        noNaN: true,
      }),
      zeros: isSymmetric ? fc.constant(null) : bytes(N * Math.ceil(blocks / 2)),
    });
  });

/** As ONNX Runtime's documentation of MatMulNBits reads them. */
function weightAt({ K, blockSize, values, scales, zeros }: FourBitWeights, k: number, n: number): number {
  const blocks = Math.ceil(K / blockSize);
  const block = Math.floor(k / blockSize);
  const four = (bytes: Uint8Array, at: number) => ((bytes[at >> 1] ?? 0) >> (4 * (at % 2))) & 15;
  const code = four(values, (n * blocks + block) * blockSize + (k % blockSize));
  const zero = zeros ? four(zeros, n * 2 * Math.ceil(blocks / 2) + block) : 8;
  return (code - zero) * (scales[n * blocks + block] ?? Number.NaN);
}

it('every weight is within half a step of its column, and no byte is beyond seven bits', () => {
  fc.assert(
    fc.property(weights, (found) => {
      const { values, scales } = requantised(found);
      expect(values).toHaveLength(found.K * found.N);
      expect(scales).toHaveLength(found.N);
      for (let k = 0; k < found.K; k++)
        for (let n = 0; n < found.N; n++) {
          const value = values[k * found.N + n] ?? Number.NaN;
          const step = scales[n] ?? Number.NaN;
          expect(Math.abs(value)).toBeLessThanOrEqual(63);
          expect(Math.abs(value * step - weightAt(found, k, n))).toBeLessThanOrEqual(0.501 * step);
        }
    }),
  );
});

it('columns are taken four at a time', () => {
  expect([4, 896, 6, 1].map(canRequantise)).toEqual([true, true, false, false]);
});
