/** A request as the server takes it. */
import { readRegular } from '@core/files/index.js';
import { isUnreadable, openPicture, type PictureHeader, pictureHeader } from '@core/measures/index.js';
import { LosslessNumber, stringify } from 'lossless-json';
import sharp from 'sharp';
import type { GenerationRequest } from '../generator.js';
import type { Asked } from './asked.js';
import type { Work } from './handle.js';
import { type Lists, modelNamed, samplerNamed, schedulerNamed } from './lists.js';

export interface Order {
  readonly path: '/sdapi/v1/txt2img' | '/sdapi/v1/img2img';
  /** JSON. */
  readonly body: string;
  readonly names: Names;
}

/** As the server calls what was asked; as it was asked where the server has none of that name. */
export interface Names {
  readonly sampler: string;
  readonly scheduler: string;
}

const LARGEST_PICTURE = 128 * 1024 * 1024;
/** What every server of this kind opens. */
const OPENED = ['png', 'jpeg', 'webp'];

/** Throws an error that says what is wrong with its pictures. */
export async function orderOf(
  request: GenerationRequest,
  asked: Asked,
  { taskId }: Work,
  lists: Lists,
): Promise<Order> {
  const { strength, hires, width, height, seed } = asked;
  const { named, names } = namedIn(lists, asked);
  const fields = {
    prompt: request.prompt,
    negative_prompt: request.negativePrompt,
    seed: new LosslessNumber(seed),
    steps: asked.steps,
    cfg_scale: asked.cfg,
    width,
    height,
    batch_size: 1,
    n_iter: 1,
    ...named,
    send_images: true,
    // In the server’s own folder as well: it is there to be found where the answer is lost.
    save_images: true,
    force_task_id: taskId,
  };
  if (strength === null)
    return { path: '/sdapi/v1/txt2img', body: json({ ...fields, ...secondPass(hires) }), names };
  const { fromFile, mask } = request;
  const from = await headerOf(fromFile, 'The picture to start from');
  const pictures = {
    init_images: [await pictureOf(fromFile, from)],
    denoising_strength: strength,
    ...(mask !== null && (await maskFields(mask, from))),
  };
  return { path: '/sdapi/v1/img2img', body: json({ ...fields, ...pictures }), names };
}

const json = (value: object): string => stringify(value) ?? '{}';

/** What the server has none of is left out: it would take something else without a word, or fail. */
function namedIn(lists: Lists, asked: Asked): { named: object; names: Names } {
  const { sampler, scheduler, model, vae, clipSkip } = asked;
  const found = sampler === '' ? null : samplerNamed(lists, sampler);
  const apart = found?.scheduler ?? (scheduler === '' ? null : schedulerNamed(lists, scheduler));
  const title = model === '' ? null : modelNamed(lists, model);
  const overrides = {
    ...(title !== null && { sd_model_checkpoint: title }),
    ...(vae !== '' && { sd_vae: vae }),
    ...(clipSkip > 0 && { CLIP_stop_at_last_layers: clipSkip }),
  };
  return {
    named: {
      ...(found && { sampler_name: found.sampler }),
      ...(apart !== null && { scheduler: apart }),
      ...(Object.keys(overrides).length > 0 && { override_settings: overrides }),
    },
    names: { sampler: found?.sampler ?? sampler, scheduler: apart ?? scheduler },
  };
}

const secondPass = (hires: Asked['hires']): object | null =>
  hires && {
    width: hires.width,
    height: hires.height,
    enable_hr: true,
    hr_scale: hires.scale,
    hr_upscaler: hires.upscaler,
    hr_second_pass_steps: hires.steps,
    denoising_strength: hires.strength,
  };

/** White is made anew, grey in part, and what is black stays to the last pixel. */
async function maskFields(mask: string, from: PictureHeader): Promise<object> {
  const own = await headerOf(mask, 'The mask');
  if (own.width !== from.width || own.height !== from.height)
    throw new Error(
      `The mask has ${own.width} × ${own.height} pixels and the picture ${from.width} × ${from.height}. They have to be the same.`,
    );
  // Without its transparency, which would be taken for the mask.
  const grey = await sharp(mask).flatten({ background: '#000' }).greyscale().png().toBuffer();
  return {
    mask: grey.toString('base64'),
    inpainting_mask_invert: 0,
    inpainting_fill: 1,
    inpaint_full_res: false,
    inpaint_full_res_padding: 0,
    // It is soft already where it should be.
    mask_blur: 0,
    mask_round: false,
  };
}

/** `what` names it in the error. */
async function headerOf(file: string, what: string): Promise<PictureHeader> {
  const header = await pictureHeader(file);
  if (isUnreadable(header)) throw new Error(`${what} cannot be read: ${header.unreadable}.`);
  return header;
}

async function pictureOf(file: string, { format }: PictureHeader): Promise<string> {
  const bytes = OPENED.includes(format)
    ? await readRegular(file, LARGEST_PICTURE)
    : await openPicture(file).autoOrient().png().toBuffer();
  return bytes.toString('base64');
}
