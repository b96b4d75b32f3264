import { join } from 'node:path';
import { folderWith } from '@testing/folder.js';
import { pngWith, webpWith } from '@testing/pictures.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseLoosely, readMetadata } from '../index.js';
import { pngText } from '../testing/texts.js';
import { comfyui } from './index.js';

const readComfyGraph = (text: string) => comfyui.read([pngText('prompt', text)]);

type Node = readonly [type: string, inputs: Record<string, unknown>];
const graph = (nodes: Record<string, Node>): string =>
  JSON.stringify(
    Object.fromEntries(
      Object.entries(nodes).map(([id, [class_type, inputs]]) => [id, { class_type, inputs }]),
    ),
  );

const LARGEST = '18446744073709551615';
const WORDS: Record<string, Node> = {
  pos: ['CLIPTextEncode', { text: 'a fox in the snow', clip: ['ckpt', 1] }],
  neg: ['CLIPTextEncode', { text: 'blurry', clip: ['ckpt', 1] }],
  ckpt: ['CheckpointLoaderSimple', { ckpt_name: 'storybook.safetensors' }],
  empty: ['EmptyLatentImage', { width: 832, height: 468, batch_size: 1 }],
};
const SAMPLER = {
  model: ['ckpt', 0],
  positive: ['pos', 0],
  negative: ['neg', 0],
  latent_image: ['empty', 0],
};
const OUT: Record<string, Node> = {
  save: ['SaveImage', { images: ['decode', 0] }],
  decode: ['VAEDecode', { samples: ['k', 0], vae: ['ckpt', 2] }],
};
const simple: Record<string, Node> = {
  ...WORDS,
  ...OUT,
  k: [
    'KSampler',
    { ...SAMPLER, seed: 5, steps: 20, cfg: 7.5, sampler_name: 'euler', scheduler: 'normal', denoise: 1 },
  ],
};
const readWith = (nodes: Record<string, Node>) => readComfyGraph(graph({ ...simple, ...nodes }));

it.each<[text: string, value: unknown]>([
  ['{"seed": 18446744073709551615, "n": 5}', { seed: LARGEST, n: 5 }],
  ['{"seed": -1234567890123456}', { seed: '-1234567890123456' }],
  [
    '[1e2, 1234567890123456e2, 1234567890123456E+2, 0.1234567890123456]',
    [100, 123456789012345600, 123456789012345600, 0.1234567890123456],
  ],
  ['[NaN, Infinity, -Infinity, "NaN"]', [null, null, null, 'NaN']],
  ['["a \\" 1234567890123456 NaN", "b"]', ['a " 1234567890123456 NaN', 'b']],
  ['{"seed": ', null],
])('of %s is read %j', (text, value) => {
  expect(parseLoosely(text)).toEqual(value);
});

describe('a ComfyUI graph', () => {
  it('says at which node each LoRA stands', () => {
    const found = readWith({
      lora: ['LoraLoader', { lora_name: 'fox', strength_model: 0.5, model: ['ckpt', 0] }],
      k: ['KSampler', { ...SAMPLER, model: ['lora', 0], seed: 5 }],
    });
    expect(found?.loras).toEqual([{ name: 'fox', weight: 0.5 }]);
    expect(found?.origins.filter(({ of }) => of === 'loras')).toMatchObject([
      { value: 'fox', node: { id: 'lora' }, input: 'lora_name' },
    ]);
  });

  it('says where each of what it says stands, and what it was read from', () => {
    const place = 'the PNG text “prompt”';
    const at = (of: string, value: string, node: string, input: string) => {
      const type = simple[node]?.[0];
      return { of, place, input, node: { id: node, type }, value };
    };
    const words = [
      at('prompt', 'a fox in the snow', 'pos', 'text'),
      at('negativePrompt', 'blurry', 'neg', 'text'),
    ];
    const settings = [
      at('steps', '20', 'k', 'steps'),
      at('cfg', '7.5', 'k', 'cfg'),
      at('sampler', 'euler', 'k', 'sampler_name'),
      at('scheduler', 'normal', 'k', 'scheduler'),
      at('denoise', '1', 'k', 'denoise'),
      at('width', '832', 'empty', 'width'),
      at('height', '468', 'empty', 'height'),
      at('model', 'storybook.safetensors', 'ckpt', 'ckpt_name'),
    ];
    const found = readWith({});
    const inOrder = (origins: readonly object[] = []) => new Set(origins.map((one) => JSON.stringify(one)));
    expect(inOrder(found?.origins)).toEqual(inOrder([...words, at('seed', '5', 'k', 'seed'), ...settings]));
    expect(found?.from).toEqual([pngText('prompt', graph(simple))]);
    const bare = readWith({ k: ['KSampler', SAMPLER], empty: ['Empty', {}], ckpt: ['Loader', {}] });
    expect(bare?.origins).toEqual(words);
  });

  it('is read to its end, however long the way to the words is', () => {
    const count = 20_000;
    const pass = (n: number): [string, Node] => [`t${n}`, ['StringPass', { string: [`t${n + 1}`, 0] }]];
    const way = Object.fromEntries(Array.from({ length: count }, (_, n) => pass(n)));
    const end: Node = ['StringEnd', { string: 'a badger far away' }];
    const nodes = { ...way, [`t${count}`]: end, pos: ['CLIPTextEncode', { text: ['t0', 0] }] as Node };
    expect(readWith(nodes)?.prompt).toBe('a badger far away');
    const latents = Object.fromEntries(
      Array.from({ length: count }, (_, n): [string, Node] => [
        `k${n}`,
        ['KSampler', { ...SAMPLER, seed: n, latent_image: [n + 1 < count ? `k${n + 1}` : 'empty', 0] }],
      ]),
    );
    const first: Node = ['KSampler', { ...SAMPLER, seed: 5, latent_image: ['k0', 0] }];
    expect(readWith({ ...latents, k: first })?.seed).toBe(String(count - 1));
  });

  it('is refused at once where it is none, whatever quotes are in it', () => {
    expect(readComfyGraph(`"${'\\"'.repeat(500_000)}`)).toBeNull();
  });

  it('gives words, seed and settings of a plain sampler', () => {
    expect(readWith({})).toMatchObject({
      prompt: 'a fox in the snow',
      negativePrompt: 'blurry',
      seed: '5',
      settings: {
        steps: 20,
        cfg: 7.5,
        sampler: 'euler',
        scheduler: 'normal',
        denoise: 1,
        width: 832,
        height: 468,
        model: 'storybook.safetensors',
      },
    });
  });

  it('keeps a seed of 2^64 − 1 to its last digit, and no larger one', () => {
    const text = graph(simple);
    expect(readComfyGraph(text.replace('"seed":5', `"seed":${LARGEST}`))?.seed).toBe(LARGEST);
    expect(readComfyGraph(text.replace('"seed":5', '"seed":18446744073709551616'))?.seed).toBeNull();
  });

  it('takes words and seed through links to primitives', () => {
    const found = readWith({
      pos: ['CLIPTextEncode', { text: ['words', 0], clip: ['ckpt', 1] }],
      words: ['PrimitiveString', { value: 'a linked owl' }],
      number: ['PrimitiveInt', { value: 77 }],
      k: ['KSampler', { ...SAMPLER, seed: ['number', 0] }],
    });
    expect(found).toMatchObject({ prompt: 'a linked owl', seed: '77' });
  });

  it('takes the seed of a pair of advanced samplers from the one that adds noise', () => {
    const found = readWith({
      base: ['KSamplerAdvanced', { ...SAMPLER, add_noise: 'enable', noise_seed: 11 }],
      k: [
        'KSamplerAdvanced',
        { ...SAMPLER, latent_image: ['base', 0], add_noise: 'disable', noise_seed: 99 },
      ],
    });
    expect(found?.seed).toBe('11');
  });

  it('goes through guider, noise and schedule of a custom sampler', () => {
    const found = readWith({
      k: [
        'SamplerCustomAdvanced',
        {
          noise: ['noise', 0],
          guider: ['guide', 0],
          sampler: ['euler', 0],
          sigmas: ['schedule', 0],
          latent_image: ['empty', 0],
        },
      ],
      noise: ['RandomNoise', { noise_seed: 42 }],
      guide: ['BasicGuider', { model: ['ckpt', 0], conditioning: ['flux', 0] }],
      flux: ['FluxGuidance', { guidance: 3.5, conditioning: ['pos', 0] }],
      pos: ['CLIPTextEncodeFlux', { clip_l: 'a fox', t5xxl: 'a fox walks through snow', guidance: 3.5 }],
      euler: ['KSamplerSelect', { sampler_name: 'euler' }],
      schedule: ['BasicScheduler', { scheduler: 'simple', steps: 4, denoise: 1, model: ['ckpt', 0] }],
    });
    expect(found).toMatchObject({
      seed: '42',
      negativePrompt: '',
      settings: { steps: 4, sampler: 'euler' },
    });
    expect(found?.prompt).toContain('a fox walks through snow');
  });

  it('tells the two sides of a guider apart', () => {
    const found = readWith({
      k: ['SamplerCustomAdvanced', { noise: ['noise', 0], guider: ['guide', 0], latent_image: ['empty', 0] }],
      noise: ['RandomNoise', { noise_seed: 1 }],
      guide: ['CFGGuider', { positive: ['pos', 0], negative: ['neg', 0], cfg: 4 }],
    });
    expect(found).toMatchObject({
      prompt: 'a fox in the snow',
      negativePrompt: 'blurry',
      settings: { cfg: 4 },
    });
  });

  it('reads both texts of SDXL once where they are alike', () => {
    const pos: Node = ['CLIPTextEncodeSDXL', { text_g: 'a fox', text_l: 'a fox', clip: ['ckpt', 1] }];
    expect(readWith({ pos })?.prompt).toBe('a fox');
    const two: Node = ['CLIPTextEncodeSDXL', { text_g: 'a fox', text_l: 'gouache', clip: ['ckpt', 1] }];
    expect(readWith({ pos: two })?.prompt).toBe('a fox, gouache');
  });

  it('joins combined conditionings in their order', () => {
    const found = readWith({
      k: ['KSampler', { ...SAMPLER, positive: ['both', 0], seed: 1 }],
      both: ['ConditioningCombine', { conditioning_1: ['pos', 0], conditioning_2: ['area', 0] }],
      area: ['ConditioningSetArea', { conditioning: ['more', 0], x: 0, y: 0 }],
      more: ['CLIPTextEncode', { text: 'a lantern', clip: ['ckpt', 1] }],
    });
    expect(found?.prompt).toBe('a fox in the snow, a lantern');
  });

  it('keeps the sides apart through a control net', () => {
    const found = readWith({
      k: ['KSampler', { ...SAMPLER, positive: ['net', 0], negative: ['net', 1], seed: 1 }],
      net: ['ControlNetApplyAdvanced', { positive: ['pos', 0], negative: ['neg', 0], strength: 1 }],
    });
    expect(found).toMatchObject({ prompt: 'a fox in the snow', negativePrompt: 'blurry' });
  });

  it('takes zeroed words for no negative prompt', () => {
    const found = readWith({
      k: ['KSampler', { ...SAMPLER, negative: ['zero', 0], seed: 1 }],
      zero: ['ConditioningZeroOut', { conditioning: ['pos', 0] }],
    });
    expect(found).toMatchObject({ prompt: 'a fox in the snow', negativePrompt: '' });
  });

  it('bears NaN where JSON has none, and leaves the word in texts', () => {
    const text = graph({ ...simple, pos: ['CLIPTextEncode', { text: 'sign that says: NaN' }] });
    const odd = text.replace('"save":{', '"save":{"is_changed":[NaN],"score": NaN,');
    expect(readComfyGraph(odd)?.prompt).toBe('sign that says: NaN');
  });

  it('survives a graph that runs in a circle', () => {
    const found = readWith({
      pos: ['ConditioningCombine', { conditioning_1: ['pos', 0], conditioning_2: ['pos', 0] }],
      empty: ['LatentUpscale', { samples: ['k', 0] }],
    });
    expect(found?.prompt).toBe('');
  });

  it('gives null for what is no API graph', () => {
    for (const text of [
      '',
      '{',
      '[]',
      '3',
      'null',
      '{"nodes":[],"links":[]}',
      '{"1":{"class_type":"SaveImage","inputs":{}}}',
    ])
      expect(readComfyGraph(text), text).toBeNull();
  });

  it('never throws, whatever the text', () => {
    const link = fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.nat(2));
    const input = fc.oneof(
      link,
      fc.string(),
      fc.integer(),
      fc.constant(null),
      fc.array(fc.string(), { maxLength: 3 }),
    );
    const inputs = fc.dictionary(
      fc.constantFrom(
        'positive',
        'negative',
        'guider',
        'latent_image',
        'text',
        'seed',
        'noise',
        'conditioning',
        'images',
      ),
      input,
    );
    const node = fc.record({
      class_type: fc.constantFrom('KSampler', 'SaveImage', 'CLIPTextEncode', 'X'),
      inputs,
    });
    const nodes = fc.dictionary(
      fc.constantFrom('a', 'b', 'c'),
      fc.oneof(node, fc.jsonValue() as fc.Arbitrary<never>),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          nodes.map((value) => JSON.stringify(value)),
          fc.json(),
          fc.string(),
        ),
        (text) => {
          const found = readComfyGraph(text);
          expect(found === null || typeof found.prompt === 'string').toBe(true);
        },
      ),
      { numRuns: 400 },
    );
  });
});

describe('pictures made by ComfyUI', () => {
  it.each(['tEXt', 'iTXt'] as const)('are read from a PNG %s chunk', async (kind) => {
    const folder = await folderWith({
      'a.png': await pngWith({ prompt: graph(simple), workflow: '{"nodes":[]}' }, kind),
    });
    expect(await readMetadata(join(folder, 'a.png'))).toMatchObject({
      tool: 'comfyui',
      prompt: 'a fox in the snow',
      seed: '5',
    });
  });

  it('are read from WebP EXIF', async () => {
    const folder = await folderWith({ 'a.webp': await webpWith(graph(simple)) });
    expect(await readMetadata(join(folder, 'a.webp'))).toMatchObject({
      tool: 'comfyui',
      prompt: 'a fox in the snow',
    });
  });
});
