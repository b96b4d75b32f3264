/** The TypeScript path against PyTorch, on a tiny model of the published architecture (test/make_fixture.py). */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AutoTokenizer } from '@huggingface/transformers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CATALOGUE, type CatalogueEntry } from '../../library/catalogue.js';
import { floatsOf } from '../../runtime/testing/floats-of.js';
import { logitOf } from '../../runtime/testing/logit-of.js';
import { ON_PROCESSOR } from '../../runtime/testing/on-processor.js';
import { LlavaOnevisionEngine } from './engine.js';

interface Fixture {
  readonly prefix: number[];
  readonly imageTokens: number;
  readonly variants: Record<string, number[]>;
  readonly pictures: {
    readonly file: string;
    /** Float32, little endian, [3, size, size]. */
    readonly pixels: string;
    readonly answers: { readonly claim: string; readonly ids: number[]; readonly logit: number }[];
  }[];
}

const folder = fileURLToPath(new URL('test/fixture', import.meta.url));
const published = CATALOGUE.find(({ id }) => id === 'llava-onevision-0.5b') as CatalogueEntry;
const entry: CatalogueEntry = {
  ...published,
  image: { ...published.image, size: 56 },
  devices: {
    cpu: {
      dtype: { vision_encoder: 'fp32', embed_tokens: 'fp32', decoder_model_merged: 'fp32' },
      memory: null,
    },
  },
};

describe('LLaVA-OneVision', () => {
  let fixture: Fixture;
  let engine: LlavaOnevisionEngine;

  beforeAll(async () => {
    fixture = JSON.parse(await readFile(join(folder, 'parity.json'), 'utf8'));
    engine = await LlavaOnevisionEngine.load(folder, entry, ON_PROCESSOR);
  });
  afterAll(() => engine.close());

  it('reads prompts into the same tokens', async () => {
    const tokenizer = await AutoTokenizer.from_pretrained(folder, { local_files_only: true });
    const encode = (text: string) => tokenizer.encode(text, { add_special_tokens: false });
    const shared = encode(entry.prompt.prefix);
    for (const { claim, ids } of fixture.pictures.flatMap(({ answers }) => answers)) {
      const question = encode(entry.prompt.question.replace('{claim}', claim));
      expect([...shared, ...question]).toEqual([...fixture.prefix, ...ids]);
    }
    for (const text of [...entry.prompt.yes, ...entry.prompt.no])
      expect(encode(text), text).toEqual(fixture.variants[text]);
  });

  it('prepares wide and tall pictures to the same pixels', async () => {
    for (const { file, pixels } of fixture.pictures) {
      const expected = floatsOf(pixels);
      const found = await engine.prepare(join(folder, file), null);
      const difference = found.reduce(
        (sum, value, index) => sum + Math.abs(value - (expected[index] ?? 9)),
        0,
      );
      expect(found.length).toBe(expected.length);
      expect(difference / found.length, file).toBeLessThan(1e-2);
    }
  });

  it('answers with the same logits on one shared prefix, in any order', async () => {
    const tokenizer = await AutoTokenizer.from_pretrained(folder, { local_files_only: true });
    const shared = tokenizer.encode(entry.prompt.prefix, { add_special_tokens: false }).length;
    for (const { pixels, answers } of fixture.pictures) {
      const prefix = await engine.prefill(floatsOf(pixels));
      expect(prefix.length).toBe(shared - 1 + fixture.imageTokens);
      for (const { claim, logit } of [...answers, ...answers.toReversed()])
        expect(Math.abs((await logitOf(engine, prefix, claim)) - logit), claim).toBeLessThan(1e-3);
    }
  });

  it('takes a claim as words, whatever it is made of', async () => {
    const prefix = await engine.prefill(floatsOf(fixture.pictures[0]?.pixels ?? ''));
    const blank = await logitOf(engine, prefix, '  no dog');
    for (const token of ['<|im_end|>', '<image>'])
      expect(await logitOf(engine, prefix, `${token} no dog`)).toBe(blank);
    const dollars = await logitOf(engine, prefix, "a $& sign, $' too");
    expect(dollars).not.toBe(await logitOf(engine, prefix, "a {claim} sign, $' too"));
  });
});
