/** A graph's products with 4-bit weights, as published models have them: MatMulNBits, blocks of 32, symmetric. */
import {
  constant,
  field,
  GRAPH,
  graphOf,
  MICROSOFT,
  MODEL,
  type Node,
  node,
  nodeIn,
  numberField,
  type StoredTensor,
  TYPE,
  tensorIn,
} from '@models/runtime/onnx/index.js';
import { readFloats } from './onnx-weights.js';

const BLOCK = 32;

export interface FourBitGraphs {
  /** Of products with 4-bit weights. */
  readonly packed: Buffer;
  /** The published products, in single precision, with weights of the same values. */
  readonly exact: Buffer;
}

/** Of every product of [.., K] with constant [K, N] in `model`, whose weights are floats or halves. */
export function fourBitGraphs(model: Buffer): FourBitGraphs {
  const graph = graphOf(model);
  const inner = graph.fields;
  const tensors = inner.filter(({ number }) => number === GRAPH.initializer).map(tensorIn);
  const named = new Map(tensors.map((tensor) => [tensor.name, tensor]));
  const nodes = inner.filter(({ number }) => number === GRAPH.node).map(nodeIn);
  // Halves are made floats by the graph itself.
  for (const { type, inputs, outputs } of nodes) {
    const tensor = named.get(inputs[0] ?? '');
    if (type === 'Cast' && tensor) named.set(outputs[0] ?? '', tensor);
  }
  const written = (isPacked: boolean) => {
    const content = inner.flatMap((one) => {
      if (one.number !== GRAPH.node) return [one.whole];
      const product = nodeIn(one);
      return inFourBits(product, named.get(product.inputs[1] ?? ''), isPacked) ?? [one.whole];
    });
    return Buffer.concat([
      ...graph.with(content),
      field(MODEL.operators, Buffer.concat([field(1, MICROSOFT), numberField(2, 1)])),
    ]);
  };
  return { packed: written(true), exact: written(false) };
}

function inFourBits(
  { type, inputs, outputs }: Node,
  weights: StoredTensor | undefined,
  isPacked: boolean,
): Buffer[] | null {
  const [x = ''] = inputs;
  const [y = ''] = outputs;
  const values = type === 'MatMul' && weights?.dims.length === 2 && readFloats(weights);
  if (!values || !weights) return null;
  const [K = 0, N = 0] = weights.dims;
  const { pairs, scales, rounded } = roundedBlocks(values, K, N);
  const own = (name: string) => `four.${y}.${name}`;
  if (!isPacked)
    return [constant(own('exact'), TYPE.float32, [K, N], rounded), node('MatMul', [x, own('exact')], y)];
  const blocks = Math.ceil(K / BLOCK);
  return [
    constant(own('pairs'), TYPE.uint8, [N, blocks, BLOCK / 2], pairs),
    constant(own('scales'), TYPE.float32, [N * blocks], scales),
    node('MatMulNBits', [x, own('pairs'), own('scales')], y, { K, N, bits: 4, block_size: BLOCK }, MICROSOFT),
  ];
}

/** `values`: [K, N]. The weight farthest from 0 of each block is −8 times its scale. */
function roundedBlocks(values: Float32Array, K: number, N: number) {
  const blocks = Math.ceil(K / BLOCK);
  const pairs = new Uint8Array((N * blocks * BLOCK) / 2);
  const scales = new Float32Array(N * blocks);
  const rounded = new Float32Array(K * N);
  for (let column = 0; column < N; column++)
    for (let block = 0; block < blocks; block++) {
      const first = block * BLOCK;
      const end = Math.min(first + BLOCK, K);
      let farthest = 0;
      for (let k = first; k < end; k++) {
        const value = values[k * N + column] as number;
        if (Math.abs(value) > Math.abs(farthest)) farthest = value;
      }
      const at = column * blocks + block;
      const scale = Math.fround(farthest / -8) || 1;
      scales[at] = scale;
      for (let k = first; k < first + BLOCK; k++) {
        const value = k < end ? (values[k * N + column] as number) : 0;
        const code = Math.max(0, Math.min(15, Math.round(value / scale) + 8));
        const index = at * BLOCK + k - first;
        pairs[index >> 1] = (pairs[index >> 1] as number) | (code << (4 * (index % 2)));
        if (k < end) rounded[k * N + column] = (code - 8) * scale;
      }
    }
  return { pairs, scales, rounded };
}
