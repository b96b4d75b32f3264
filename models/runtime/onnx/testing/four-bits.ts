/** Graphs of one 4-bit product: y = x · W. */
import { constant, GRAPH, MICROSOFT, MODEL, node, TYPE } from '../graph.js';
import type { FourBitWeights } from '../requantise.js';
import { field, numberField } from '../wire.js';

/** Of `fourBits`. */
const [WIDTH, COLUMNS] = [32, 4];
const WEIGHTS = Uint8Array.from({ length: (WIDTH * COLUMNS) / 2 }, (_, at) => (37 * at + 11) % 256);
const SCALES = Float32Array.of(0.1, 0.2, 0.3, 0.4);
const ZEROS = Uint8Array.of(3, 8, 12, 15);
const BIAS = Float32Array.of(1, -2, 3, -4);

/** What `fourBits({ beside })` takes from the file it names. */
export const BESIDE = Buffer.concat([WEIGHTS, Buffer.from(SCALES.buffer)]);

/** A value of a graph: its input, its output, or one inside. */
export const value = (name: string, sizes: readonly number[], element: number = TYPE.float32): Buffer => {
  const shape = sizes.map((size) => field(1, numberField(1, size)));
  const type = field(1, Buffer.concat([numberField(1, element), field(2, Buffer.concat(shape))]));
  return Buffer.concat([field(1, name), field(2, type)]);
};

export interface FourBitsOptions {
  /** The name of the file with its weights, which are else in the graph. */
  readonly beside?: string;
  /** With zero points and a bias. */
  readonly full?: boolean;
  /** Version of ONNX's own operators; default 17. */
  readonly operators?: number;
  /** A further input of the product. */
  readonly order?: boolean;
  /** Further fields of the graph. */
  readonly more?: readonly Buffer[];
}

/** Without an `accuracy_level`. */
export function fourBits({ beside, full, operators = 17, order, more = [] }: FourBitsOptions = {}): Buffer {
  const external = (offset: number, length: number) => ({ file: beside ?? '', offset, length });
  const inputs = [...['x', 'w', 's'], full ? 'z' : '', order ? 'order' : '', full ? 'b' : ''];
  while (inputs.at(-1) === '') inputs.pop();
  const sizes = { K: WIDTH, N: COLUMNS, bits: 4, block_size: WIDTH };
  const graph = [
    node('MatMulNBits', inputs, 'y', sizes, MICROSOFT),
    constant('w', TYPE.uint8, [COLUMNS, 1, WIDTH / 2], beside ? external(0, WEIGHTS.length) : WEIGHTS),
    constant('s', TYPE.float32, [COLUMNS], beside ? external(WEIGHTS.length, SCALES.byteLength) : SCALES),
    ...(full
      ? [constant('z', TYPE.uint8, [COLUMNS], ZEROS), constant('b', TYPE.float32, [COLUMNS], BIAS)]
      : []),
    ...(order ? [constant('order', TYPE.int32, [WIDTH], new Int32Array(WIDTH))] : []),
    field(GRAPH.input, value('x', [1, WIDTH])),
    field(GRAPH.output, value('y', [1, COLUMNS])),
    ...more,
  ];
  return modelOf(graph, operators);
}

/** Of any weights. */
export function productOf({ K, N, blockSize, values, scales, zeros }: FourBitWeights): Buffer {
  const sizes = { K, N, bits: 4, block_size: blockSize };
  return modelOf([
    node('MatMulNBits', ['x', 'w', 's', ...(zeros ? ['z'] : [])], 'y', sizes, MICROSOFT),
    constant('w', TYPE.uint8, [N, Math.ceil(K / blockSize), blockSize / 2], values),
    constant('s', TYPE.float32, [scales.length], scales),
    ...(zeros ? [constant('z', TYPE.uint8, [zeros.length], zeros)] : []),
    field(GRAPH.input, value('x', [1, K])),
    field(GRAPH.output, value('y', [1, N])),
  ]);
}

export function modelOf(graph: readonly Buffer[], operators = 17): Buffer {
  const opset = (domain: string, version: number) =>
    field(MODEL.operators, Buffer.concat([field(1, domain), numberField(2, version)]));
  return Buffer.concat([
    numberField(1, 8),
    field(MODEL.graph, Buffer.concat([field(2, 'product'), ...graph])),
    opset('', operators),
    opset(MICROSOFT, 1),
  ]);
}
