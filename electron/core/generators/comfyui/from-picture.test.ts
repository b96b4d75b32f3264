/** What comes to the server of a picture that is started from, repaired or looked like, and what may not. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Graph, GraphNode } from '@testing/comfyui/check-graph.js';
import { ComfyDouble } from '@testing/comfyui/double.js';
import { writePython } from '@testing/comfyui/json.js';
import { usualGraph } from '@testing/comfyui/usual-graph.js';
import { temporaryFolder } from '@testing/folder.js';
import { plainPng, withTexts } from '@testing/pictures.js';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { GenerationRequest } from '../generator.js';
import { guarded } from '../guarded.js';
import { requestIn } from '../testing/request.js';
import { LIMITS } from './client.js';
import { comfyGenerator } from './index.js';

let double: ComfyDouble;
let folder: string;
let sent: Graph;
beforeAll(async () => {
  double = await new ComfyDouble({
    draw: async ({ graph, width, height }) => {
      sent = graph;
      return sharp({ create: { width, height, channels: 3, background: '#123' } })
        .png()
        .toBuffer();
    },
  }).start();
});
afterAll(() => double.stop());

/** 64 × 48, red on the left; the mask is white on the right. */
async function made(
  change: Partial<GenerationRequest>,
  { graph = usualGraph() as unknown, workflow = '' }: { graph?: unknown; workflow?: string } = {},
) {
  folder = await temporaryFolder();
  const half = (left: string, right: string) =>
    sharp({ create: { width: 64, height: 48, channels: 3, background: right } })
      .composite([
        { input: { create: { width: 32, height: 48, channels: 3, background: left } }, left: 0, top: 0 },
      ])
      .png()
      .toBuffer();
  const take = join(folder, 'take.png');
  await writeFile(take, withTexts(await half('#f00', '#00f'), { prompt: writePython(graph) }));
  await writeFile(join(folder, 'mask.png'), await half('#000', '#fff'));
  if (workflow) await writeFile(join(folder, workflow), writePython(graph));
  const own = guarded(
    comfyGenerator(
      { addresses: [double.url], workflow: workflow && join(folder, workflow) },
      { ...LIMITS, poll: 10 },
    ),
    'ComfyUI',
  );
  const request = requestIn(folder, {
    negativePrompt: '',
    seed: `${Math.floor(Math.random() * 2 ** 32)}`,
    height: 48,
    ...change,
  });
  const watch = { signal: new AbortController().signal, progress: () => undefined };
  return own.start(request, await own.handleFor(request), watch);
}

const loaded = (id: string) => double.files.bytes('input', String(sent[id]?.inputs.image));
const pixel = async (bytes: Buffer, left: number): Promise<number[]> => [
  ...(await sharp(bytes).extract({ left, top: 20, width: 1, height: 1 }).raw().toBuffer()),
];

it('the old picture, as it looks and without what its file says, and how far to go from it', async () => {
  const { settings } = await made({ strength: 0.4 });
  expect(sent['3']?.inputs.denoise).toBe(0.4);
  const bytes = loaded('5-picture');
  expect(await pixel(bytes, 5)).toEqual([255, 0, 0]);
  expect(bytes.includes('class_type')).toBe(false);
  expect(settings).toMatchObject({ denoise: 0.4 });
  // The same again lies there once.
  const before = double.files.namesIn('input');
  await made({ strength: 0.5 });
  expect(double.files.namesIn('input')).toEqual(before);
});

it('the old picture by the name that the server gave it', async () => {
  double.files.put('input', 'elsewhere/x (1).png', await plainPng());
  const named = { status: 200, body: '{"name": "x (1).png", "subfolder": "elsewhere"}' };
  const { draw } = double.options;
  double.options = {
    ...double.options,
    fate: (_, path) => (path === '/upload/image' ? { do: 'say', ...named } : null),
  };
  await made({ strength: 0.4 });
  expect(sent['5-picture']?.inputs.image).toBe('elsewhere/x (1).png');
  double.options = { ...(draw && { draw }) };
});

it('the mask, white where it is made anew', async () => {
  const mask = join(await temporaryFolder(), 'mask.png');
  await sharp({ create: { width: 32, height: 24, channels: 3, background: '#fff' } })
    .extend({ left: 32, top: 24, background: '#000' })
    .png()
    .toFile(mask);
  await made({ mask });
  expect(sent['3-mask']?.inputs.channel).toBe('red');
  const bytes = loaded('3-mask');
  expect(await sharp(bytes).metadata()).toMatchObject({ width: 64, height: 48 });
  expect((await pixel(bytes, 60))[0]).toBe(0);
  expect(sent['3']?.inputs.denoise).toBe(1);
});

it('the mask as what is transparent, in a graph that reads it so', async () => {
  const graph = structuredClone(usualGraph()) as unknown as Record<string, GraphNode>;
  graph['10'] = { class_type: 'LoadImage', inputs: { image: 'example.png' } };
  graph['11'] = { class_type: 'VAEEncode', inputs: { pixels: ['10', 0], vae: ['4', 2] } };
  graph['12'] = { class_type: 'SetLatentNoiseMask', inputs: { samples: ['11', 0], mask: ['10', 1] } };
  (graph['3'] as GraphNode).inputs.latent_image = ['12', 0];
  const mask = join(await temporaryFolder(), 'mask.png');
  await sharp({ create: { width: 64, height: 48, channels: 3, background: '#fff' } })
    .composite([
      { input: { create: { width: 32, height: 48, channels: 3, background: '#000' } }, left: 0, top: 0 },
    ])
    .png()
    .toFile(mask);
  await made({ mask }, { graph });
  expect(await pixel(loaded('10'), 5)).toEqual([255, 0, 0, 255]);
  expect((await pixel(loaded('10'), 60))[3]).toBe(0);
  // Without a mask all of it may change; and a file of the artist's always gets the picture.
  await made({}, { graph, workflow: 'own.json' });
  expect((await pixel(loaded('10'), 5))[3]).toBe(0);
});

it('nothing where it is made from words alone, also when its graph was given a picture before', async () => {
  await made({ strength: 0.4 });
  const before = sent;
  await made({}, { graph: before });
  expect(Object.keys(sent)).not.toContain('5-picture');
  expect(sent['3']?.inputs).toMatchObject({ latent_image: ['5', 0], denoise: 1 });
});

it('nothing of a graph that was changed after it was shown', async () => {
  const asked = double.count('POST', '/prompt');
  const allowed = { shape: '0'.repeat(64), moves: {} };
  await expect(made({ allowed })).rejects.toMatchObject({
    message: expect.stringContaining('changed after it was shown'),
  });
  expect(double.count('POST', '/prompt')).toBe(asked);
});

it('pictures to look like, in their order, and no more than the graph loads', async () => {
  const graph = structuredClone(usualGraph()) as unknown as Record<string, GraphNode>;
  graph['20'] = { class_type: 'LoadImage', inputs: { image: 'face.png' } };
  graph['21'] = {
    class_type: 'ImageScale',
    inputs: { image: ['20', 0], upscale_method: 'area', width: 8, height: 8, crop: 'center' },
  };
  graph['22'] = { class_type: 'PreviewImage', inputs: { images: ['21', 0] } };
  graph['23'] = { class_type: 'VAEEncode', inputs: { pixels: ['21', 0], vae: ['4', 2] } };
  const face = join(await temporaryFolder(), 'face.png');
  await sharp({ create: { width: 16, height: 16, channels: 3, background: '#0f0' } })
    .png()
    .toFile(face);
  await made({ references: [face] }, { graph });
  expect(await pixel(await sharp(loaded('20')).resize(64, 48).png().toBuffer(), 5)).toEqual([0, 255, 0]);
  await expect(made({ references: [face, face] }, { graph })).rejects.toMatchObject({
    message: expect.stringContaining('room for 1 of the 2 pictures'),
  });
});

it.each([
  ['takes no upload', { status: 500, body: 'trouble' }, /does not take the picture.*500/],
  ['takes none so large', { status: 413, body: 'Maximum' }, /larger than ComfyUI takes/],
  ['names a path', { status: 200, body: '{"name": "../../x.png", "subfolder": ""}' }, /leads elsewhere/],
] as const)('says what is wrong where the server %s', async (_, answer, words) => {
  double.options = {
    ...double.options,
    fate: (_method, path) => (path === '/upload/image' ? { do: 'say', ...answer } : null),
  };
  const asked = double.count('POST', '/prompt');
  await expect(made({ strength: 0.4 })).rejects.toMatchObject({ message: expect.stringMatching(words) });
  expect(double.count('POST', '/prompt')).toBe(asked);
  double.options = { draw: double.options.draw as never };
});
