import { expect, it } from 'vitest';
import { widgetsOf } from './widgets.js';

const DRAWING = { steps: 20, cfg: 8, sampler_name: 'euler', scheduler: 'normal' };

it.each<[type: string, values: unknown[], read: Record<string, unknown>]>([
  ['KSampler', [5, 'fixed', 20, 8, 'euler', 'normal', 1], { seed: 5, ...DRAWING, denoise: 1 }],
  ['KSampler', [5, 'fixed', 20], { seed: 5, steps: 20 }],
  ['KSampler (Efficient)', [5, null, 20, 8, 'euler', 'normal', 1], { seed: 5, ...DRAWING, denoise: 1 }],
  [
    'KSamplerAdvanced',
    ['enable', 5, 'fixed', 20, 8, 'euler', 'normal', 0],
    { add_noise: 'enable', noise_seed: 5, ...DRAWING },
  ],
  ['SamplerCustom', [true, 5, 'fixed', 8], { add_noise: true, noise_seed: 5, cfg: 8 }],
  ['RandomNoise', [5, 'randomize'], { noise_seed: 5 }],
  ['KSamplerSelect', ['euler'], { sampler_name: 'euler' }],
  ['BasicScheduler', ['normal', 20, 1], { scheduler: 'normal', steps: 20, denoise: 1 }],
  ['CFGGuider', [8], { cfg: 8 }],
  ['FluxGuidance', [3.5], { guidance: 3.5 }],
  [
    'UltimateSDUpscale',
    [2, 5, 'fixed', 20, 8, 'euler', 'normal', 0.2],
    { upscale_by: 2, seed: 5, ...DRAWING, denoise: 0.2 },
  ],
  ['Seed (rgthree)', [5, '', ''], { seed: 5 }],
  ['PrimitiveNode', ['a fox', 'fixed'], { value: 'a fox' }],
  ['PrimitiveInt', [5, 'fixed'], { value: 5 }],
  ['CheckpointLoaderSimple', ['ink'], { ckpt_name: 'ink' }],
  ['UNETLoader', ['ink', 'default'], { unet_name: 'ink' }],
  ['UnetLoaderGGUF', ['ink'], { unet_name: 'ink' }],
  ['LoraLoader', ['fox', 0.8, 0.7], { lora_name: 'fox', strength_model: 0.8, strength_clip: 0.7 }],
  ['LoraLoaderModelOnly', ['fox', 0.8], { lora_name: 'fox', strength_model: 0.8 }],
  ['CLIPTextEncode', ['a fox'], { text: 'a fox' }],
  ['CLIPTextEncodeFlux', ['fox', 'a fox', 3.5], { clip_l: 'fox', t5xxl: 'a fox', guidance: 3.5 }],
  [
    'CLIPTextEncodeSDXL',
    [1, 2, 3, 4, 5, 6, 'a fox', 'fox'],
    {
      width: 1,
      height: 2,
      crop_w: 3,
      crop_h: 4,
      target_width: 5,
      target_height: 6,
      text_g: 'a fox',
      text_l: 'fox',
    },
  ],
  [
    'CLIPTextEncodeSD3',
    ['a', 'b', 'c', 'none'],
    { clip_l: 'a', clip_g: 'b', t5xxl: 'c', empty_padding: 'none' },
  ],
  ['EmptyLatentImage', [832, 468, 1], { width: 832, height: 468 }],
  ['EmptySD3LatentImage', [832, 468, 1], { width: 832, height: 468 }],
  ['GLIGENTextBoxApply', ['a fox', 8, 9, 1, 2], { text: 'a fox', width: 8, height: 9, x: 1, y: 2 }],
  ['StringConcatenate', ['a', 'b', '-'], { string_a: 'a', string_b: 'b', delimiter: '-' }],
  ['Text Concatenate', [', ', 'true'], { delimiter: ', ', clean_whitespace: 'true' }],
  [
    'ImpactWildcardProcessor',
    ['{a|b}', 'b', 'fixed', 5, 'fixed'],
    { wildcard_text: '{a|b}', populated_text: 'b', mode: 'fixed', seed: 5 },
  ],
  [
    'ImpactWildcardEncode',
    ['{a|b}', 'b', 'fixed', 'x', 'y', 5, 'fixed'],
    { wildcard_text: '{a|b}', populated_text: 'b', mode: 'fixed', seed: 5 },
  ],
  ['ShowText|pysssss', [['said']], { text_0: ['said'] }],
  [
    'Efficient Loader',
    ['ink', 'vae', -1, 'fox', 0.8, 0.7, 'a fox', 'blurry', 'none', 'comfy', 512, 640, 1],
    {
      ckpt_name: 'ink',
      vae_name: 'vae',
      clip_skip: -1,
      lora_name: 'fox',
      lora_model_strength: 0.8,
      lora_clip_strength: 0.7,
      positive: 'a fox',
      negative: 'blurry',
      token_normalization: 'none',
      weight_interpretation: 'comfy',
      empty_latent_width: 512,
      empty_latent_height: 640,
    },
  ],
])('%s keeps %j as %j', (type, values, read) => {
  expect(widgetsOf(type, values, [])).toEqual(read);
});

it.each<[values: unknown[], named: string[], read: Record<string, unknown>]>([
  [['a fox', 7, 'fixed', 3], ['text', 'seed', 'steps'], { text: 'a fox', seed: 7, steps: 3 }],
  [['a fox', 7], ['text'], { text1: 'a fox' }],
  [[7, 'a fox', 'in snow', 'euler'], [], { text2: 'a fox', text3: 'in snow' }],
  [['fox', 5], [], { text1: 'fox' }],
  [['fox', 'randomize'], [], { text1: 'fox' }],
  [['fox', 'snow'], [], {}],
  [['my fox.safetensors', 'a fox.PNG', 'notes on it.jpg', 'x y.jpeg'], [], {}],
  [['a fox.png in snow'], [], { text1: 'a fox.png in snow' }],
])('values %j of a node that is not known, named %j, are %j', (values, named, read) => {
  expect(widgetsOf('Odd', values, named)).toEqual(read);
});
