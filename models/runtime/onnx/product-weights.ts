/** The weights of a graph’s products, as they are stored there: in 4 bits or in 16. */
import { attributesOf, type Node, type StoredTensor, TYPE } from './graph.js';
import { halvesIn } from './half-precision.js';
import { columnOf, columnOfHalves, type FourBitWeights, type HalfWeights, isWhole } from './requantise.js';
import type { Weights } from './weights-file.js';

export const FOUR_BITS = 'MatMulNBits';

export class ProductWeights {
  readonly #tensors: ReadonlyMap<string, StoredTensor>;
  readonly #weights: Weights;
  readonly #halfProducts: ReadonlySet<string>;

  /** `halves`: names of the weights of 16 bits of products that are to be replaced. */
  constructor(tensors: ReadonlyMap<string, StoredTensor>, weights: Weights, halves: ReadonlySet<string>) {
    this.#tensors = tensors;
    this.#weights = weights;
    this.#halfProducts = halves;
  }

  /** Null where they are not in 16 bits. */
  halves({ type, inputs }: Node): HalfWeights | null {
    const name = inputs[1] ?? '';
    const bytes = type === 'MatMul' && this.#halfProducts.has(name) && this.#bytes(name, TYPE.float16);
    return bytes ? { values: halvesIn(bytes), N: this.#tensors.get(name)?.dims[1] ?? 0 } : null;
  }

  /** Null where they are not in 4 bits, or not in this graph. */
  fourBits(product: Node): FourBitWeights | null {
    if (product.type !== FOUR_BITS) return null;
    const attributes = attributesOf(product);
    const [, weight = '', scale = '', zero = '', order = ''] = product.inputs;
    const [K = 0, N = 0, bits = 4, blockSize = 0] = ['K', 'N', 'bits', 'block_size'].map((name) =>
      attributes.get(name),
    );
    const values = this.#bytes(weight, TYPE.uint8);
    const scales = this.#bytes(scale, TYPE.float32);
    const zeros = zero ? this.#bytes(zero, TYPE.uint8) : null;
    if (bits !== 4 || order || !values || !scales || (zero && !zeros)) return null;
    return { K, N, blockSize, values, scales: floats(scales), zeros };
  }

  /** Some columns in single precision, one after another, [columns, K]; null where they are stored in another way. */
  columns(product: Node, wanted: readonly number[]): Float32Array[] | null {
    const halves = this.halves(product);
    const fourBits = halves ? null : this.fourBits(product);
    const N = halves?.N ?? fourBits?.N ?? 0;
    if (wanted.some((column) => column >= N)) return null;
    if (halves) return wanted.map((column) => columnOfHalves(halves, column));
    return fourBits && isWhole(fourBits) ? wanted.map((column) => columnOf(fourBits, column)) : null;
  }

  #bytes(name: string, type: number): Buffer | null {
    const tensor = this.#tensors.get(name);
    if (!tensor?.bytes || tensor.type !== type) return null;
    return Buffer.isBuffer(tensor.bytes) ? tensor.bytes : this.#weights.read(tensor.bytes);
  }
}

/** A copy: in a graph's bytes they may begin anywhere. */
const floats = (bytes: Buffer): Float32Array => new Float32Array(new Uint8Array(bytes).buffer);
