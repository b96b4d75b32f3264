/** Graphs that change a picture as a sentence says. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { graphIn } from '@core/metadata/index.js';
import {
  besideWords,
  boogu,
  type EditGraph,
  kontext,
  kontextOfTwo,
  pix2pix,
  qwen,
  samplerOn,
} from '@testing/comfyui/edit-graphs.js';
import { temporaryFolder } from '@testing/folder.js';
import { withTexts } from '@testing/pictures.js';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { GenerationRequest } from '../generator.js';
import { requestIn } from '../testing/request.js';
import { abilitiesOf } from './abilities.js';
import { graphOrWhy } from './graph.js';
import { prepare, textOf } from './order.js';

const plain = (): EditGraph => ({
  ...kontext(),
  '7': samplerOn('5', '6', '13'),
  '16': { class_type: 'PreviewImage', inputs: { images: ['11', 0] } },
});

const omni = () => besideWords('TextEncodeZImageOmni', { image1: ['11', 0], image2: ['12', 0] });
const ming = () =>
  besideWords('TextEncodeMingImageEdit', { 'images.image_2': ['12', 0], 'images.image_1': ['11', 0] });

const abilities = (graph: EditGraph) => abilitiesOf(graphOrWhy(graphIn(JSON.stringify(graph)), 'it'));

async function asked(graph: EditGraph, change: Partial<GenerationRequest>, isFile = false) {
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
  return { ...prepared, sent: JSON.parse(textOf(prepared, names)) as EditGraph };
}

describe('what is offered', () => {
  it.each([
    ['Qwen-Image-Edit', qwen(), true, 1],
    ['Kontext', kontext(), true, 0],
    ['Kontext with two pictures', kontextOfTwo(), true, 1],
    ['InstructPix2Pix', pix2pix(), true, 0],
    ['Z-Image Omni', omni(), true, 1],
    ['Ming, the second picture named first', ming(), true, 1],
    ['Boogu', boogu(), true, 0],
    ['Qwen-Image 2.1', besideWords('TextEncodeQwenImage21', { image1: ['11', 0] }), true, 0],
    [
      'an encoder that is only called alike',
      besideWords('OwnTextEncodeQwenImage21', { image: ['11', 0] }),
      false,
      1,
    ],
    [
      'an encoder that is given pictures for something else',
      besideWords('TextEncodeZImageOmni', {
        start_image: ['11', 0],
        image_mask: ['11', 0],
        own_latent: ['11', 0],
        latent_noise: ['11', 0],
        mask_pixels: ['11', 0],
        pixels_beside: ['11', 0],
      }),
      false,
      1,
    ],
    ['words alone', plain(), false, 1],
    ['an encoder of a longer name', besideWords('TextEncodeZImageOmniOwn', { image1: ['11', 0] }), false, 1],
    ['an encoder without a picture', besideWords('TextEncodeZImageOmni', {}), false, 0],
  ])('of %s', (_name, graph, instruct, references) => {
    const own = abilities(graph);
    expect(own.capabilities.includes('instruct')).toBe(instruct);
    expect(own.whyNot.instruct === undefined).toBe(instruct);
    expect([own.capabilities.includes('reference'), own.references]).toEqual([references > 0, references]);
  });

  it('is no strength of a graph that draws beside the picture and not from it', () => {
    expect(abilities(pix2pix()).whyNot).toMatchObject({
      img2img: 'InstructPixToPixConditioning (node 6) stands before its sampler.',
      inpaint: 'InstructPixToPixConditioning (node 6) stands before its sampler.',
    });
  });

  it('is no sentence where what leads the words is not loaded from a file', () => {
    const graph = kontext();
    graph['11'] = { class_type: 'ImageStitch', inputs: { image1: ['10', 0], direction: 'right' } };
    expect(abilities(graph).whyNot.instruct).toMatch(/not built to change a picture/);
  });

  it('is nothing of a picture that another kind of node loads', () => {
    for (const graph of [kontext(), plain()]) {
      graph['10'] = { class_type: 'OwnLoadImage', inputs: { image: 'room.png' } };
      expect(abilities(graph)).toMatchObject({ references: 0 });
      expect(abilities(graph).whyNot.instruct).toMatch(/not built to change a picture/);
    }
  });

  it('is no sentence where a picture on the way to the sampler only gives the pose', () => {
    const graph = plain();
    graph['7'] = samplerOn('17', '6', '13');
    graph['17'] = {
      class_type: 'ControlNetApply',
      inputs: { conditioning: ['5', 0], control_net: ['19', 0], image: ['11', 0], strength: 1 },
    };
    expect(abilities(graph).whyNot.instruct).toMatch(/not built to change a picture/);
  });

  it('is no picture to look like where what it loads is chosen by another node', () => {
    const graph = plain();
    graph['10'] = { class_type: 'LoadImage', inputs: { image: ['19', 0] } };
    expect(abilities(graph)).toMatchObject({ references: 0 });
  });

  it('is no picture to look like where one is what it starts from', () => {
    const graph = plain();
    graph['7'] = samplerOn('5', '6', '12');
    expect(abilities(graph)).toMatchObject({ references: 0 });
  });

  it.each(['control_net', 'controlnet'])(
    'is no picture to look like where one only gives the pose to a %s',
    (net) => {
      const { '12': _encoded, '14': _unused, ...graph } = plain();
      graph['16'] = {
        class_type: 'ControlNetApplyAdvanced',
        inputs: { positive: ['5', 0], [net]: ['19', 0], image: ['11', 0], strength: 1 },
      };
      expect(abilities(graph)).toMatchObject({ references: 0 });
      graph['20'] = { class_type: 'IPAdapter', inputs: { model: ['1', 0], image: ['11', 0], weight: 1 } };
      expect(abilities(graph)).toMatchObject({ references: 1 });
    },
  );
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

  it('changes, of two pictures, the one that the sampler goes on from', async () => {
    const graph = kontextOfTwo();
    graph['7'] = samplerOn('16', '6', '18');
    const { sent } = await asked(graph, {});
    expect([sent['10']?.inputs.image, sent['17']?.inputs.image]).toEqual(['room.png', 'OLD']);
    graph['7'] = samplerOn('16', '6', '12');
    const { sent: first } = await asked(graph, {});
    expect([first['10']?.inputs.image, first['17']?.inputs.image]).toEqual(['OLD', 'sofa.png']);
  });

  it('changes the picture that leads both sides', async () => {
    const { sent } = await asked(pix2pix(), {});
    expect(sent['5']?.inputs.text).toBe('Make her coat red.');
    expect(sent['4']?.inputs.text).toBe('');
    expect([sent['10']?.inputs.image, sent['7']?.inputs.denoise]).toEqual(['OLD', 1]);
  });

  it('changes the first picture of encoders that take several, however they are called', async () => {
    const joy = besideWords('TextEncodeJoyImageEdit', {
      'images.image_10': ['12', 0],
      'images.image_0': ['11', 0],
    });
    for (const graph of [omni(), ming(), joy]) {
      const { sent } = await asked(graph, {});
      expect([sent['5']?.inputs.prompt, sent['6']?.inputs.prompt]).toEqual(['Make her coat red.', '']);
      expect([sent['10']?.inputs.image, sent['12']?.inputs.image]).toEqual(['OLD', 'sofa.png']);
    }
  });

  it('and what is unwanted go where one node has both', async () => {
    const { sent } = await asked(boogu(), { negativePrompt: 'text' });
    expect(sent['5']?.inputs).toMatchObject({ prompt: 'Make her coat red.', negative_prompt: 'text' });
    expect(sent['10']?.inputs.image).toBe('OLD');
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
