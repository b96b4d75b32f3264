/**
 * Products with weights of 4 or of 16 bits as products of whole numbers, which processors do two to three times faster.
 *
 * Vector-wise quantisation (Dettmers et al. 2022, LLM.int8(), without its outliers): each row of the activations has
 * a scale of its own, from its largest value, and so has each column of the weights. What several products take in is
 * quantised once. Beside the rounding of weights to four bits, which they keep, this rounding is small.
 */
import { constant, GRAPH, MICROSOFT, NODE, type Node, node, TYPE, tensorAttribute } from './graph.js';
import type { ProductWeights } from './product-weights.js';
import { type ColumnWeights, canRequantise, columnsOfHalves, requantised } from './requantise.js';
import type { Weights } from './weights-file.js';
import { field } from './wire.js';

/** The first of ONNX's operators with all that is used here. */
export const LEAST_OPERATORS = 13;
/** From here on axes are an input. */
const AXES_ARE_INPUT = 18;
/** Rows reach from −1 to 1 and are stored as 128 + (−127…127): unsigned bytes are what is fast. */
const [MIDDLE, MOST] = [128, 127];
/** A row of zeros has a size too. */
const LEAST_SIZE = 1e-12;

const SHARED = 'continuist.bytes';
const AXES = `${SHARED}.axes`;
const LEAST = `${SHARED}.least`;
const ROWS = `${SHARED}.rows`;
const SCALE = `${SHARED}.scale`;
const ZERO = `${SHARED}.zero`;

export class IntegerProducts {
  readonly #products: ProductWeights;
  readonly #operators: number;
  readonly #weights: Weights;
  readonly #quantised = new Set<string>();

  /** `operators`: the version of ONNX's own that the graph is written in. */
  constructor(products: ProductWeights, operators: number, weights: Weights) {
    this.#products = products;
    this.#operators = operators;
    this.#weights = weights;
  }

  /** Fields of a graph in the product's stead; null = it stays as it is. Writes its weights anew. */
  insteadOf(product: Node): Buffer[] | null {
    const weights = this.#halves(product) ?? this.#fourBits(product);
    const [x = '', , , , , bias] = product.inputs;
    const [y = ''] = product.outputs;
    if (!weights) return null;
    const { values, scales } = weights;
    const N = scales.length;
    const K = values.length / N;
    const own = (name: string) => `${SHARED}.${y}.${name}`;
    const scaled = bias ? own('scaled') : y;
    const fields = [
      ...this.#quantise(x, K),
      constant(own('weight'), TYPE.int8, [K, N], this.#weights.write(values)),
      constant(own('scale'), TYPE.float32, [N], scales),
      node(
        'MatMulIntegerToFloat',
        [bytesOf(x), own('weight'), SCALE, own('scale'), ZERO],
        own('product'),
        {},
        MICROSOFT,
      ),
      node('Mul', [own('product'), sizeOf(x)], scaled),
    ];
    return bias ? [...fields, node('Add', [scaled, bias], y)] : fields;
  }

  /** `x`, whose rows have K values, as bytes, and the size of each row; nothing where that was done before. */
  #quantise(x: string, K: number): Buffer[] {
    if (this.#quantised.has(x)) return [];
    const first = this.#quantised.size === 0;
    this.#quantised.add(x);
    const own = (name: string) => `${SHARED}.${x}.${name}`;
    const reduced = (type: string, name: string) =>
      this.#operators < AXES_ARE_INPUT
        ? node(type, [x], own(name), { axes: [-1], keepdims: 1 })
        : node(type, [x, AXES], own(name), { keepdims: 1 });
    return [
      ...(first ? shared() : []),
      reduced('ReduceMax', 'highest'),
      reduced('ReduceMin', 'lowest'),
      node('Neg', [own('lowest')], own('depth')),
      node('Max', [own('highest'), own('depth'), LEAST], sizeOf(x)),
      // Each row has a step of its own, which is as much as dividing it first, with one pass over the values less.
      node('Mul', [sizeOf(x), SCALE], own('step')),
      node('Reshape', [own('step'), ROWS], own('steps')),
      node('Shape', [own('steps')], own('count')),
      middles(own('count'), own('middles')),
      constant(own('width'), TYPE.int64, [2], BigInt64Array.of(-1n, BigInt(K))),
      node('Reshape', [x, own('width')], own('rows')),
      node('QuantizeLinear', [own('rows'), own('steps'), own('middles')], own('flat'), { axis: 0 }),
      node('Shape', [x], own('shape')),
      node('Reshape', [own('flat'), own('shape')], bytesOf(x)),
    ];
  }

  #halves(product: Node): ColumnWeights | null {
    const halves = this.#products.halves(product);
    return halves && columnsOfHalves(halves);
  }

  #fourBits(product: Node): ColumnWeights | null {
    if (this.#operators < LEAST_OPERATORS) return null;
    const found = this.#products.fourBits(product);
    return found && canRequantise(found) ? requantised(found) : null;
  }
}

const bytesOf = (x: string): string => `${SHARED}.${x}.bytes`;
const sizeOf = (x: string): string => `${SHARED}.${x}.size`;

/** The middle of the bytes as often as `count` says. */
const middles = (count: string, name: string): Buffer => {
  const value = constant('', TYPE.uint8, [1], Uint8Array.of(MIDDLE));
  const content = [
    field(NODE.input, count),
    field(NODE.output, name),
    field(NODE.opType, 'ConstantOfShape'),
    tensorAttribute('value', value),
  ];
  return field(GRAPH.node, Buffer.concat(content));
};

/** What every product uses. */
const shared = (): Buffer[] => [
  constant(AXES, TYPE.int64, [1], BigInt64Array.of(-1n)),
  constant(ROWS, TYPE.int64, [1], BigInt64Array.of(-1n)),
  constant(LEAST, TYPE.float32, [], Float32Array.of(LEAST_SIZE)),
  constant(SCALE, TYPE.float32, [], Float32Array.of(1 / MOST)),
  constant(ZERO, TYPE.uint8, [], Uint8Array.of(MIDDLE)),
];
