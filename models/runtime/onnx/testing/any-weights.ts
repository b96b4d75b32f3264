/** 4-bit weights of every kind that MatMulNBits takes. */
import fc from 'fast-check';
import type { FourBitWeights } from '../requantise.js';

/** Any of K × N; a last block may be longer than what is left of K. */
export const anyWeights: fc.Arbitrary<FourBitWeights> = fc
  .record({
    K: fc.integer({ min: 1, max: 300 }),
    blockSize: fc.constantFrom(16, 32, 64, 128, 256),
    words: fc.integer({ min: 1, max: 3 }),
    isSymmetric: fc.boolean(),
  })
  .chain(({ K, blockSize, words, isSymmetric }) => {
    const N = 4 * words;
    const blocks = Math.ceil(K / blockSize);
    const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
    return fc.record({
      K: fc.constant(K),
      N: fc.constant(N),
      blockSize: fc.constant(blockSize),
      values: bytes((N * blocks * blockSize) / 2),
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
export function weightAt(
  { K, blockSize, values, scales, zeros }: FourBitWeights,
  k: number,
  n: number,
): number {
  const blocks = Math.ceil(K / blockSize);
  const block = Math.floor(k / blockSize);
  const four = (bytes: Uint8Array, at: number) => ((bytes[at >> 1] ?? 0) >> (4 * (at % 2))) & 15;
  const code = four(values, (n * blocks + block) * blockSize + (k % blockSize));
  const zero = zeros ? four(zeros, n * 2 * Math.ceil(blocks / 2) + block) : 8;
  return (code - zero) * (scales[n * blocks + block] ?? Number.NaN);
}
