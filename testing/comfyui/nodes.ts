/** The nodes that the double has, with what each takes and gives: those of the recordings, and the usual ones. */
import { editingNodes } from './editing-nodes.js';
import type { Input, NodeClass, Version } from './node-class.js';

const MOST_PIXELS = 16_384;
const SEED = { default: 0, min: 0, max: 2n ** 64n - 1n };
const side = { default: 512, min: 1, max: MOST_PIXELS, step: 1 };
const latentSide = { default: 512, min: 16, max: MOST_PIXELS, step: 8 };
const batch = { default: 1, min: 1, max: 4096 };

const SAMPLERS =
  'euler euler_cfg_pp euler_ancestral euler_ancestral_cfg_pp heun heunpp2 exp_heun_2_x0 exp_heun_2_x0_sde dpm_2 dpm_2_ancestral lms dpm_fast dpm_adaptive dpmpp_2s_ancestral dpmpp_2s_ancestral_cfg_pp dpmpp_sde dpmpp_sde_gpu dpmpp_2m dpmpp_2m_cfg_pp dpmpp_2m_sde dpmpp_2m_sde_gpu dpmpp_2m_sde_heun dpmpp_2m_sde_heun_gpu dpmpp_3m_sde dpmpp_3m_sde_gpu ddpm lcm ipndm ipndm_v deis res_multistep res_multistep_cfg_pp res_multistep_ancestral res_multistep_ancestral_cfg_pp gradient_estimation gradient_estimation_cfg_pp er_sde seeds_2 seeds_3 sa_solver sa_solver_pece ddim uni_pc uni_pc_bh2'.split(
    ' ',
  );
const SCHEDULERS =
  'simple sgm_uniform karras exponential ddim_uniform beta normal linear_quadratic kl_optimal'.split(' ');

/** `models`: the checkpoints that it has. */
export function nodesOf(version: Version, models: readonly string[]): Readonly<Record<string, NodeClass>> {
  const samplers = SAMPLERS.filter((name) => version === '0.27.0' || !name.startsWith('exp_heun'));
  const saved = version === '0.27.0' ? ['IMAGE'] : [];
  const image: Input = ['IMAGE', {}];
  const conditioning: Input = ['CONDITIONING', {}];
  return {
    EmptyImage: {
      inputs: {
        width: ['INT', side],
        height: ['INT', side],
        batch_size: ['INT', batch],
        color: ['INT', { default: 0, min: 0, max: 0xffffff, step: 1, display: 'color' }],
      },
      outputs: ['IMAGE'],
    },
    ImageScale: {
      inputs: {
        image,
        upscale_method: [['nearest-exact', 'bilinear', 'area', 'bicubic', 'lanczos'], {}],
        width: ['INT', { ...side, min: 0 }],
        height: ['INT', { ...side, min: 0 }],
        crop: [['disabled', 'center'], {}],
      },
      outputs: ['IMAGE'],
    },
    // The two nodes that were written for the recordings: one that takes its time, and one that fails.
    RecSlow: {
      inputs: {
        image,
        steps: ['INT', { default: 4, min: 1, max: 1000 }],
        ms: ['INT', { default: 50, min: 0, max: 60_000 }],
        seed: ['INT', SEED],
        preview: [['none', 'JPEG', 'PNG'], {}],
      },
      outputs: ['IMAGE'],
    },
    RecFail: { inputs: { image }, outputs: ['IMAGE'] },
    StringConcatenate: {
      inputs: {
        string_a: ['STRING', { multiline: true }],
        string_b: ['STRING', { multiline: true }],
        delimiter: ['STRING', { multiline: false, default: '' }],
      },
      outputs: ['STRING'],
    },
    CheckpointLoaderSimple: { inputs: { ckpt_name: [models, {}] }, outputs: ['MODEL', 'CLIP', 'VAE'] },
    CLIPTextEncode: {
      inputs: { text: ['STRING', { multiline: true, dynamicPrompts: true }], clip: ['CLIP', {}] },
      outputs: ['CONDITIONING'],
    },
    EmptyLatentImage: {
      inputs: { width: ['INT', latentSide], height: ['INT', latentSide], batch_size: ['INT', batch] },
      outputs: ['LATENT'],
    },
    KSampler: {
      inputs: {
        model: ['MODEL', {}],
        seed: ['INT', { ...SEED, control_after_generate: true }],
        steps: ['INT', { default: 20, min: 1, max: 10_000 }],
        cfg: ['FLOAT', { default: 8, min: 0, max: 100, step: 0.1, round: 0.01 }],
        sampler_name: [samplers, {}],
        scheduler: [SCHEDULERS, {}],
        positive: conditioning,
        negative: conditioning,
        latent_image: ['LATENT', {}],
        denoise: ['FLOAT', { default: 1, min: 0, max: 1, step: 0.01 }],
      },
      outputs: ['LATENT'],
    },
    VAEDecode: { inputs: { samples: ['LATENT', {}], vae: ['VAE', {}] }, outputs: ['IMAGE'] },
    VAEEncode: { inputs: { pixels: image, vae: ['VAE', {}] }, outputs: ['LATENT'] },
    LoadImage: { inputs: { image: ['STRING', {}] }, outputs: ['IMAGE', 'MASK'], file: 'image' },
    LoadImageMask: {
      inputs: { image: ['STRING', {}], channel: [['alpha', 'red', 'green', 'blue'], {}] },
      outputs: ['MASK'],
      file: 'image',
    },
    SetLatentNoiseMask: { inputs: { samples: ['LATENT', {}], mask: ['MASK', {}] }, outputs: ['LATENT'] },
    SaveImage: {
      inputs: { images: image, filename_prefix: ['STRING', { default: 'ComfyUI' }] },
      outputs: saved,
      saves: 'output',
    },
    PreviewImage: { inputs: { images: image }, outputs: saved, saves: 'temp' },
    ...editingNodes(version, models),
  };
}

/** What /object_info says of a class. */
export const infoOf = (
  name: string,
  { inputs, optional, outputs, saves }: NodeClass,
): Record<string, unknown> => ({
  input: { required: inputs, ...(optional && { optional }) },
  input_order: { required: Object.keys(inputs), ...(optional && { optional: Object.keys(optional) }) },
  output: outputs,
  output_is_list: outputs.map(() => false),
  output_name: outputs,
  name,
  output_node: saves !== undefined,
});
