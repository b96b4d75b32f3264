import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { describe, expect, it } from 'vitest';
import { tuned } from './tune.js';
import { field, fieldsOf, numberField } from './wire.js';

const decoder = fileURLToPath(
  new URL('../llava-onevision/test/fixture/onnx/decoder_model_merged.onnx', import.meta.url),
);
const open = (model: Buffer) => InferenceSession.create(model, { logSeverityLevel: 3 });

const numbers = (tensor: Tensor | undefined): number[] => [...((tensor?.data ?? []) as Float32Array)];

const value = (name: string, sizes: readonly number[]): Buffer => {
  const shape = sizes.map((size) => field(1, numberField(1, size)));
  const type = field(1, Buffer.concat([numberField(1, 1), field(2, Buffer.concat(shape))]));
  return Buffer.concat([field(1, name), field(2, type)]);
};

/** y = x · W, 32 wide to 4, each weight 4 bits; `attributes` beside those the operator must have. */
function fourBits(attributes: readonly Buffer[] = []): Buffer {
  const number = (name: string, of: number) =>
    field(5, Buffer.concat([field(1, name), numberField(3, of), numberField(20, 2)]));
  const tensor = (name: string, sizes: readonly number[], type: number, raw: Buffer) =>
    field(
      5,
      Buffer.concat([
        ...sizes.map((size) => numberField(1, size)),
        numberField(2, type),
        field(8, name),
        field(9, raw),
      ]),
    );
  const weights = Buffer.from(Array.from({ length: 64 }, (_, at) => (37 * at + 11) % 256));
  const node = [
    ...['x', 'w', 's'].map((name) => field(1, name)),
    field(2, 'y'),
    field(4, 'MatMulNBits'),
    number('K', 32),
    number('N', 4),
    number('bits', 4),
    number('block_size', 32),
    field(7, 'com.microsoft'),
    ...attributes,
  ];
  const graph = [
    field(1, Buffer.concat(node)),
    field(2, 'product'),
    tensor('w', [4, 1, 16], 2, weights),
    tensor('s', [4], 1, Buffer.from(new Float32Array([0.1, 0.2, 0.3, 0.4]).buffer)),
    field(11, value('x', [1, 32])),
    field(12, value('y', [1, 4])),
  ];
  const opset = (domain: string, version: number) =>
    field(8, Buffer.concat([field(1, domain), numberField(2, version)]));
  return Buffer.concat([
    numberField(1, 8),
    field(7, Buffer.concat(graph)),
    opset('', 17),
    opset('com.microsoft', 1),
  ]);
}

describe('a tuned graph', () => {
  it('computes the last position’s logits alone, and the same ones', async () => {
    const original = await readFile(decoder);
    const [before, after] = [await open(original), await open(tuned(original))];
    const tokens = 5;
    const feeds: Record<string, Tensor> = {
      inputs_embeds: new Tensor(
        Float32Array.from({ length: tokens * 32 }, (_, at) => Math.sin(at)),
        [1, tokens, 32],
      ),
      attention_mask: new Tensor(new BigInt64Array(tokens).fill(1n), [1, tokens]),
      position_ids: new Tensor(
        BigInt64Array.from({ length: tokens }, (_, at) => BigInt(at)),
        [1, tokens],
      ),
    };
    for (const name of before.inputNames.filter((one) => one.startsWith('past')))
      feeds[name] = new Tensor(new Float32Array(0), [1, 2, 0, 8]);
    const [all, last] = [await before.run(feeds), await after.run(feeds)];
    const vocabulary = all.logits?.dims[2] ?? 0;
    expect(all.logits?.dims).toEqual([1, tokens, vocabulary]);
    expect(last.logits?.dims).toEqual([1, 1, vocabulary]);
    const wanted = numbers(all.logits).slice(-vocabulary);
    for (const [at, found] of numbers(last.logits).entries())
      expect(found).toBeCloseTo(wanted[at] ?? Number.NaN, 4);
    const key = 'present.1.value';
    expect(last[key]?.data).toEqual(all[key]?.data);
    await Promise.all([before.release(), after.release()]);
  });

  it('is left as it is where there is nothing to gain', async () => {
    const embeddings = await readFile(decoder.replace('decoder_model_merged', 'embed_tokens'));
    expect(tuned(embeddings)).toBe(embeddings);
    const asked = fieldsOf(await readFile(decoder)).map(({ number, whole, content }) =>
      number === 7 ? field(7, Buffer.concat([content, field(11, value('num_logits_to_keep', []))])) : whole,
    );
    const keeps = Buffer.concat(asked);
    expect(tuned(keeps)).toBe(keeps);
  });

  it('multiplies 4-bit weights by 8-bit activations unless it says otherwise', async () => {
    const original = fourBits();
    const changed = tuned(original);
    expect(changed.includes('accuracy_level')).toBe(true);
    expect(tuned(changed)).toBe(changed);
    const x = new Tensor(
      Float32Array.from({ length: 32 }, (_, at) => Math.cos(at)),
      [1, 32],
    );
    const [before, after] = [await open(original), await open(changed)];
    const [exact, rounded] = [await before.run({ x }), await after.run({ x })];
    for (const [at, found] of numbers(rounded.y).entries())
      expect(Math.abs(found - (numbers(exact.y)[at] ?? Number.NaN))).toBeLessThan(0.05);
    await Promise.all([before.release(), after.release()]);
  });

  it('refuses what is no model', () => {
    expect(() => tuned(Buffer.from('hello'))).toThrow(/protocol buffer|ONNX/);
    expect(() => tuned(Buffer.alloc(0))).toThrow('no graph');
  });
});
