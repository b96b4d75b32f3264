/** Keys and values that several heads share, in the decoder of the published architecture (its fixture). */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Tensor } from 'onnxruntime-node';
import { beforeAll, expect, it } from 'vitest';
import { constant, GRAPH, graphOf, MICROSOFT, MODEL, node, nodeIn, TYPE, valueName } from './graph.js';
import { value } from './testing/four-bits.js';
import { InMemory, outputsOf } from './testing/in-memory.js';
import { tuned } from './tune.js';
import { type Field, field, numberField } from './wire.js';

const [WIDTH, KEPT, HEAD, LAYERS] = [32, 2, 8, 2];
/** Graphs are tuned for their 4-bit products: here is one, of nothing that the decoder has. */
const PRODUCT = [
  node('MatMulNBits', ['k', 'w4', 's4'], 'still', { K: 32, N: 4, bits: 4, block_size: 32 }, MICROSOFT),
  constant('k', TYPE.float32, [1, 32], new Float32Array(32).fill(1)),
  constant('w4', TYPE.uint8, [4, 1, 16], new Uint8Array(64).fill(0x9a)),
  constant('s4', TYPE.float32, [4], new Float32Array(4).fill(0.1)),
  field(GRAPH.output, value('still', [1, 4])),
];
const OPERATORS = field(MODEL.operators, Buffer.concat([field(1, MICROSOFT), numberField(2, 1)]));

let published: Buffer;
beforeAll(async () => {
  const fixture = '../../architectures/llava-onevision/test/fixture/onnx/decoder_model_merged.onnx';
  published = await readFile(fileURLToPath(new URL(fixture, import.meta.url)));
});

/** The decoder with further fields, and with others in the place of some. */
function decoder(more: readonly Buffer[] = [], change: (one: Field) => Buffer | null = () => null): Buffer {
  const graph = graphOf(published);
  const fields = graph.fields.map((one) => change(one) ?? one.whole);
  return Buffer.concat([...graph.with([...fields, ...PRODUCT, ...more]), OPERATORS]);
}

const wave = (length: number, by: number) =>
  Float32Array.from({ length }, (_, at) => Math.sin(by * at * (1 + (at % 5))));

/** `batch` sequences of `tokens` tokens that go on after `past` others. */
function feeds(batch: number, past: number, tokens: number): Record<string, Tensor> {
  const places = Array.from({ length: batch * tokens }, (_, at) => BigInt(past + (at % tokens)));
  const found: Record<string, Tensor> = {
    inputs_embeds: new Tensor(wave(batch * tokens * WIDTH, 0.3), [batch, tokens, WIDTH]),
    attention_mask: new Tensor(new BigInt64Array(batch * (past + tokens)).fill(1n), [batch, past + tokens]),
    position_ids: new Tensor(BigInt64Array.from(places), [batch, tokens]),
  };
  for (let layer = 0; layer < LAYERS; layer++)
    for (const [at, part] of ['key', 'value'].entries())
      found[`past_key_values.${layer}.${part}`] = new Tensor(
        wave(batch * KEPT * past * HEAD, 0.7 + layer + at / 3),
        [batch, KEPT, past, HEAD],
      );
  return found;
}

const typesIn = (model: Buffer): string[] =>
  graphOf(model)
    .fields.filter(({ number }) => number === GRAPH.node)
    .map((one) => nodeIn(one).type);
const copiesIn = (model: Buffer): number => typesIn(model).filter((type) => type === 'Expand').length;

/** Copies that are left of those of two layers, of keys and of values; all that it gives is what it gave before. */
async function copiesLeft(model: Buffer): Promise<number> {
  const weights = new InMemory();
  const changed = tuned(model, weights);
  for (const [batch, past, tokens] of [
    [1, 0, 6],
    [1, 7, 3],
    [2, 5, 1],
  ] as const) {
    const given = feeds(batch, past, tokens);
    const before = await outputsOf(model, given);
    const after = await outputsOf(changed, given, weights);
    expect(Object.keys(after)).toEqual(Object.keys(before));
    for (const [name, wanted] of Object.entries(before)) {
      if (name === 'still') continue;
      // Of the logits, the last position's alone.
      const all = name === 'logits' ? lastOf(wanted, batch, tokens) : wanted;
      const found = after[name] ?? [];
      expect(found, name).toHaveLength(all.length);
      for (const [at, one] of found.entries()) expect(one, name).toBeCloseTo(all[at] as number, 4);
    }
  }
  return copiesIn(changed);
}

function lastOf(all: readonly number[], batch: number, tokens: number): number[] {
  const vocabulary = all.length / batch / tokens;
  return Array.from({ length: batch }, (_, i) => {
    const end = (i + 1) * tokens * vocabulary;
    return all.slice(end - vocabulary, end);
  }).flat();
}

/** Some node's first output in the layer of that number. */
const inLayer = (layer: number, type: string, at = 0): string => {
  const found = graphOf(published)
    .fields.filter(({ number }) => number === GRAPH.node)
    .map(nodeIn)
    .filter((one) => one.type === type && one.outputs[0]?.includes(`layers.${layer}/self_attn`));
  return found[at]?.outputs[0] as string;
};

it('are multiplied as they are, and nothing is left of what copied them', async () => {
  expect(copiesIn(published)).toBe(2 * LAYERS);
  expect(await copiesLeft(decoder())).toBe(0);
  const count = (model: Buffer) => typesIn(model).filter((type) => type === 'Shape').length;
  expect(count(tuned(decoder(), new InMemory()))).toBeLessThan(count(published));
});

it('are copied in a layer whose scores something else takes', async () => {
  const scores = inLayer(0, 'MatMul', 3);
  expect(scores).toBeDefined();
  const more = [node('Neg', [scores], 'other'), field(GRAPH.output, value('other', [1, 4, 1, 1]))];
  expect(await copiesLeft(decoder(more))).toBe(2);
});

it('are copied where the graph does not say how many heads are remembered, or says another number', async () => {
  for (const heads of [null, 1]) {
    const model = decoder([], (one) => {
      const name = one.number === GRAPH.input || one.number === GRAPH.output ? valueName(one) : '';
      if (!/^(past_key_values|present)\./.test(name)) return null;
      return field(one.number, heads === null ? free(name) : value(name, [1, heads, 1, HEAD]));
    });
    expect(copiesIn(tuned(model, new InMemory()))).toBe(2 * LAYERS);
  }
});

/** A value of any sizes. */
const free = (name: string): Buffer =>
  Buffer.concat([field(1, name), field(2, field(1, numberField(1, TYPE.float32)))]);
