import { lumaOf, type Sums, shrink } from './planes.js';

const SIZE = 32;
const KEPT = 8;
const COSINES = Float64Array.from({ length: KEPT * SIZE }, (_, i) =>
  Math.cos((Math.PI * Math.floor(i / SIZE) * (2 * (i % SIZE) + 1)) / (2 * SIZE)),
);

/** 64 bits as 16 hex digits: signs against the median of the lowest 8×8 DCT coefficients of a 32×32 copy. */
export function perceptualHash(working: Sums): string {
  const luma = lumaOf(shrink(working, Math.min(SIZE, working.width), Math.min(SIZE, working.height)));
  const rows = new Float64Array(SIZE * KEPT);
  for (let y = 0; y < SIZE; y++) {
    const line = Math.floor((y * luma.height) / SIZE) * luma.width;
    for (let u = 0; u < KEPT; u++) {
      let sum = 0;
      for (let x = 0; x < SIZE; x++) {
        sum += (luma.data[line + Math.floor((x * luma.width) / SIZE)] ?? 0) * (COSINES[u * SIZE + x] ?? 0);
      }
      rows[y * KEPT + u] = sum;
    }
  }
  const coefficients: number[] = [];
  for (let v = 0; v < KEPT; v++) {
    for (let u = 0; u < KEPT; u++) {
      let sum = 0;
      for (let y = 0; y < SIZE; y++) sum += (rows[y * KEPT + u] ?? 0) * (COSINES[v * SIZE + y] ?? 0);
      coefficients.push(sum);
    }
  }
  const middle = coefficients.slice(1).sort((a, b) => a - b)[31] ?? 0;
  let hex = '';
  for (let digit = 0; digit < 16; digit++) {
    let bits = 0;
    for (let bit = 0; bit < 4; bit++)
      bits = bits * 2 + ((coefficients[digit * 4 + bit] ?? 0) > middle ? 1 : 0);
    hex += bits.toString(16);
  }
  return hex;
}
