/** Graphs that change a picture as a sentence says, as Qwen-Image-Edit and Kontext are built. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { graphIn } from '@core/metadata/index.js';
import { temporaryFolder } from '@testing/folder.js';
import { withTexts } from '@testing/pictures.js';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { GenerationRequest } from '../generator.js';
import { requestIn } from '../testing/request.js';
import { abilitiesOf } from './abilities.js';
import { graphOrWhy } from './graph.js';
import { prepare, textOf } from './order.js';

type Graph = Record<string, { class_type: string; inputs: Record<string, unknown> }>;

const sampler = (positive: string, negative: string, latent: string) => ({
  class_type: 'KSampler',
  inputs: {
    seed: 7,
    steps: 4,
    cfg: 1,
    sampler_name: 'euler',
    scheduler: 'simple',
    denoise: 1,
    model: ['1', 0],
    positive: [positive, 0],
    negative: [negative, 0],
    latent_image: [latent, 0],
  },
});

const around = (vae: string): Graph => ({
  '1': { class_type: 'UNETLoader', inputs: { unet_name: 'edit.safetensors', weight_dtype: 'default' } },
  '2': { class_type: 'CLIPLoader', inputs: { clip_name: 'encoder.safetensors', type: 'qwen_image' } },
  '3': { class_type: 'VAELoader', inputs: { vae_name: vae } },
  '8': { class_type: 'VAEDecode', inputs: { samples: ['7', 0], vae: ['3', 0] } },
  '9': { class_type: 'SaveImage', inputs: { images: ['8', 0], filename_prefix: 'ComfyUI' } },
});

/** Qwen-Image-Edit 2509: it is given the picture that it changes, and another to look at. */
const qwen = (): Graph => {
  const encoder = (prompt: string) => ({
    class_type: 'TextEncodeQwenImageEditPlus',
    inputs: { clip: ['2', 0], vae: ['3', 0], image1: ['11', 0], image2: ['12', 0], prompt },
  });
  return {
    ...around('qwen_image_vae.safetensors'),
    '5': encoder('make the sofa green'),
    '6': encoder(''),
    '7': sampler('5', '6', '13'),
    '10': { class_type: 'LoadImage', inputs: { image: 'room.png' } },
    '11': { class_type: 'FluxKontextImageScale', inputs: { image: ['10', 0] } },
    '12': { class_type: 'LoadImage', inputs: { image: 'sofa.png' } },
    '13': { class_type: 'VAEEncode', inputs: { pixels: ['11', 0], vae: ['3', 0] } },
  };
};

/** Kontext: the picture's latent leads beside the words, and it draws from nothing. */
const kontext = (): Graph => ({
  ...around('ae.safetensors'),
  '5': { class_type: 'CLIPTextEncode', inputs: { clip: ['2', 0], text: 'make the sofa green' } },
  '6': { class_type: 'ConditioningZeroOut', inputs: { conditioning: ['5', 0] } },
  '7': sampler('16', '6', '13'),
  '10': { class_type: 'LoadImage', inputs: { image: 'room.png' } },
  '11': { class_type: 'FluxKontextImageScale', inputs: { image: ['10', 0] } },
  '12': { class_type: 'VAEEncode', inputs: { pixels: ['11', 0], vae: ['3', 0] } },
  '13': { class_type: 'EmptySD3LatentImage', inputs: { width: 1024, height: 576, batch_size: 1 } },
  '14': { class_type: 'ReferenceLatent', inputs: { conditioning: ['5', 0], latent: ['12', 0] } },
  '16': { class_type: 'FluxGuidance', inputs: { conditioning: ['14', 0], guidance: 2.5 } },
});

/** With a second picture, whose latent follows the first. */
const kontextOfTwo = (): Graph => ({
  ...kontext(),
  '16': { class_type: 'FluxGuidance', inputs: { conditioning: ['15', 0], guidance: 2.5 } },
  '15': { class_type: 'ReferenceLatent', inputs: { conditioning: ['14', 0], latent: ['18', 0] } },
  '17': { class_type: 'LoadImage', inputs: { image: 'sofa.png' } },
  '18': { class_type: 'VAEEncode', inputs: { pixels: ['17', 0], vae: ['3', 0] } },
});

const plain = (): Graph => ({
  ...kontext(),
  '7': sampler('5', '6', '13'),
  '16': { class_type: 'PreviewImage', inputs: { images: ['11', 0] } },
});

const abilities = (graph: Graph) => abilitiesOf(graphOrWhy(graphIn(JSON.stringify(graph)), 'it'));

async function asked(graph: Graph, change: Partial<GenerationRequest>, isFile = false) {
  const folder = await temporaryFolder();
  const picture = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#f00' } })
    .png()
    .toBuffer();
  const fromFile = join(folder, 'take.png');
  await writeFile(fromFile, withTexts(picture, { prompt: JSON.stringify(graph) }));
  const workflow = isFile ? join(folder, 'graph.json') : '';
  if (isFile) await writeFile(workflow, JSON.stringify(graph));
  const request = requestIn(folder, {
    prompt: 'a girl in a red coat',
    negativePrompt: '',
    seed: '9',
    height: 48,
    instruction: 'Make her coat red.',
    ...change,
  });
  const prepared = await prepare(request, { workflow, prefix: 'p' });
  const names = prepared.uploads.map(({ picture }, at) => (picture === fromFile ? 'OLD' : `OTHER ${at}`));
  return { ...prepared, sent: JSON.parse(textOf(prepared, names)) as Graph };
}

describe('what is offered', () => {
  it.each([
    ['Qwen-Image-Edit', qwen(), true, 1],
    ['Kontext', kontext(), true, 0],
    ['Kontext with two pictures', kontextOfTwo(), true, 1],
    ['words alone', plain(), false, 1],
  ])('of %s', (_name, graph, instruct, references) => {
    const own = abilities(graph);
    expect(own.capabilities.includes('instruct')).toBe(instruct);
    expect(own.whyNot.instruct === undefined).toBe(instruct);
    expect([own.capabilities.includes('reference'), own.references]).toEqual([references > 0, references]);
  });

  it('is no sentence where what leads the words is not loaded from a file', () => {
    const graph = kontext();
    graph['11'] = { class_type: 'ImageStitch', inputs: { image1: ['10', 0], direction: 'right' } };
    expect(abilities(graph).whyNot.instruct).toMatch(/not built to change a picture/);
  });

  it('is no picture to look like where one only gives the pose', () => {
    const { '12': _encoded, '14': _unused, ...graph } = plain();
    graph['16'] = {
      class_type: 'ControlNetApplyAdvanced',
      inputs: { positive: ['5', 0], control_net: ['19', 0], image: ['11', 0], strength: 1 },
    };
    expect(abilities(graph)).toMatchObject({ references: 0 });
    graph['20'] = { class_type: 'IPAdapter', inputs: { model: ['1', 0], image: ['11', 0], weight: 1 } };
    expect(abilities(graph)).toMatchObject({ references: 1 });
  });
});

describe('a sentence', () => {
  it('goes where the prompt was read, and the old picture where the encoder loads one', async () => {
    const { sent, rows, settings } = await asked(qwen(), {});
    expect(sent['5']?.inputs).toMatchObject({ prompt: 'Make her coat red.', image1: ['11', 0] });
    expect(sent['6']?.inputs.prompt).toBe('');
    expect([sent['10']?.inputs.image, sent['12']?.inputs.image]).toEqual(['OLD', 'sofa.png']);
    expect(sent['7']?.inputs).toMatchObject({ seed: 9, denoise: 1, latent_image: ['13', 0] });
    expect(rows).toContainEqual(
      expect.objectContaining({ value: 'prompt', input: 'prompt', after: 'Make her coat red.' }),
    );
    expect(rows).toContainEqual(expect.objectContaining({ value: 'picture', after: 'the old picture' }));
    expect(settings['not used']).toBeUndefined();
  });

  it('changes the picture whose latent joins the words first', async () => {
    for (const graph of [kontext(), kontextOfTwo()]) {
      const { sent } = await asked(graph, {});
      expect(sent['5']?.inputs.text).toBe('Make her coat red.');
      expect(sent['10']?.inputs.image).toBe('OLD');
      expect(sent['17']?.inputs.image).toBe(graph['17']?.inputs.image);
    }
  });

  it('is refused by a graph that draws from words', async () => {
    await expect(asked(plain(), {})).rejects.toThrow(/not built to change a picture as a sentence says/);
  });

  it('is not needed: a file’s own example is replaced also where a prompt is drawn, and a picture’s own is kept', async () => {
    const drawn = { instruction: null };
    expect((await asked(kontext(), drawn, true)).sent['10']?.inputs.image).toBe('OLD');
    const own = await asked(kontext(), drawn);
    expect([own.sent['10']?.inputs.image, own.sent['5']?.inputs.text]).toEqual([
      'room.png',
      'a girl in a red coat',
    ]);
  });
});

it('a picture to look like goes beside the one that is changed, and no further than there is room', async () => {
  const { sent, rows } = await asked(qwen(), { references: ['/mira.png'] });
  expect([sent['10']?.inputs.image, sent['12']?.inputs.image]).toEqual(['OLD', 'OTHER 1']);
  expect(rows).toContainEqual(
    expect.objectContaining({ value: 'reference', after: 'the picture to look like' }),
  );
  await expect(asked(qwen(), { references: ['/mira.png', '/ben.png'] })).rejects.toThrow(
    /room for 1 of the 2 pictures/,
  );
});
