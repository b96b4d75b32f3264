import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { describe, expect, it } from 'vitest';
import type { Place } from './graph.js';
import { BESIDE, fourBits, value } from './testing/four-bits.js';
import { tuned } from './tune.js';
import type { Weights } from './weights-file.js';
import { field, fieldsOf } from './wire.js';

const decoder = fileURLToPath(
  new URL('../llava-onevision/test/fixture/onnx/decoder_model_merged.onnx', import.meta.url),
);
const open = (model: Buffer) => InferenceSession.create(model, { logSeverityLevel: 3 });

/** Every row of activations as a wave of that height; and one of nothing. */
const wave = (height: number) => Float32Array.from({ length: 32 }, (_, at) => height * Math.cos(at));
const still = new Float32Array(32);

const FILE = 'new.data';

/** A file of weights that is not on the disk. */
class InMemory implements Weights {
  readonly written: Uint8Array[] = [];
  readonly #beside: Buffer;

  constructor(beside = Buffer.alloc(0)) {
    this.#beside = beside;
  }

  read({ offset, length }: Place): Buffer {
    return this.#beside.subarray(offset, offset + length);
  }

  write(bytes: NodeJS.ArrayBufferView): Place {
    const offset = this.all.length;
    this.written.push(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    return { file: FILE, offset, length: bytes.byteLength };
  }

  get all(): Uint8Array {
    return Buffer.concat(this.written);
  }
}

async function product(model: Buffer, x = wave(1), weights?: InMemory): Promise<number[]> {
  const externalData = weights ? [{ path: FILE, data: weights.all }] : [];
  const session = await InferenceSession.create(model, { logSeverityLevel: 3, externalData });
  const { y } = await session.run({ x: new Tensor(x, [1, 32]) });
  await session.release();
  return numbers(y);
}

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
