import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fromHalf } from './half-precision.js';
import { canRequantise, columnOf, columnOfHalves, requantised } from './requantise.js';
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

it('a column alone is as it is stored', () => {
  fc.assert(
    fc.property(anyWeights, fc.nat(), (found, any) => {
      const n = any % found.N;
      const wanted = Float32Array.from({ length: found.K }, (_, k) => weightAt(found, k, n));
      expect(columnOf(found, n)).toEqual(wanted);
    }),
    { numRuns: 200 },
  );
  expect(columnOfHalves({ values: Uint16Array.of(0x3c00, 1, 0xbc00, 0x4000), N: 2 }, 1)).toEqual(
    Float32Array.of(fromHalf(1), 2),
  );
});
