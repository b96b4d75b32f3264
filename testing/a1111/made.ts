/** A picture as the double gives it out: with what it says of how it was made. */
import { createHash } from 'node:crypto';
import { LosslessNumber, stringify } from 'lossless-json';
import { withTexts } from '../pictures.js';
import { type Draw, within } from './drawing.js';
import { samplerOf } from './sampler-of.js';

export type Body = Readonly<Record<string, unknown>>;

/** Sides are whole multiples of it; what is left over is lost without a word. */
const LATENT = 8;

export interface Order {
  readonly kind: 'txt2img' | 'img2img';
  /** With the defaults in it. */
  readonly body: Body;
  readonly from: Buffer | null;
  readonly mask: Buffer | null;
  readonly model: string;
  readonly version: string;
  readonly timestamp: string;
}

/** With a space after each comma and colon, as Python's `json` writes. */
const asPython = (json: string): string =>
  json.replace(/("(?:[^"\\]|\\.)*")|[,:]/g, (one, words) => words ?? `${one} `);

/** The pictures in base64, and `info`. */
export async function made(
  order: Order,
  draw: Draw,
  isHalf: boolean,
): Promise<{ images: string[]; info: string }> {
  const { body } = order;
  const count = Number(body.batch_size) * Number(body.n_iter);
  const first = BigInt(body.seed as number | bigint);
  const seed = first < 0n ? BigInt(Math.floor(Math.random() * 2 ** 32)) : first;
  const seeds = Array.from({ length: count }, (_, at) => seed + BigInt(at));
  const texts = seeds.map((one) => infotext(order, one));
  const images = await Promise.all(
    seeds.map(async (one, at) => {
      const picture = await drawn(order, one, draw, isHalf);
      return withTexts(picture, { parameters: texts[at] ?? '' }).toString('base64');
    }),
  );
  return { images: body.send_images === false ? [] : images, info: infoOf(order, seeds, texts) };
}

const sideOf = (side: unknown): number => Math.floor(Number(side) / LATENT) * LATENT;

async function drawn(order: Order, seed: bigint, draw: Draw, isHalf: boolean): Promise<Buffer> {
  const { body, from, mask, kind } = order;
  const scale = body.enable_hr === true ? Number(body.hr_scale) : 1;
  const [width, height] = [sideOf(Number(body.width) * scale), sideOf(Number(body.height) * scale)];
  const strength = kind === 'img2img' ? Number(body.denoising_strength) : 1;
  const words = { prompt: String(body.prompt), negative: String(body.negative_prompt) };
  const steps = Number(body.steps);
  const picture = await draw({ ...words, seed, steps, width, height, strength, from, isHalf });
  if (!from || !mask) return picture;
  const inverted = Boolean(body.inpainting_mask_invert);
  return within(mask, inverted, { from, drawn: picture }, { width, height });
}

const float = (value: unknown): unknown => (value === null ? null : new LosslessNumber(python(value)));
const python = (value: unknown): string => (Number.isInteger(value) ? `${value}.0` : String(value));

function pairsOf(order: Order, seed: bigint): (readonly [string, unknown])[] {
  const { body, kind, mask, model, version } = order;
  const asked = String(body.sampler_name ?? body.sampler_index);
  const { sampler, scheduler } = samplerOf(asked, String(body.scheduler));
  const blur = body.mask_blur ?? body.mask_blur_x;
  const { CLIP_stop_at_last_layers: clip } = (body.override_settings ?? {}) as Body;
  return [
    ['Steps', body.steps],
    ['Sampler', sampler],
    ['Schedule type', scheduler],
    ['CFG scale', python(body.cfg_scale)],
    ['Seed', seed],
    ['Size', `${body.width}x${body.height}`],
    ['Model', model],
    ...(body.denoising_strength === null
      ? []
      : [['Denoising strength', python(body.denoising_strength)] as const]),
    ...(Number(clip) > 1 ? [['Clip skip', clip] as const] : []),
    ...extrasOf(kind === 'img2img' && mask !== null, body, blur),
    ...(body.enable_hr === true
      ? ([
          ['Hires upscale', python(body.hr_scale)],
          ['Hires steps', body.hr_second_pass_steps],
          ['Hires upscaler', body.hr_upscaler],
        ] as const)
      : []),
    ['Version', version],
  ];
}

function extrasOf(hasMask: boolean, body: Body, blur: unknown): (readonly [string, unknown])[] {
  if (!hasMask) return [];
  return [
    ...(body.inpainting_mask_invert ? [['Mask mode', 'Inpaint not masked'] as const] : []),
    ...(Number(blur) > 0 ? [['Mask blur', blur] as const] : []),
    ...(body.inpaint_full_res
      ? ([
          ['Inpaint area', 'Only masked'],
          ['Masked area padding', body.inpaint_full_res_padding],
        ] as const)
      : []),
    ...(body.inpainting_fill === 0 ? [['Masked content', 'fill'] as const] : []),
  ];
}

/** It claims all steps, also where it was stopped before. */
function infotext(order: Order, seed: bigint): string {
  const { body } = order;
  const pairs = pairsOf(order, seed).map(([key, value]) => `${key}: ${value}`);
  const negative = body.negative_prompt ? `\nNegative prompt: ${body.negative_prompt}` : '';
  return `${body.prompt}${negative}\n${pairs.join(', ')}`;
}

function infoOf(order: Order, seeds: readonly bigint[], infotexts: readonly string[]): string {
  const { body, kind, mask, model, version, timestamp } = order;
  const asked = String(body.sampler_name ?? body.sampler_index);
  const { sampler, scheduler } = samplerOf(asked, String(body.scheduler));
  const { CLIP_stop_at_last_layers: clip = 1 } = (body.override_settings ?? {}) as Body;
  const random = createHash('md5').update(timestamp).digest().readUInt32BE(0);
  const subseed = 1_000_000_000 + (random % 3_000_000_000);
  const number = (value: bigint): LosslessNumber => new LosslessNumber(String(value));
  const extra = {
    ...(scheduler !== 'Automatic' && { 'Schedule type': scheduler }),
    ...(kind === 'img2img' && { 'Denoising strength': float(body.denoising_strength) }),
    ...Object.fromEntries(
      extrasOf(kind === 'img2img' && mask !== null, body, body.mask_blur ?? body.mask_blur_x),
    ),
  };
  const info = {
    prompt: body.prompt,
    all_prompts: seeds.map(() => body.prompt),
    negative_prompt: body.negative_prompt,
    all_negative_prompts: seeds.map(() => body.negative_prompt),
    seed: number(seeds[0] ?? 0n),
    all_seeds: seeds.map(number),
    subseed,
    all_subseeds: seeds.map(() => subseed),
    subseed_strength: body.subseed_strength,
    width: body.width,
    height: body.height,
    sampler_name: sampler,
    cfg_scale: float(body.cfg_scale),
    steps: body.steps,
    batch_size: body.batch_size,
    restore_faces: false,
    face_restoration_model: null,
    sd_model_name: model,
    sd_model_hash: null,
    sd_vae_name: null,
    sd_vae_hash: null,
    seed_resize_from_w: -1,
    seed_resize_from_h: -1,
    denoising_strength: float(body.denoising_strength),
    extra_generation_params: extra,
    index_of_first_image: 0,
    infotexts,
    styles: [],
    job_timestamp: timestamp,
    clip_skip: clip,
    is_using_inpainting_conditioning: false,
    version,
  };
  return asPython(stringify(info) ?? '{}');
}
