import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canRequantise, requantised } from './requantise.js';
import { anyWeights, weightAt } from './testing/any-weights.js';

it('every weight is within half a step of its column, and no byte is beyond seven bits', () => {
  fc.assert(
    fc.property(anyWeights, (found) => {
      expect(canRequantise(found)).toBe(true);
      const { values, scales } = requantised(found);
      expect(values).toHaveLength(found.K * found.N);
      expect(scales).toHaveLength(found.N);
      expect(values.every((value) => Math.abs(value) <= 63)).toBe(true);
      for (const [n, step] of scales.entries()) {
        const errors = Array.from({ length: found.K }, (_, k) =>
          Math.abs((values[k * found.N + n] ?? Number.NaN) * step - weightAt(found, k, n)),
        );
        expect(Math.max(...errors)).toBeLessThanOrEqual(0.501 * step);
      }
    }),
    { numRuns: 200 },
  );
});

it('what is not as described, or in columns that are no multiple of four, is not taken', () => {
  fc.assert(
    fc.property(anyWeights, (found) => {
      const { K, N, blockSize, values, scales, zeros } = found;
      const two = {
        values: values.subarray(0, (2 * values.length) / N),
        scales: scales.subarray(0, (2 * scales.length) / N),
      };
      const others = [
        { ...found, ...two, N: 2, zeros: zeros?.subarray(0, (2 * zeros.length) / N) ?? null },
        { ...found, K: K + blockSize },
        { ...found, values: new Uint8Array(2 * values.length) },
        { ...found, scales: scales.subarray(1) },
        { ...found, zeros: new Uint8Array(N * Math.ceil(scales.length / N / 2) + 1) },
      ];
      expect(others.filter(canRequantise)).toEqual([]);
    }),
    { numRuns: 200 },
  );
});
