import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { describe, expect, it } from 'vitest';
import { fourBits, value } from './testing/four-bits.js';
import { tuned } from './tune.js';
import { field, fieldsOf } from './wire.js';

const decoder = fileURLToPath(
  new URL('../llava-onevision/test/fixture/onnx/decoder_model_merged.onnx', import.meta.url),
);
const open = (model: Buffer) => InferenceSession.create(model, { logSeverityLevel: 3 });

const numbers = (tensor: Tensor | undefined): number[] => [...((tensor?.data ?? []) as Float32Array)];

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
