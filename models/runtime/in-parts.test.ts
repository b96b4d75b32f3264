import { fileURLToPath } from 'node:url';
import { LlavaOnevisionForConditionalGeneration, Tensor } from '@huggingface/transformers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CATALOGUE, type CatalogueEntry } from '../library/catalogue.js';
import { rememberedInParts } from './in-parts.js';
import { openModel } from './onnx/index.js';
import { cacheOf, type Feeds, ones } from './tensors.js';
import { ON_PROCESSOR } from './testing/on-processor.js';

/** Of the tiny decoder. */
const WIDTH = 32;
const TOKENS = 13;
const folder = fileURLToPath(new URL('../architectures/llava-onevision/test/fixture', import.meta.url));
const published = CATALOGUE.find(({ id }) => id === 'llava-onevision-0.5b') as CatalogueEntry;
const single = { vision_encoder: 'fp32', embed_tokens: 'fp32', decoder_model_merged: 'fp32' } as const;
const entry: CatalogueEntry = { ...published, devices: { cpu: { dtype: single, memory: null } } };

interface Model {
  forward(inputs: Record<string, unknown>): Promise<Feeds>;
  dispose(): Promise<unknown>;
}
let model: Model;

beforeAll(async () => {
  const kind = LlavaOnevisionForConditionalGeneration;
  model = (await openModel<Model>(kind, 'decoder_model_merged', folder, entry, ON_PROCESSOR, [])).model;
});
afterAll(() => model.dispose());

const embeds = new Tensor(
  'float32',
  Float32Array.from({ length: TOKENS * WIDTH }, (_, at) => Math.sin(7 * at)),
  [1, TOKENS, WIDTH],
);

it.each([
  { most: 1, lengths: new Array<number>(TOKENS).fill(1) },
  { most: 4, lengths: [4, 4, 4, 1] },
  { most: 6, lengths: [5, 5, 3] },
  { most: 12, lengths: [7, 6] },
  { most: TOKENS, lengths: [TOKENS] },
])(
  'of parts of at most $most tokens a decoder remembers what it remembers of all',
  async ({ most, lengths }) => {
    const whole = cacheOf(await model.forward({ inputs_embeds: embeds, attention_mask: ones(TOKENS) }));
    const read: number[] = [];
    const counted = {
      forward: (inputs: Record<string, unknown>) => {
        read.push((inputs.inputs_embeds as Tensor).dims[1] ?? 0);
        return model.forward(inputs);
      },
    };
    const parts = await rememberedInParts(counted, embeds, most);
    expect(read).toEqual(lengths);
    expect(Object.keys(parts)).toEqual(Object.keys(whole));
    for (const [name, { dims, data }] of Object.entries(whole)) {
      expect(parts[name]?.dims).toEqual(dims);
      const found = parts[name]?.data as Float32Array;
      for (const [at, value] of (data as Float32Array).entries()) expect(found[at]).toBeCloseTo(value, 4);
    }
  },
);
