/**
 * The names of the values that ComfyUI's interface keeps without names, in their order. Newer interfaces name most of
 * them; what they don't name is listed here. Null: a value that is no input, as what happens to a seed afterwards.
 */
import { wordTable } from '@shared/word-table.js';

const SAMPLER = ['seed', null, 'steps', 'cfg', 'sampler_name', 'scheduler', 'denoise'] as const;

const WIDGETS = wordTable<readonly (string | null)[]>({
  KSampler: SAMPLER,
  'KSampler (Efficient)': SAMPLER,
  KSamplerAdvanced: ['add_noise', 'noise_seed', null, 'steps', 'cfg', 'sampler_name', 'scheduler'],
  SamplerCustom: ['add_noise', 'noise_seed', null, 'cfg'],
  RandomNoise: ['noise_seed', null],
  KSamplerSelect: ['sampler_name'],
  BasicScheduler: ['scheduler', 'steps', 'denoise'],
  CFGGuider: ['cfg'],
  FluxGuidance: ['guidance'],
  UltimateSDUpscale: ['upscale_by', 'seed', null, 'steps', 'cfg', 'sampler_name', 'scheduler', 'denoise'],
  'Seed (rgthree)': ['seed'],
  PrimitiveNode: ['value'],
  PrimitiveInt: ['value'],
  CheckpointLoaderSimple: ['ckpt_name'],
  UNETLoader: ['unet_name'],
  UnetLoaderGGUF: ['unet_name'],
  LoraLoader: ['lora_name', 'strength_model', 'strength_clip'],
  LoraLoaderModelOnly: ['lora_name', 'strength_model'],
  CLIPTextEncode: ['text'],
  CLIPTextEncodeFlux: ['clip_l', 't5xxl', 'guidance'],
  CLIPTextEncodeSDXL: [
    'width',
    'height',
    'crop_w',
    'crop_h',
    'target_width',
    'target_height',
    'text_g',
    'text_l',
  ],
  CLIPTextEncodeSD3: ['clip_l', 'clip_g', 't5xxl', 'empty_padding'],
  EmptyLatentImage: ['width', 'height'],
  EmptySD3LatentImage: ['width', 'height'],
  GLIGENTextBoxApply: ['text', 'width', 'height', 'x', 'y'],
  StringConcatenate: ['string_a', 'string_b', 'delimiter'],
  'Text Concatenate': ['delimiter', 'clean_whitespace'],
  ImpactWildcardProcessor: ['wildcard_text', 'populated_text', 'mode', 'seed', null],
  ImpactWildcardEncode: ['wildcard_text', 'populated_text', 'mode', null, null, 'seed', null],
  'ShowText|pysssss': ['text_0'],
  'Efficient Loader': [
    'ckpt_name',
    'vae_name',
    'clip_skip',
    'lora_name',
    'lora_model_strength',
    'lora_clip_strength',
    'positive',
    'negative',
    'token_normalization',
    'weight_interpretation',
    'empty_latent_width',
    'empty_latent_height',
  ],
});

/** What the interface puts after a seed. */
const AFTER_SEED = new Set<unknown>(['fixed', 'increment', 'decrement', 'randomize']);

/** `named`: the inputs that the file names as widgets, in their order. */
export function widgetsOf(
  type: string,
  values: readonly unknown[],
  named: readonly string[],
): Record<string, unknown> {
  const names = WIDGETS[type] ?? namesOf(values, named);
  return Object.fromEntries(
    names.flatMap((name, at) => (name !== null && at < values.length ? [[name, values[at]]] : [])),
  );
}

/** The file's own names where it has one for each value; else the texts are words. */
function namesOf(values: readonly unknown[], named: readonly string[]): (string | null)[] {
  const isOwn = values.map((value) => !AFTER_SEED.has(value));
  if (isOwn.filter(Boolean).length === named.length) {
    const left = [...named];
    return isOwn.map((own) => (own ? (left.shift() ?? null) : null));
  }
  const texts = values.filter((value, at) => typeof value === 'string' && isOwn[at]);
  const isWords = (value: unknown): boolean =>
    typeof value === 'string' && !FILE.test(value) && (value.includes(' ') || texts.length === 1);
  return values.map((value, at) => (isOwn[at] && isWords(value) ? `text${at + 1}` : null));
}

const FILE = /\.(?:safetensors|ckpt|pt|pth|bin|gguf|onnx|png|jpe?g|webp|json|txt|yaml)$/i;
