/** Weights of 4 and of 16 bits as 8-bit ones, for processors: what multiplies integers there takes one scale a column. */
import { halfValues, largestOfColumns } from './half-precision.js';

/** As com.microsoft.MatMulNBits stores them, for a product with [K, N]. */
export interface FourBitWeights {
  readonly K: number;
  readonly N: number;
  /** Values of K that share a scale; even. */
  readonly blockSize: number;
  /** [N, blocks, blockSize / 2]: two values a byte, the lower four bits first. */
  readonly values: Uint8Array;
  /** [N, blocks] */
  readonly scales: Float32Array;
  /** [N, ⌈blocks / 2⌉], two a byte like the values; null = all are 8. */
  readonly zeros: Uint8Array | null;
}

/** Numbers of 16 bits, [K, N]. */
export interface HalfWeights {
  readonly values: Uint16Array;
  readonly N: number;
}

export interface ColumnWeights {
  /** [K, N], each in −63…63. */
  readonly values: Int8Array;
  /** [N]: a weight is its value times its column's scale. */
  readonly scales: Float32Array;
}

/**
 * Seven bits of the eight: processors without VNNI add two products of unsigned and signed bytes in 16 bits, and
 * 2 · 255 · 63 is the most that fits. Beside the rounding to four bits the eighth would hardly count, nor beside that of
 * the activations.
 */
const MOST = 63;
/** Smaller weights are zeros: single precision has no room for their scale. */
const NOTHING = 1e-30;
const MIDDLE = 8;
const LEVELS = 16;
/** One, with 16 bits after the point; and what makes cutting off round. */
const [FIXED, HALF] = [65_536, 32_768];
/** Columns that are written at once, as the bytes of one word. */
const TOGETHER = 4;

/** Whether there are as many as are described. */
export function isWhole({ K, N, blockSize, values, scales, zeros }: FourBitWeights): boolean {
  const blocks = Math.ceil(K / blockSize);
  return (
    values.length === (N * blocks * blockSize) / 2 &&
    scales.length === N * blocks &&
    (zeros === null || zeros.length === N * Math.ceil(blocks / 2))
  );
}

/** Whether they are whole, and in columns that can be taken together; others stay as they are. */
export const canRequantise = (weights: FourBitWeights): boolean =>
  weights.N % TOGETHER === 0 && isWhole(weights);

/**
 * Vector-wise quantisation (Dettmers et al. 2022, LLM.int8()) of weights that were block-wise. In fixed point and a
 * word at a time: there are billions of them.
 */
export function requantised(weights: FourBitWeights): ColumnWeights {
  const { K, N, blockSize, values: pairs } = weights;
  const blocks = Math.ceil(K / blockSize);
  const scales = columnScales(weights, blocks);
  const words = N / TOGETHER;
  // The last block may be longer than what is left of K: what it writes too much is cut off.
  const rows = new Int32Array(blocks * blockSize * words);
  const row = (blocks * blockSize) / 2;
  for (let word = 0; word < words; word++) {
    const [first, second, third, fourth] = [0, 1, 2, 3].map((one) => word * TOGETHER + one) as Four;
    let to = word;
    let pair = first * row;
    for (let block = 0; block < blocks; block++) {
      const a = step(weights, scales, first, block, blocks);
      const b = step(weights, scales, second, block, blocks);
      const c = step(weights, scales, third, block, blocks);
      const d = step(weights, scales, fourth, block, blocks);
      const aZero = HALF - Math.imul(zeroOf(weights.zeros, first, block, blocks), a);
      const bZero = HALF - Math.imul(zeroOf(weights.zeros, second, block, blocks), b);
      const cZero = HALF - Math.imul(zeroOf(weights.zeros, third, block, blocks), c);
      const dZero = HALF - Math.imul(zeroOf(weights.zeros, fourth, block, blocks), d);
      for (const end = pair + blockSize / 2; pair < end; pair++) {
        const p = pairs[pair] as number;
        const q = pairs[pair + row] as number;
        const r = pairs[pair + 2 * row] as number;
        const s = pairs[pair + 3 * row] as number;
        rows[to] = joined(
          Math.imul(p & 15, a) + aZero,
          Math.imul(q & 15, b) + bZero,
          Math.imul(r & 15, c) + cZero,
          Math.imul(s & 15, d) + dZero,
        );
        rows[to + words] = joined(
          Math.imul(p >> 4, a) + aZero,
          Math.imul(q >> 4, b) + bZero,
          Math.imul(r >> 4, c) + cZero,
          Math.imul(s >> 4, d) + dZero,
        );
        to += 2 * words;
      }
    }
  }
  return { values: new Int8Array(rows.buffer, 0, K * N), scales };
}

type Four = [number, number, number, number];

/** What a code more is worth in the column's scale, in fixed point. */
const step = (
  { scales }: FourBitWeights,
  columns: Float32Array,
  column: number,
  block: number,
  blocks: number,
): number => Math.round(((scales[column * blocks + block] as number) / (columns[column] as number)) * FIXED);

/** The whole parts of four numbers in fixed point, each as a byte, the first lowest. */
const joined = (a: number, b: number, c: number, d: number): number =>
  ((a >> 16) & 0xff) | ((b >> 8) & 0xff00) | (c & 0xff0000) | ((d & 0xff0000) << 8);

/** What lets every weight of a column fit; 1 for a column of nothing. */
function columnScales({ N, scales, zeros }: FourBitWeights, blocks: number): Float32Array {
  return Float32Array.from({ length: N }, (_, column) => {
    let most = 0;
    for (let block = 0; block < blocks; block++) {
      const zero = zeroOf(zeros, column, block, blocks);
      const scale = Math.abs(scales[column * blocks + block] as number);
      most = Math.max(most, scale * Math.max(zero, LEVELS - 1 - zero));
    }
    return scaleFor(most);
  });
}

const scaleFor = (most: number): number => (most > NOTHING ? most / MOST : 1);

/** Throws where one is no number. */
export function columnsOfHalves({ values: halves, N }: HalfWeights): ColumnWeights {
  const scales = largestOfColumns(halves, N).map(scaleFor);
  const steps = Float64Array.from(scales, (scale) => 1 / scale);
  const known = halfValues();
  const values = new Int8Array(halves.length);
  for (let row = 0; row < halves.length; row += N)
    for (let n = 0; n < N; n++)
      values[row + n] = Math.round((known[halves[row + n] as number] as number) * (steps[n] as number));
  return { values, scales };
}

function zeroOf(zeros: Uint8Array | null, column: number, block: number, blocks: number): number {
  if (!zeros) return MIDDLE;
  const pair = zeros[column * Math.ceil(blocks / 2) + (block >> 1)] as number;
  return block % 2 === 0 ? pair & 15 : pair >> 4;
}

/** One column as numbers, [K]. */
export function columnOf(
  { K, blockSize, values, scales, zeros }: FourBitWeights,
  column: number,
): Float32Array {
  const blocks = Math.ceil(K / blockSize);
  const first = column * blocks * blockSize;
  return Float32Array.from({ length: K }, (_, k) => {
    const block = Math.floor(k / blockSize);
    const pair = values[(first + k) >> 1] as number;
    const code = k % 2 === 0 ? pair & 15 : pair >> 4;
    return (code - zeroOf(zeros, column, block, blocks)) * (scales[column * blocks + block] as number);
  });
}

/** The same of numbers of 16 bits. */
export function columnOfHalves({ values, N }: HalfWeights, column: number): Float32Array {
  const known = halfValues();
  return Float32Array.from(
    { length: values.length / N },
    (_, k) => known[values[k * N + column] as number] as number,
  );
}
