/**
 * The nodes of graphs that change a picture as a sentence says, or that look at pictures: as /object_info of version
 * 0.27.0 tells them. Version 0.3.64 has the same.
 */
import type { Input, NodeClass, Version } from './node-class.js';

const image: Input = ['IMAGE', {}];
const conditioning: Input = ['CONDITIONING', {}];
const clip: Input = ['CLIP', {}];
const vae: Input = ['VAE', {}];
const latent: Input = ['LATENT', {}];
const words: Input = ['STRING', { multiline: true, dynamicPrompts: true }];
const side: Input = ['INT', { default: 1024, min: 16, max: 16_384, step: 16 }];

const TEXT_MODELS =
  'stable_diffusion stable_cascade sd3 stable_audio mochi ltxv pixart cosmos lumina2 wan hidream chroma ace omnigen2 qwen_image hunyuan_image'.split(
    ' ',
  );
const NEWER_TEXT_MODELS = 'flux2 ovis longcat_image cogvideox lens pixeldit ideogram4 boogu krea2'.split(' ');

/** `models`: the files that each of its loaders has. */
export function editingNodes(
  version: Version,
  models: readonly string[],
): Readonly<Record<string, NodeClass>> {
  const textModels = version === '0.27.0' ? [...TEXT_MODELS, ...NEWER_TEXT_MODELS] : TEXT_MODELS;
  return {
    UNETLoader: {
      inputs: {
        unet_name: [models, {}],
        weight_dtype: [['default', 'fp8_e4m3fn', 'fp8_e4m3fn_fast', 'fp8_e5m2'], {}],
      },
      outputs: ['MODEL'],
    },
    CLIPLoader: {
      inputs: { clip_name: [models, {}], type: [textModels, {}] },
      optional: { device: [['default', 'cpu'], {}] },
      outputs: ['CLIP'],
    },
    VAELoader: { inputs: { vae_name: [models, {}] }, outputs: ['VAE'] },
    EmptySD3LatentImage: {
      inputs: { width: side, height: side, batch_size: ['INT', { default: 1, min: 1, max: 4096 }] },
      outputs: ['LATENT'],
    },
    ConditioningZeroOut: { inputs: { conditioning }, outputs: ['CONDITIONING'] },
    FluxGuidance: {
      inputs: { conditioning, guidance: ['FLOAT', { default: 3.5, min: 0, max: 100, step: 0.1 }] },
      outputs: ['CONDITIONING'],
    },
    FluxKontextImageScale: { inputs: { image }, outputs: ['IMAGE'] },
    TextEncodeQwenImageEdit: {
      inputs: { clip, prompt: words },
      optional: { vae, image },
      shown: ['image'],
      outputs: ['CONDITIONING'],
    },
    TextEncodeQwenImageEditPlus: {
      inputs: { clip, prompt: words },
      optional: { vae, image1: image, image2: image, image3: image },
      shown: ['image1', 'image2', 'image3'],
      outputs: ['CONDITIONING'],
    },
    ReferenceLatent: {
      inputs: { conditioning },
      optional: { latent },
      shown: ['latent'],
      outputs: ['CONDITIONING'],
    },
    InstructPixToPixConditioning: {
      inputs: { positive: conditioning, negative: conditioning, vae, pixels: image },
      shown: ['pixels'],
      outputs: ['CONDITIONING', 'CONDITIONING', 'LATENT'],
    },
  };
}
