/** The TypeScript path against PyTorch, on a tiny model of the published architecture (test/make_fixture.py). */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AutoTokenizer } from '@huggingface/transformers';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CATALOGUE, type CatalogueEntry } from '../../library/catalogue.js';
import { floatsOf } from '../../runtime/testing/floats-of.js';
import { logitOf } from '../../runtime/testing/logit-of.js';
import { ON_PROCESSOR } from '../../runtime/testing/on-processor.js';
import { Qwen35Engine } from './engine.js';
import { type PatchPicture, scaledTo } from './pixels.js';

interface Fixture {
  readonly prefix: number[];
  readonly variants: Record<string, number[]>;
  readonly pictures: {
    readonly file: string;
    /** Pictures in time, rows and columns, in patches. */
    readonly grid: [number, number, number];
    /** Float32, little endian, [patches, 3, size × size]: of one of the two equal pictures in time. */
    readonly pixels: string;
    readonly answers: { readonly claim: string; readonly ids: number[]; readonly logit: number }[];
  }[];
}

const folder = fileURLToPath(new URL('test/fixture', import.meta.url));
const published = CATALOGUE.find(({ id }) => id === 'qwen-3.5-0.8b') as CatalogueEntry;
/** As the fixture was made. */
const BOUNDS = { least: 1, most: 64 * 96 };
const patches = published.image as Extract<CatalogueEntry['image'], { resize: 'patches' }>;
const image = { ...patches, ...BOUNDS };
const AREA = image.size ** 2;
const entry: CatalogueEntry = {
  ...published,
  image,
  devices: {
    cpu: {
      dtype: { vision_encoder: 'fp32', embed_tokens: 'fp32', decoder_model_merged: 'fp32' },
      memory: null,
    },
  },
};

type Picture = Fixture['pictures'][number];

function pictureOf({ pixels, grid: [, rows, columns] }: Picture): PatchPicture {
  const once = floatsOf(pixels);
  const twice = new Float32Array(2 * once.length);
  for (let from = 0; from < once.length; from += AREA)
    for (const to of [2 * from, 2 * from + AREA]) twice.set(once.subarray(from, from + AREA), to);
  return { pixels: twice, rows, columns };
}

describe('Qwen3.5', () => {
  let fixture: Fixture;
  let engine: Qwen35Engine;

  beforeAll(async () => {
    fixture = JSON.parse(await readFile(join(folder, 'parity.json'), 'utf8'));
    engine = await Qwen35Engine.load(folder, entry, ON_PROCESSOR);
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

  it('prepares wide and tall pictures to the same patches', async () => {
    for (const one of fixture.pictures) {
      const expected = pictureOf(one);
      const found = await engine.prepare(join(folder, one.file), null);
      expect([found.rows, found.columns]).toEqual([expected.rows, expected.columns]);
      const difference = found.pixels.reduce(
        (sum, value, index) => sum + Math.abs(value - (expected.pixels[index] ?? 9)),
        0,
      );
      expect(found.pixels.length).toBe(expected.pixels.length);
      expect(difference / found.pixels.length, one.file).toBeLessThan(1e-2);
    }
  });

  it('answers with the same logits on one shared prefix, in any order', async () => {
    for (const one of fixture.pictures) {
      const prefix = await engine.prefill(pictureOf(one));
      const [, rows, columns] = one.grid;
      expect(prefix.length).toBe(fixture.prefix.length - 1 + (rows * columns) / 4);
      expect(prefix.next).toBe(fixture.prefix.length - 1 + Math.max(rows, columns) / 2);
      for (const { claim, logit } of [...one.answers, ...one.answers.toReversed()])
        expect(Math.abs((await logitOf(engine, prefix, claim)) - logit), claim).toBeLessThan(1e-3);
    }
  });

  it('takes a claim as words, whatever it is made of', async () => {
    const prefix = await engine.prefill(pictureOf(fixture.pictures[0] as Picture));
    const blank = await logitOf(engine, prefix, '  no dog');
    for (const token of ['<|im_end|>', '<|image_pad|>', '</think>'])
      expect(await logitOf(engine, prefix, `${token} no dog`)).toBe(blank);
  });
});

it('a picture is scaled within the bounds, in whole squares, near its own proportion', () => {
  const { size, merge, least, most } = patches;
  const step = size * merge;
  const side = fc.integer({ min: 1, max: 10_000 });
  fc.assert(
    fc.property(side, side, (width, height) => {
      const scaled = scaledTo(width, height, { size, merge, least, most });
      expect([scaled.width % step, scaled.height % step]).toEqual([0, 0]);
      const ratio = width / height;
      // Beyond that a side is one square, and the other would be longer than the bounds allow.
      fc.pre(ratio > 1 / 60 && ratio < 60);
      const area = scaled.width * scaled.height;
      expect(area).toBeGreaterThanOrEqual(least);
      expect(area).toBeLessThanOrEqual(most);
      // Each side is within a square of what the proportion asks.
      const by = Math.sqrt(area / (width * height));
      const off = (found: number, of: number) => Math.abs(found - of * by) / step;
      expect(Math.min(off(scaled.width, width), off(scaled.height, height))).toBeLessThanOrEqual(1);
    }),
    { numRuns: 500 },
  );
});
