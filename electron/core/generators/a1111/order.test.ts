/** What of a take goes into a request, and what of it the server changed. */
import { join } from 'node:path';
import { LISTS } from '@testing/a1111/lists.js';
import { folderWith } from '@testing/folder.js';
import { plainPng } from '@testing/pictures.js';
import sharp from 'sharp';
import { beforeEach, describe, expect, it } from 'vitest';
import type { GenerationRequest } from '../generator.js';
import { requestIn } from '../testing/request.js';
import { askedOf } from './asked.js';
import { differencesOf } from './differences.js';
import { newWork } from './handle.js';
import type { Lists } from './lists.js';
import { type Names, orderOf } from './order.js';
import type { Made } from './reply.js';
import { SECTION } from './testing/asks.js';

const lists = {
  models: [{ title: 'painted/film-v2.safetensors [1a2b3c]', model_name: 'film-v2' }],
  samplers: LISTS.samplers,
  schedulers: LISTS.schedulers,
} as unknown as Lists;

let folder: string;
beforeEach(async () => {
  const mask = sharp({
    create: { width: 8, height: 8, channels: 4, background: { r: 255, g: 255, b: 255, alpha: 0 } },
  });
  folder = await folderWith({
    'take.png': await plainPng(),
    'mask.png': await mask.png().toBuffer(),
    'large.png': await sharp(await plainPng())
      .resize(16, 8)
      .png()
      .toBuffer(),
  });
});

async function ordered(change: Partial<GenerationRequest>, known: Lists = lists) {
  const request = requestIn(folder, change);
  const { path, body, names } = await orderOf(request, askedOf(request, SECTION), newWork(''), known);
  return { path, names, text: body, ...(JSON.parse(body) as Record<string, unknown>) } as Record<
    string,
    unknown
  > & { names: Names; text: string };
}

const OWN = {
  sampler: 'DPM++ 2M Karras',
  steps: 28,
  cfg: 6.5,
  model: 'film-v2',
  VAE: 'soft.pt',
  'Clip skip': 2,
  width: 64,
  height: 64,
};

describe('a request', () => {
  it('has what the take was made with, by the server’s own names, and its seed to the last digit', async () => {
    const order = await ordered({ settings: OWN });
    expect(order).toMatchObject({
      path: '/sdapi/v1/txt2img',
      prompt: 'a fox',
      negative_prompt: 'fog',
      sampler_name: 'DPM++ 2M',
      scheduler: 'Karras',
      steps: 28,
      cfg_scale: 6.5,
      width: 64,
      height: 64,
      batch_size: 1,
      override_settings: {
        sd_model_checkpoint: 'painted/film-v2.safetensors [1a2b3c]',
        sd_vae: 'soft.pt',
        CLIP_stop_at_last_layers: 2,
      },
    });
    expect(order.text).toContain('"seed":18446744073709551615,');
    expect(order.force_task_id).toMatch(/^continuist-[\da-f-]{36}$/);
    expect(order).not.toHaveProperty('enable_hr');
  });

  it('has what is usual where the take says nothing, and names no sampler then', async () => {
    const order = await ordered({});
    expect(order).toMatchObject({ steps: 4, cfg_scale: 7 });
    for (const field of ['sampler_name', 'scheduler', 'override_settings', 'init_images'])
      expect(order).not.toHaveProperty(field);
  });

  it.each([
    ['dpmpp_2m', 'sgm_uniform', 'DPM++ 2M', 'SGM Uniform'],
    ['euler_ancestral', 'normal', 'Euler a', 'Normal'],
    ['DDIM', '', 'DDIM', undefined],
    ['DPM++ 2M SDE SGM Uniform', '', 'DPM++ 2M SDE', 'SGM Uniform'],
    ['Nope Karras', '', undefined, undefined],
    ['Nope', 'nope', undefined, undefined],
  ])(
    'calls the sampler %s and the scheduler “%s” as the server does',
    async (sampler, scheduler, own, apart) => {
      const order = await ordered({ settings: { sampler, scheduler } });
      expect([order.sampler_name, order.scheduler]).toEqual([own, apart]);
      expect(order.names).toEqual({ sampler: own ?? sampler, scheduler: apart ?? scheduler });
    },
  );

  it.each([
    ['film-v2.ckpt', true],
    ['old\\FILM-V2', true],
    ['film', false],
  ])('names the model %s only where the server has it: %s', async (model, has) => {
    expect((await ordered({ settings: { model } })).override_settings !== undefined).toBe(has);
  });

  it('makes a picture in two passes again that was made so', async () => {
    const settings = { ...OWN, 'Hires upscaler': 'Latent', 'Hires steps': 9, denoise: 0.4 };
    expect(await ordered({ settings, width: 128, height: 128 })).toMatchObject({
      enable_hr: true,
      width: 64,
      height: 64,
      hr_scale: 2,
      hr_upscaler: 'Latent',
      hr_second_pass_steps: 9,
      denoising_strength: 0.4,
    });
    // Its size is another by now.
    expect(await ordered({ settings, width: 128, height: 64 })).not.toHaveProperty('enable_hr');
    // It was made larger in another way.
    expect(await ordered({ settings: OWN, width: 128, height: 128 })).not.toHaveProperty('enable_hr');
  });

  it('starts from the picture with a strength', async () => {
    const order = await ordered({ strength: 0.4 });
    expect(order).toMatchObject({ path: '/sdapi/v1/img2img', denoising_strength: 0.4 });
    expect(order.init_images).toEqual([(await plainPng()).toString('base64')]);
    expect(order).not.toHaveProperty('mask');
  });

  it('starts from the picture as it is shown, where the server cannot open its format', async () => {
    const wide = sharp(join(folder, 'large.png')).withMetadata({ orientation: 6 });
    await wide.tiff().toFile(join(folder, 'turned.tif'));
    const order = await ordered({ strength: 0.4, fromFile: join(folder, 'turned.tif') });
    const [sent = ''] = order.init_images as string[];
    const { format, width, height } = await sharp(Buffer.from(sent, 'base64')).metadata();
    expect([format, width, height]).toEqual(['png', 8, 16]);
  });

  it('repaints what is white in a mask, to the pixel, and takes no transparency for it', async () => {
    const order = await ordered({ mask: join(folder, 'mask.png') });
    expect(order).toMatchObject({
      path: '/sdapi/v1/img2img',
      denoising_strength: 0.75,
      inpainting_mask_invert: 0,
      inpainting_fill: 1,
      inpaint_full_res: false,
      mask_blur: 0,
      mask_round: false,
    });
    const mask = await sharp(Buffer.from(String(order.mask), 'base64')).metadata();
    expect([mask.width, mask.height, mask.hasAlpha]).toEqual([8, 8, false]);
  });

  it('is not sent with a mask of another size, or a file that is no picture', async () => {
    await expect(ordered({ mask: join(folder, 'large.png') })).rejects.toThrow(
      'The mask has 16 × 8 pixels and the picture 8 × 8. They have to be the same.',
    );
    await expect(ordered({ mask: join(folder, 'absent.png') })).rejects.toThrow(/mask cannot be read/);
    await expect(ordered({ strength: 1, fromFile: join(folder, 'absent.png') })).rejects.toThrow(
      /start from cannot be read/,
    );
  });
});

describe('what the server changed', () => {
  const differences = async (
    settings: GenerationRequest['settings'],
    made: Partial<Made>,
    names: Partial<Names> = {},
    change: Partial<GenerationRequest> = {},
  ) => {
    const asked = askedOf(requestIn(folder, { width: 8, height: 8, settings, ...change }), SECTION);
    const all = { sampler: asked.sampler, scheduler: asked.scheduler, ...names };
    const own: Made = { bytes: await plainPng(), seed: null, settings: {}, job: '', ...made };
    return differencesOf(asked, all, own);
  };

  it.each<[string, Record<string, string | number>, Record<string, string | number>, string[]]>([
    ['nothing', { sampler: 'Euler', cfg: 7 }, { sampler: 'Euler', scheduler: 'Automatic', cfg: 7 }, []],
    ['what it does not say', { sampler: 'Euler', model: 'film', VAE: 'soft' }, {}, []],
    [
      'a sampler',
      { sampler: 'Nope' },
      { sampler: 'DPM++ 2M' },
      ['asked for sampler Nope, made with DPM++ 2M'],
    ],
    ['names in one', { sampler: 'Euler', scheduler: 'Karras' }, { sampler: 'Euler Karras' }, []],
    [
      'a scheduler',
      { sampler: 'Euler', scheduler: 'Karras' },
      { sampler: 'Euler', scheduler: 'Simple' },
      ['asked for scheduler Karras, made with Simple'],
    ],
    ['its free choice', { scheduler: 'Automatic' }, { scheduler: 'Karras' }, []],
    ['steps', { steps: 20 }, { steps: 8 }, ['asked for steps 20, made with 8']],
    ['CFG', { cfg: 7 }, { cfg: 1 }, ['asked for CFG 7, made with 1']],
    [
      'a model',
      { model: 'x/film.ckpt' },
      { model: 'other' },
      ['asked for model x/film.ckpt, made with other'],
    ],
    ['how a model is called', { model: 'x/Film.ckpt' }, { model: 'film' }, []],
    ['a VAE', { VAE: 'soft.pt' }, { VAE: 'hard' }, ['asked for VAE soft.pt, made with hard']],
    ['clip skip', { 'Clip skip': 2 }, {}, ['asked for clip skip 2, made with 1']],
  ])('is said: %s', async (_, asked, made, words) => {
    expect(await differences(asked, { settings: { steps: 4, ...made } })).toEqual(words);
  });

  it('is said of seed, size and strength as well', async () => {
    expect(
      await differences({}, { seed: '7', settings: { denoise: 0.5 } }, {}, { width: 9, strength: 0.4 }),
    ).toEqual([
      'asked for strength 0.4, made with 0.5',
      'asked for seed 18446744073709551615, made with 7',
      'asked for size 9 × 8, made with 8 × 8',
    ]);
    expect(await differences({}, { seed: '18446744073709551615' })).toEqual([]);
  });
});
