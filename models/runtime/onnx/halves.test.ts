/** Graphs in half precision, of whose products bytes are made. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { Tensor } from 'onnxruntime-node';
import { describe, expect, it } from 'vitest';
import { attributesOf, constant, GRAPH, graphOf, node, nodeIn, TYPE, tensorIn, tensorsIn } from './graph.js';
import { fromHalf } from './half-precision.js';
import { columnsOfHalves } from './requantise.js';
import { modelOf, value } from './testing/four-bits.js';
import { type HalvesOptions, halves } from './testing/halves.js';
import { InMemory, outputsOf } from './testing/in-memory.js';
import { tuned } from './tune.js';
import { field } from './wire.js';

const fixture = fileURLToPath(
  new URL('../../architectures/llava-onevision/test/fixture/onnx', import.meta.url),
);

/** Any finite half of a size that weights have; and zeros of both signs. */
const half = fc.oneof(
  fc
    .record({ sign: fc.constantFrom(0, 0x8000), size: fc.integer({ min: 0x1000, max: 0x4400 }) })
    .map(({ sign, size }) => sign + size),
  fc.constantFrom(0, 0x8000, 1, 0x8001),
);
const product = fc
  .record({ K: fc.integer({ min: 1, max: 70 }), N: fc.integer({ min: 1, max: 9 }) })
  .chain(({ K, N }) =>
    fc.record({
      K: fc.constant(K),
      N: fc.constant(N),
      weights: fc.array(half, { minLength: K * N, maxLength: K * N }).map((bits) => Uint16Array.from(bits)),
      bias: fc.array(half, { minLength: N, maxLength: N }).map((bits) => Uint16Array.from(bits)),
    }),
  );

const rowOf = (K: number, seed = 0) => Float32Array.from({ length: K }, (_, k) => Math.sin(seed + 3 * k));
const feeds = (x: Float32Array) => ({ x: new Tensor(x, [1, x.length]) });
/** In double precision. */
const exactly = (x: Float32Array, weights: Uint16Array, bias: Uint16Array): number[] =>
  Array.from(
    bias,
    (b, n) =>
      2 *
      x.reduce(
        (sum, value, k) => sum + value * fromHalf(weights[k * bias.length + n] as number),
        fromHalf(b),
      ),
  );
const typesIn = (model: Buffer): string[] =>
  graphOf(model)
    .fields.filter(({ number }) => number === GRAPH.node)
    .map((one) => nodeIn(one).type);

const WEIGHTS = Uint16Array.from(
  { length: 32 * 4 },
  (_, at) => 0x2c00 + ((at * 37) % 900) + (at % 2) * 0x8000,
);
const BIAS = Uint16Array.of(0x3c00, 0xbc00, 0x3800, 0);

describe('a graph in half precision', () => {
  it('is as near to the product as the rounding of weights and activations allows, whatever the weights', async () => {
    await fc.assert(
      fc.asyncProperty(product, fc.integer(), async ({ K, N, weights, bias }, seed) => {
        const x = rowOf(K, seed);
        const size = Math.max(...x.map(Math.abs));
        const written = new InMemory();
        const changed = tuned(halves(weights, bias), written);
        const { y = [] } = await outputsOf(changed, feeds(x), written);
        const { scales } = columnsOfHalves({ values: weights, N });
        const wanted = exactly(x, weights, bias);
        for (let n = 0; n < N; n++) {
          const step = scales[n] as number;
          let allowed = 1e-4;
          for (let k = 0; k < K; k++) {
            const weight = Math.abs(fromHalf(weights[k * N + n] as number));
            allowed += 0.501 * step * Math.abs(x[k] as number) + (size / 253) * (weight + 0.501 * step);
          }
          expect(Math.abs((y[n] as number) - (wanted[n] as number))).toBeLessThanOrEqual(2 * allowed);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('every weight is within half a step of its column, and no byte is beyond seven bits', () => {
    fc.assert(
      fc.property(product, ({ K, N, weights }) => {
        const { values, scales } = columnsOfHalves({ values: weights, N });
        expect([values.length, scales.length]).toEqual([K * N, N]);
        expect(values.every((one) => Math.abs(one) <= 63)).toBe(true);
        for (const [at, one] of values.entries()) {
          const step = scales[at % N] as number;
          expect(Math.abs(one * step - fromHalf(weights[at] as number))).toBeLessThanOrEqual(0.501 * step);
        }
      }),
      { numRuns: 200 },
    );
  });

  it.each<[string, HalvesOptions]>([
    ['as converters write it', {}],
    ['with a bias stored as whole numbers', { apart: true }],
    ['with its weights beside it', { beside: 'old.data' }],
    ['in later operators, where axes are an input', { operators: 18 }],
  ])('computes in single precision, its products in bytes, %s', async (_, options) => {
    const original = halves(WEIGHTS, BIAS, options);
    const written = new InMemory(Buffer.from(WEIGHTS.buffer));
    const changed = tuned(original, written);
    expect(typesIn(changed)).not.toContain('MatMul');
    expect(written.written.map(({ byteLength }) => byteLength)).toEqual([WEIGHTS.length]);
    const x = rowOf(32);
    const { y = [] } = await outputsOf(changed, feeds(x), written);
    for (const [n, wanted] of exactly(x, WEIGHTS, BIAS).entries())
      expect(Math.abs((y[n] as number) - wanted)).toBeLessThan(0.02 * Math.max(1, Math.abs(wanted)));
    // Nothing is turned to halves and back.
    expect(halfTensors(changed)).toEqual([]);
  });

  it('stays as it is where it takes halves, has graphs inside, or no weights that are all products’', () => {
    const other = node('Mul', ['w', 'w'], 'squares');
    const kept = [
      halves(WEIGHTS, BIAS, { more: [field(GRAPH.input, value('past', [1], TYPE.float16))] }),
      halves(WEIGHTS, BIAS, { more: [field(GRAPH.input, value('w', [32, 4], TYPE.float16))] }),
      halves(WEIGHTS, BIAS, { more: [other] }),
      halves(WEIGHTS, BIAS, { operators: 12 }),
      modelOf([
        node('Gather', ['w', 'x'], 'y'),
        constant('w', TYPE.float16, [32, 4], WEIGHTS),
        field(GRAPH.input, value('x', [1], TYPE.int64)),
        field(GRAPH.output, value('y', [1, 4])),
      ]),
    ];
    for (const model of kept) expect(tuned(model, new InMemory())).toBe(model);
  });

  it('of a tower does the same work as one of 4 bits, on as many bytes', async () => {
    const [fine, small] = [new InMemory(), new InMemory()];
    const inOrder = async (name: string, written: InMemory) =>
      typesIn(tuned(await readFile(join(fixture, `vision_encoder_${name}.onnx`)), written));
    const [types, others] = [await inOrder('fp16', fine), await inOrder('q4', small)];
    // Casts to halves are casts to single now, of what is single: the runtime leaves them out.
    const working = (all: readonly string[]) => all.filter((type) => type !== 'Cast');
    expect(working(types)).toEqual(working(others));
    expect(types.filter((type) => type === 'MatMulIntegerToFloat').length).toBeGreaterThan(10);
    const bytes = ({ written }: InMemory) => written.map(({ byteLength }) => byteLength);
    expect(bytes(fine)).toEqual(bytes(small));
  });

  it('whose weights are not numbers is refused', () => {
    const broken = WEIGHTS.with(5, 0x7c00);
    expect(() => tuned(halves(broken, BIAS), new InMemory())).toThrow('not a number');
  });
});

/** Names of what is stored in half precision. */
function halfTensors(model: Buffer): string[] {
  const { fields } = graphOf(model);
  const nodes = fields.filter(({ number }) => number === GRAPH.node).map(nodeIn);
  return [
    ...fields
      .filter(({ number }) => number === GRAPH.initializer)
      .map(tensorIn)
      .filter(({ type }) => type === TYPE.float16)
      .map(({ name }) => name),
    ...nodes
      .filter((one) => tensorsIn(one).some(({ type }) => type === TYPE.float16))
      .map(({ type }) => type),
    ...nodes.filter((one) => attributesOf(one).get('to') === TYPE.float16).map(({ type }) => type),
  ];
}
