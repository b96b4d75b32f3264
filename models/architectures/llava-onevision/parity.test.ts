/** The TypeScript path against PyTorch, on a tiny model of the published architecture (test/make_fixture.py). */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AutoTokenizer, LlavaOnevisionForConditionalGeneration } from '@huggingface/transformers';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { CATALOGUE, type CatalogueEntry } from '../../library/catalogue.js';
import { constant, field, fieldsOf, GRAPH, graphOf, node, nodeIn, TYPE } from '../../runtime/onnx/index.js';
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

/** The decoder with all that it is given made one sequence, whose places then do not fit where there were two. */
function ofOneSequence(decoder: Buffer): Buffer {
  const graph = graphOf(decoder);
  const given = 'inputs_embeds';
  const fields = graph.fields.map((one) => {
    if (one.number !== GRAPH.node || !nodeIn(one).inputs.includes(given)) return one.whole;
    const parts = fieldsOf(one.content).map((part) =>
      part.content?.toString() === given ? field(part.number, 'one') : part.whole,
    );
    return field(GRAPH.node, Buffer.concat(parts));
  });
  const shape = constant('one.shape', TYPE.int64, [3], BigInt64Array.of(1n, -1n, 32n));
  return Buffer.concat(graph.with([node('Reshape', [given, 'one.shape'], 'one'), shape, ...fields]));
}

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

  it('answers several questions at once, of whatever lengths, as it does each alone', async () => {
    const answers = fixture.pictures.flatMap(({ answers }) => answers);
    const [picture] = fixture.pictures;
    const prefix = await engine.prefill(floatsOf(picture?.pixels ?? ''));
    const words = ['a fox', 'no dog', 'a fox', 'a girl', 'a lantern', 'a dog', 'a', 'a coat'];
    const claims = [...answers.map(({ claim }) => claim), ...words];
    const alone: number[] = [];
    for (const claim of claims) alone.push(await logitOf(engine, prefix, claim));
    for (const some of [claims, claims.toReversed(), claims.slice(0, 3)]) {
      expect(some.length).toBeLessThanOrEqual(engine.together);
      const found = await engine.logits(prefix, some);
      expect(found).toHaveLength(some.length);
      for (const [at, claim] of some.entries())
        expect(found[at], claim).toBeCloseTo(alone[claims.indexOf(claim)] as number, 4);
    }
    const forward = vi.spyOn(LlavaOnevisionForConditionalGeneration.prototype, 'forward');
    await engine.logits(prefix, ['a fox', 'no dog', 'a fox', 'no dog', 'a fox']);
    expect(forward).toHaveBeenCalledTimes(2);
    forward.mockRestore();
  });

  it('asks one question at a time where the graph refuses several after a picture', async () => {
    const own = await mkdtemp(join(tmpdir(), 'continuist-one-'));
    try {
      await cp(folder, own, { recursive: true });
      const file = join(own, 'onnx/decoder_model_merged.onnx');
      await writeFile(file, ofOneSequence(await readFile(file)));
      const one = await LlavaOnevisionEngine.load(own, entry, ON_PROCESSOR);
      expect(one.together).toBe(1);
      const [picture] = fixture.pictures;
      const prefix = await one.prefill(floatsOf(picture?.pixels ?? ''));
      for (const { claim, logit } of picture?.answers ?? [])
        expect(Math.abs((await logitOf(one, prefix, claim)) - logit), claim).toBeLessThan(1e-3);
      await one.close();
    } finally {
      await rm(own, { recursive: true });
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
