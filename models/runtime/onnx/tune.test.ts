import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { describe, expect, it } from 'vitest';
import { requantised } from './requantise.js';
import { anyWeights, weightAt } from './testing/any-weights.js';
import { BESIDE, fourBits, productOf, value } from './testing/four-bits.js';
import { FILE, InMemory, outputsOf } from './testing/in-memory.js';
import { tuned } from './tune.js';
import { field, fieldsOf } from './wire.js';

const decoder = fileURLToPath(
  new URL('../../architectures/llava-onevision/test/fixture/onnx/decoder_model_merged.onnx', import.meta.url),
);
const open = (model: Buffer) => InferenceSession.create(model, { logSeverityLevel: 3 });

/** Every row of activations as a wave of that height; and one of nothing. */
const wave = (height: number) => Float32Array.from({ length: 32 }, (_, at) => height * Math.cos(at));
const still = new Float32Array(32);

const product = async (model: Buffer, x = wave(1), weights?: InMemory): Promise<number[]> =>
  (await outputsOf(model, { x: new Tensor(x, [1, x.length]) }, weights)).y ?? [];

const furthest = (a: readonly number[], b: readonly number[]): number =>
  Math.max(...a.map((value, at) => Math.abs(value - (b[at] ?? Number.NaN))));

const numbers = (tensor: Tensor | undefined): number[] => [...((tensor?.data ?? []) as Float32Array)];

describe('a tuned graph', () => {
  it('computes the last position’s logits alone, and the same ones', async () => {
    const original = await readFile(decoder);
    const [before, after] = [await open(original), await open(tuned(original, new InMemory()))];
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
    expect(tuned(embeddings, new InMemory())).toBe(embeddings);
    const asked = fieldsOf(await readFile(decoder)).map(({ number, whole, content }) =>
      number === 7 ? field(7, Buffer.concat([content, field(11, value('num_logits_to_keep', []))])) : whole,
    );
    const keeps = Buffer.concat(asked);
    expect(tuned(keeps, new InMemory())).toBe(keeps);
  });

  it.each([
    ['as it is', {}],
    ['with zero points and a bias', { full: true }],
    ['in later operators, where axes are an input', { operators: 18 }],
  ])('multiplies bytes in the stead of a 4-bit product %s', async (_, options) => {
    const original = fourBits(options);
    const weights = new InMemory();
    const changed = tuned(original, weights);
    expect(changed.includes('MatMulNBits')).toBe(false);
    expect(weights.written).toHaveLength(1);
    for (const x of [wave(1), wave(1000), wave(1e-4)]) {
      const [exact, rounded] = [await product(original, x), await product(changed, x, weights)];
      const most = Math.max(...exact.map(Math.abs));
      expect(furthest(exact, rounded)).toBeLessThan(0.02 * most);
    }
    const [exact, rounded] = [await product(original, still), await product(changed, still, weights)];
    expect(rounded).toEqual(exact);
  });

  it('is as near to the product as the rounding of weights and activations allows, whatever the weights', async () => {
    await fc.assert(
      fc.asyncProperty(anyWeights, fc.integer(), async (found, seed) => {
        const { K, N } = found;
        const x = Float32Array.from({ length: K }, (_, k) => Math.sin(seed + 3 * k));
        const size = Math.max(...x.map(Math.abs));
        const weights = new InMemory();
        const original = productOf(found);
        const changed = tuned(original, weights);
        expect(changed.includes('MatMulNBits')).toBe(false);
        const [exact, rounded] = [await product(original, x), await product(changed, x, weights)];
        const { scales } = requantised(found);
        for (let n = 0; n < N; n++) {
          const column = Array.from({ length: K }, (_, k) => Math.abs(weightAt(found, k, n)));
          const step = scales[n] ?? Number.NaN;
          const allowed = column.reduce(
            (sum, weight, k) =>
              sum + 0.501 * step * Math.abs(x[k] ?? 0) + (size / 253) * (weight + 0.501 * step),
            1e-4,
          );
          expect(Math.abs((exact[n] ?? 0) - (rounded[n] ?? Number.NaN))).toBeLessThanOrEqual(allowed);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('keeps a 4-bit product that it cannot replace, on 8-bit activations', async () => {
    for (const options of [{ order: true }, { operators: 12 }]) {
      const weights = new InMemory();
      const changed = tuned(fourBits(options), weights);
      expect(changed.includes('accuracy_level')).toBe(true);
      expect(tuned(changed, weights)).toBe(changed);
      expect(weights.written).toHaveLength(0);
    }
    const original = fourBits({ operators: 12 });
    const [exact, rounded] = [await product(original), await product(tuned(original, new InMemory()))];
    expect(rounded).not.toEqual(exact);
    expect(furthest(exact, rounded)).toBeLessThan(0.05);
  });

  it('has all its weights in one place, also those that lay beside the graph', () => {
    const weights = new InMemory(BESIDE);
    const changed = tuned(fourBits({ beside: 'old.data' }), weights);
    expect(changed.includes('old.data')).toBe(false);
    expect(changed.includes(FILE)).toBe(true);
  });

  it('refuses what is no model', () => {
    expect(() => tuned(Buffer.from('hello'), new InMemory())).toThrow(/protocol buffer|ONNX/);
    expect(() => tuned(Buffer.alloc(0), new InMemory())).toThrow('no graph');
  });
});
