/**
 * The TypeScript path against PyTorch, on a tiny model of the published architecture. test/make_fixture.py says what
 * that reference covers and what it does not.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AutoTokenizer } from '@huggingface/transformers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CATALOGUE, type CatalogueEntry } from '../../library/catalogue.js';
import { floatsOf } from '../../runtime/testing/floats-of.js';
import { logitOf } from '../../runtime/testing/logit-of.js';
import { ON_PROCESSOR } from '../../runtime/testing/on-processor.js';
import { Phi35VisionEngine } from './engine.js';
import type { HdPicture } from './pixels.js';

interface Fixture {
  /** Tokens of the text before the picture. */
  readonly before: number[];
  readonly pieces: Record<string, number>;
  readonly pictures: {
    readonly file: string;
    /** [height, width], pixels. */
    readonly grid: [number, number];
    /** Float32, little endian, [seen, 3, size, size]: without the empty tiles at the end. */
    readonly pixels: string;
    readonly tokens: number;
    readonly features: number[];
    readonly answers: { readonly claim: string; readonly ids: number[]; readonly logit: number }[];
  }[];
}

const folder = fileURLToPath(new URL('test/fixture', import.meta.url));
const published = CATALOGUE.find(({ id }) => id === 'phi-3.5-vision') as CatalogueEntry;
const entry: CatalogueEntry = {
  ...published,
  image: { ...published.image, size: 56 },
  devices: {
    cpu: { dtype: { vision_encoder: 'fp32', prepare_inputs_embeds: 'fp32', model: 'fp32' }, memory: null },
  },
};

/** What PyTorch saw. */
function pictureOf({ grid: [height, width], pixels }: Fixture['pictures'][number]): HdPicture {
  const whole = new Float32Array(5 * 3 * 56 * 56);
  whole.set(floatsOf(pixels));
  return { pixels: whole, height, width };
}

describe('Phi-3.5-vision', () => {
  let fixture: Fixture;
  let engine: Phi35VisionEngine;

  beforeAll(async () => {
    fixture = JSON.parse(await readFile(join(folder, 'parity.json'), 'utf8'));
    engine = await Phi35VisionEngine.load(folder, entry, ON_PROCESSOR);
  });
  afterAll(() => engine.close());

  const [before = '', after = ''] = entry.prompt.prefix.split('<|image_1|>');
  const openTokenizer = async () => {
    const tokenizer = await AutoTokenizer.from_pretrained(folder, { local_files_only: true });
    const encode = (text: string): number[] => tokenizer.encode(text, { add_special_tokens: false });
    return { tokenizer, encode };
  };

  it('reads prompts into the same tokens', async () => {
    const { tokenizer, encode } = await openTokenizer();
    expect(encode(before)).toEqual(fixture.before);
    for (const { claim, ids } of fixture.pictures.flatMap(({ answers }) => answers)) {
      const question = encode(entry.prompt.question.replace('{claim}', claim));
      expect([...encode(after), ...question], claim).toEqual(ids);
    }
    for (const text of [...entry.prompt.yes, ...entry.prompt.no])
      expect(tokenizer.convert_tokens_to_ids(text.replace(' ', '▁')), text).toBe(fixture.pieces[text]);
  });

  it('prepares wide, tall and square pictures to the same tiles', async () => {
    for (const picture of fixture.pictures) {
      const expected = pictureOf(picture);
      const found = await engine.prepare(join(folder, picture.file), null);
      expect([found.height, found.width], picture.file).toEqual(picture.grid);
      expect(found.pixels.length).toBe(expected.pixels.length);
      const seen = Buffer.from(picture.pixels, 'base64').length / 4;
      const difference = found.pixels.reduce(
        (sum, value, index) => sum + Math.abs(value - (expected.pixels[index] ?? 9)),
        0,
      );
      expect(difference / seen, picture.file).toBeLessThan(1e-2);
      expect(found.pixels.subarray(seen).every((value) => value === 0)).toBe(true);
    }
  });

  it('sees the same features and answers with the same logits on one shared prefix, in any order', async () => {
    const shared = fixture.before.length + (await openTokenizer()).encode(after).length;
    for (const picture of fixture.pictures) {
      const prefix = await engine.prefill(pictureOf(picture));
      expect(prefix.length, picture.file).toBe(shared + picture.tokens);
      for (const [index, value] of prefix.features.entries())
        expect(Math.abs(value - (picture.features[index] ?? 9))).toBeLessThan(1e-4);
      for (const { claim, logit } of [...picture.answers, ...picture.answers.toReversed()])
        expect(Math.abs((await logitOf(engine, prefix, claim)) - logit), claim).toBeLessThan(1e-3);
    }
  });
});
