/** What the double has, as Forge of June 2025 lists it. */

type Options = Readonly<Record<string, string | boolean>>;

const karras: Options = { scheduler: 'karras' };
const exponential: Options = { scheduler: 'exponential' };

/** The first is taken for one that is not known. */
export const SAMPLERS: readonly (readonly [name: string, aliases: readonly string[], options: Options])[] = [
  ['DPM++ 2M', ['k_dpmpp_2m'], karras],
  ['DPM++ SDE', ['k_dpmpp_sde'], { ...karras, second_order: true, brownian_noise: true }],
  ['DPM++ 2M SDE', ['k_dpmpp_2m_sde'], { ...exponential, brownian_noise: true }],
  ['DPM++ 2M SDE Heun', ['k_dpmpp_2m_sde_heun'], exponential],
  ['DPM++ 2S a', ['k_dpmpp_2s_a'], karras],
  ['DPM++ 3M SDE', ['k_dpmpp_3m_sde'], exponential],
  ['Euler a', ['k_euler_a', 'k_euler_ancestral'], {}],
  ['Euler', ['k_euler'], {}],
  ['LMS', ['k_lms'], {}],
  ['Heun', ['k_heun'], {}],
  ['DPM2', ['k_dpm_2'], karras],
  ['DPM2 a', ['k_dpm_2_a'], karras],
  ['DPM fast', ['k_dpm_fast'], {}],
  ['DPM adaptive', ['k_dpm_ad'], {}],
  ['Restart', ['restart'], karras],
  ['HeunPP2', ['heunpp2'], {}],
  ['IPNDM', ['ipndm'], {}],
  ['IPNDM_V', ['ipndm_v'], {}],
  ['DEIS', ['deis'], {}],
  ['DDIM', ['ddim'], {}],
  ['DDIM CFG++', ['ddim_cfgpp'], {}],
  ['PLMS', ['plms'], {}],
  ['UniPC', ['unipc'], {}],
  ['LCM', ['k_lcm'], {}],
  ['DDPM', ['ddpm'], {}],
];

/** `rho`: −1 = none. */
export const SCHEDULERS: readonly (readonly [
  name: string,
  label: string,
  needsModel: boolean,
  rho: number,
])[] = [
  ['automatic', 'Automatic', false, -1],
  ['uniform', 'Uniform', true, -1],
  ['karras', 'Karras', false, 7],
  ['exponential', 'Exponential', false, -1],
  ['polyexponential', 'Polyexponential', false, 1],
  ['sgm_uniform', 'SGM Uniform', true, -1],
  ['kl_optimal', 'KL Optimal', false, -1],
  ['align_your_steps', 'Align Your Steps', false, -1],
  ['simple', 'Simple', true, -1],
  ['normal', 'Normal', true, -1],
  ['ddim', 'DDIM', true, -1],
  ['beta', 'Beta', true, -1],
  ['turbo', 'Turbo', true, -1],
  ['align_your_steps_GITS', 'Align Your Steps GITS', false, -1],
  ['align_your_steps_11', 'Align Your Steps 11', false, -1],
  ['align_your_steps_32', 'Align Your Steps 32', false, -1],
];

const UPSCALERS = ['None', 'Lanczos', 'Nearest'];

export const OPTIONS: Readonly<Record<string, unknown>> = {
  samples_save: true,
  samples_format: 'png',
  jpeg_quality: 80,
  outdir_txt2img_samples: 'outputs/txt2img-images',
  outdir_img2img_samples: 'outputs/img2img-images',
  api_enable_requests: true,
  api_forbid_local_requests: true,
  sd_model_checkpoint: null,
  CLIP_stop_at_last_layers: 1,
  sd_vae: 'Automatic',
};

/** By path. */
export const LISTS: Readonly<Record<string, unknown>> = {
  samplers: SAMPLERS.map(([name, aliases, options]) => ({ name, aliases, options })),
  schedulers: SCHEDULERS.map(([name, label, need_inner_model, default_rho]) => ({
    name,
    label,
    aliases: name === 'sgm_uniform' ? ['SGMUniform'] : null,
    default_rho,
    need_inner_model,
  })),
  upscalers: UPSCALERS.map((name) => ({
    name,
    model_name: null,
    model_path: null,
    model_url: null,
    scale: 4,
  })),
  memory: { ram: { free: 1, used: 1, total: 2 }, cuda: { error: 'unavailable' } },
  scripts: {
    txt2img: ['prompt matrix', 'prompts from file or textbox', 'x/y/z plot'],
    img2img: ['img2img alternative test', 'loopback', 'outpainting mk2'],
  },
  loras: [],
  'sd-modules': [],
  'cmd-flags': { api: true, nowebui: true },
};
