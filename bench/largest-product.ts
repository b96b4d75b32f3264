/**
 * What the runtime does with whole numbers at best: the largest 8-bit product of a model, alone. Held against it is how
 * long all products of reading a picture would take at that rate.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { onnxFile } from '@models/library/index.js';
import {
  attributesOf,
  constant,
  field,
  GRAPH,
  graphOf,
  MICROSOFT,
  MODEL,
  node,
  nodeIn,
  numberField,
  TYPE,
} from '@models/runtime/onnx/index.js';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { THREADS } from './board.js';
import type { Contender } from './contender.js';

/** So often it is run for one figure, which is the fastest. */
const TIMES = 12;
/** A product with so many columns is with the vocabulary, of one token alone. */
const VOCABULARY = 50_000;

interface Product {
  readonly K: number;
  readonly N: number;
}

async function productsIn(file: string): Promise<Product[]> {
  const { fields } = graphOf(await readFile(file));
  return fields
    .filter(({ number }) => number === GRAPH.node)
    .map(nodeIn)
    .filter(({ type }) => type === 'MatMulNBits')
    .map((one) => attributesOf(one))
    .map((of) => ({ K: of.get('K') ?? 0, N: of.get('N') ?? 0 }))
    .filter(({ N }) => N < VOCABULARY);
}

const sizeOf = ({ K, N }: Product): number => K * N;
const allOf = (products: readonly Product[]): number => products.reduce((sum, one) => sum + sizeOf(one), 0);

const value = (name: string, type: number, sizes: readonly number[]): Buffer => {
  const shape = sizes.map((size) => field(1, numberField(1, size)));
  const tensor = field(1, Buffer.concat([numberField(1, type), field(2, Buffer.concat(shape))]));
  return Buffer.concat([field(1, name), field(2, tensor)]);
};

/** [rows, K] bytes times [K, N] bytes, as the program writes it. */
function graphFor(rows: number, { K, N }: Product): Buffer {
  const weights = Int8Array.from({ length: K * N }, (_, at) => ((at * 37) % 127) - 63);
  const inputs = ['x', 'w', 'one', 'scale', 'middle'];
  const graph = [
    node('MatMulIntegerToFloat', inputs, 'y', {}, MICROSOFT),
    constant('w', TYPE.int8, [K, N], weights),
    constant('one', TYPE.float32, [], Float32Array.of(1 / 127)),
    constant('scale', TYPE.float32, [N], new Float32Array(N).fill(0.01)),
    constant('middle', TYPE.uint8, [], Uint8Array.of(128)),
    field(GRAPH.input, value('x', TYPE.uint8, [rows, K])),
    field(GRAPH.output, value('y', TYPE.float32, [rows, N])),
  ];
  const operators = (domain: string, version: number) =>
    field(MODEL.operators, Buffer.concat([field(1, domain), numberField(2, version)]));
  return Buffer.concat([
    numberField(1, 8),
    field(MODEL.graph, Buffer.concat([field(2, 'product'), ...graph])),
    operators('', 17),
    operators(MICROSOFT, 1),
  ]);
}

/** `features`: of a picture; `prefix`: tokens that are read with it. */
export async function openLargestProduct(
  folder: string,
  features: number,
  prefix: number,
): Promise<Contender> {
  const started = performance.now();
  const tower = await productsIn(join(folder, onnxFile('vision_encoder', 'q4')));
  const decoder = await productsIn(join(folder, onnxFile('decoder_model_merged', 'q4')));
  const all = allOf(tower) * features + allOf(decoder) * (features + prefix);
  const [largest] = [...tower, ...decoder].sort((a, b) => sizeOf(b) - sizeOf(a));
  if (!largest) throw new Error('the model has no 4-bit product');
  const session = await InferenceSession.create(graphFor(features, largest), {
    executionProviders: ['cpu'],
    intraOpNumThreads: THREADS,
    interOpNumThreads: 1,
  });
  const bytes = Uint8Array.from({ length: features * largest.K }, (_, at) => (at * 31) % 256);
  const x = new Tensor('uint8', bytes, [features, largest.K]);
  await session.run({ x });
  return {
    name: `all products at the rate of ${features} × ${largest.K} × ${largest.N}`,
    load: (performance.now() - started) / 1000,
    slow: Number.POSITIVE_INFINITY,
    async judge() {
      let best = Number.POSITIVE_INFINITY;
      for (let i = 0; i < TIMES; i++) {
        const begun = performance.now();
        await session.run({ x });
        best = Math.min(best, performance.now() - begun);
      }
      return { seconds: (best / 1000) * (all / (features * sizeOf(largest))), work: Number.NaN };
    },
    peak: async () => 0,
    card: () => 0,
    close: () => session.release(),
  };
}
