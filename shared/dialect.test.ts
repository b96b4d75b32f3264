import { describe, expect, it } from 'vitest';
import { dialectOf, dialectOfTake } from './dialect.js';

describe('the dialect of a prompt', () => {
  it.each([
    ['flux1-dev-fp8.safetensors', 'plain'],
    ['FLUX.1-schnell', 'plain'],
    ['flux2_dev', 'plain'],
    ['chroma-unlocked-v50', 'plain'],
    ['sd3.5_large.safetensors', 'plain'],
    ['sd3_medium_incl_clips', 'plain'],
    ['qwen_image_fp8_e4m3fn', 'plain'],
    ['hunyuan_image_2.1', 'plain'],
    ['hidream_i1_full', 'plain'],
    ['z_image_turbo_bf16', 'plain'],
    ['wan2.2_t2v_14B', 'plain'],
    ['dall-e-3', 'plain'],
    ['sd_xl_base_1.0.safetensors', 'comfyui'],
    ['juggernautXL_v9', 'comfyui'],
    ['ponyDiffusionV6XL', 'comfyui'],
    ['v1-5-pruned-emaonly', 'comfyui'],
    ['dreamshaper_8', 'comfyui'],
    ['swanlake_v2', 'comfyui'],
    ['chromaticMix', 'comfyui'],
  ])('%s in ComfyUI: %s', (model, dialect) => {
    expect(dialectOf('comfyui', model)).toBe(dialect);
  });

  it('writes weights as the tool does, and none where the tool reads others', () => {
    expect(dialectOf('a1111', 'dreamshaper_8')).toBe('a1111');
    expect(dialectOf(null, null)).toBe('a1111');
    expect(dialectOf('comfyui', null)).toBe('comfyui');
    expect(dialectOf('midjourney', null)).toBe('plain');
    expect(dialectOf('novelai', 'nai-diffusion-4')).toBe('plain');
    expect(dialectOf('invokeai', 'dreamshaper_8')).toBe('plain');
  });

  it('is that of what made the take, as far as that is known', () => {
    const of = (tool: string | null, model?: string | number) =>
      dialectOfTake({
        made: tool === null ? null : { tool, loras: [], notRead: [] },
        settings: { ...(model !== undefined && { model }) },
      });
    expect(dialectOfTake(undefined)).toBe('a1111');
    expect([of(null), of('comfyui'), of('novelai'), of('comfyui', 'dreamshaper_8')]).toEqual([
      'a1111',
      'comfyui',
      'plain',
      'comfyui',
    ]);
    expect([of(null, 'flux1-dev'), of('comfyui', 'flux1-dev'), of('comfyui', 1.5)]).toEqual([
      'plain',
      'plain',
      'comfyui',
    ]);
  });
});
