/** Numbers of 16 bits, as IEEE 754 and ONNX’s float16 have them. */

/** The size of the least that is no number; all finite ones are below. The sign is a bit of its own. */
const INFINITE = 0x7c00;
const SIZE = 0x7fff;

export function fromHalf(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >>> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 31) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY;
  return exponent === 0 ? sign * fraction * 2 ** -24 : sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

let known: Float32Array | null = null;
/** The value of each of them, by its bits: there are hundreds of millions to be read. */
export function halfValues(): Float32Array {
  known ??= Float32Array.from({ length: 0x10000 }, (_, bits) => fromHalf(bits));
  return known;
}

/** The bits of each; a copy where they begin at an odd byte. */
export function halvesIn(bytes: Uint8Array): Uint16Array {
  const { buffer, byteOffset } = byteOffsetIsEven(bytes) ? bytes : new Uint8Array(bytes);
  return new Uint16Array(buffer, byteOffset, bytes.byteLength >> 1);
}

const byteOffsetIsEven = ({ byteOffset }: Uint8Array): boolean => byteOffset % 2 === 0;

/** The same numbers in single precision, which holds each of them. */
export function singlesOf(halves: Uint16Array): Float32Array {
  const values = halfValues();
  return Float32Array.from(halves, (bits) => values[bits] as number);
}

/**
 * The largest size in each column of [K, N] halves, [N]. As bits, sizes are in the order of the numbers that they stand
 * for. Throws where one is no number.
 */
export function largestOfColumns(halves: Uint16Array, N: number): Float32Array {
  const most = new Uint16Array(N);
  for (let row = 0; row < halves.length; row += N)
    for (let n = 0; n < N; n++) {
      const size = (halves[row + n] as number) & SIZE;
      if (size > (most[n] as number)) most[n] = size;
    }
  if (most.some((size) => size >= INFINITE)) throw new Error('a weight of the model is not a number');
  return singlesOf(most);
}
