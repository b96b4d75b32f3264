/** Decoders that give the logits of a few tokens alone. */
import { Tensor } from 'onnxruntime-node';
import { describe, expect, it } from 'vitest';
import { constant, GRAPH, MICROSOFT, node, TYPE } from './graph.js';
import type { FourBitWeights } from './requantise.js';
import { weightAt } from './testing/any-weights.js';
import { modelOf, value } from './testing/four-bits.js';
import { InMemory, outputsOf } from './testing/in-memory.js';
import { tuned } from './tune.js';
import { field } from './wire.js';

const TOKENS = 3;

interface HeadOptions {
  /** Between the product and the logits. */
  readonly between?: readonly Buffer[];
  readonly bias?: boolean;
  readonly more?: readonly Buffer[];
}

/** logits = x · W, of TOKENS positions. */
function headed(found: FourBitWeights, { between, bias, more = [] }: HeadOptions = {}): Buffer {
  const { K, N, blockSize, values, scales, zeros } = found;
  const inputs = ['x', 'w', 's', zeros ? 'z' : '', ...(bias ? ['', 'b'] : [])];
  while (inputs.at(-1) === '') inputs.pop();
  return modelOf([
    node('MatMulNBits', inputs, 'all', { K, N, bits: 4, block_size: blockSize }, MICROSOFT),
    ...(between ?? [node('Cast', ['all'], 'logits', { to: TYPE.float32 })]),
    constant('w', TYPE.uint8, [N, Math.ceil(K / blockSize), blockSize / 2], values),
    constant('s', TYPE.float32, [scales.length], scales),
    ...(zeros ? [constant('z', TYPE.uint8, [zeros.length], zeros)] : []),
    ...(bias ? [constant('b', TYPE.float32, [N], new Float32Array(N).fill(1))] : []),
    field(GRAPH.value, value('all', [1, TOKENS, N])),
    field(GRAPH.input, value('x', [1, TOKENS, K])),
    field(GRAPH.output, value('logits', [1, TOKENS, N])),
    ...more,
  ]);
}

const [K, N] = [32, 8];
const SIMPLE: FourBitWeights = {
  K,
  N,
  blockSize: 32,
  values: Uint8Array.from({ length: (K * N) / 2 }, (_, at) => (37 * at + 11) % 256),
  scales: Float32Array.from({ length: N }, (_, at) => 0.1 + at / 100),
  zeros: null,
};
const rows = (width: number, seed = 1) =>
  new Tensor(
    Float32Array.from({ length: TOKENS * width }, (_, at) => Math.sin(seed + 3 * at)),
    [1, TOKENS, width],
  );
const logits = async (model: Buffer, x: Tensor, weights?: InMemory): Promise<number[]> =>
  (await outputsOf(model, { x }, weights)).logits ?? [];

describe('a graph that is told which tokens are looked at', () => {
  it('gives their logits in that order, of the last position, unrounded', async () => {
    for (const tokens of [[5, 2, 7], [0]]) {
      const weights = new InMemory();
      const x = rows(K);
      const last = (x.data as Float32Array).subarray(-K);
      const given = await logits(tuned(headed(SIMPLE), weights, tokens), x, weights);
      expect(given).toHaveLength(tokens.length);
      for (const [at, token] of tokens.entries())
        expect(given[at]).toBeCloseTo(
          last.reduce((sum, one, k) => sum + one * weightAt(SIMPLE, k, token), 0),
          4,
        );
    }
  });

  it('keeps none of the weights of the others', () => {
    const weights = new InMemory();
    const model = headed(SIMPLE);
    expect(tuned(model, weights, [5, 2]).length).toBeLessThan(model.length + 2 * K * 4 + 300);
    expect(weights.written).toHaveLength(0);
  });

  it('gives all where it is told none, or one that there is not', async () => {
    for (const tokens of [[], [1, N]]) {
      const weights = new InMemory();
      expect(await logits(tuned(headed(SIMPLE), weights, tokens), rows(K), weights)).toHaveLength(N);
    }
  });

  it.each<[string, HeadOptions]>([
    ['a bias is added to them', { bias: true }],
    [
      'something is added to each',
      {
        between: [node('Add', ['all', 'each'], 'logits')],
        more: [constant('each', TYPE.float32, [N], new Float32Array(N).fill(2))],
      },
    ],
    [
      'something else is made of them',
      {
        more: [
          node('ReduceMax', ['all'], 'most', { axes: [-1] }),
          field(GRAPH.output, value('most', [1, 1, 1])),
        ],
      },
    ],
  ])('gives all where %s', async (_, options) => {
    const [model, x] = [headed(SIMPLE, options), rows(K)];
    const weights = new InMemory();
    const given = await logits(tuned(model, weights, [5, 2]), x, weights);
    const wanted = (await logits(model, x)).slice(-N);
    const most = Math.max(...wanted.map(Math.abs));
    expect(given).toHaveLength(N);
    for (const [at, one] of given.entries())
      expect(Math.abs(one - (wanted[at] ?? Number.NaN))).toBeLessThan(0.03 * most);
  });
});
