import { expect, it } from 'vitest';
import { readsSentences } from './reads-sentences.js';

it.each([
  'flux1-dev-fp8.safetensors',
  'FLUX.1-Kontext',
  'chroma-unlocked-v40',
  'Chroma1-HD',
  'sd3.5_large',
  'SD-3-medium',
  'stable-diffusion-3.5-large',
  'stable diffusion 3 medium',
  'qwen-image-edit-2509',
  'hunyuanimage-2.1',
  'hidream_i1_dev',
  'z_image_turbo',
  'z-image',
  'lumina-2',
  'wan2.2_t2v_14B',
  'wan-2.1',
  'PixArt-Sigma',
  'sana_1600M',
  'aura_flow_0.3',
  'auraflow',
  'dall-e-3',
  'gpt-image-1',
  'Imagen 4',
])('%s reads sentences', (model) => expect(readsSentences(model)).toBe(true));

it.each([
  '',
  'sd_xl_base_1.0.safetensors',
  'v1-5-pruned-emaonly',
  'stable-diffusion-2-1',
  'ponyDiffusionV6XL',
  'sd2.1',
  'taiwan3',
  'wanderer',
  'chromatic-anime-xl',
  'susana',
])('“%s” reads tags, or tells nothing', (model) => expect(readsSentences(model)).toBe(false));
