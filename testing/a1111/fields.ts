/** The fields of a request: what stands where nothing is said, and what is refused. */

type Fields = Readonly<Record<string, unknown>>;

const COMMON: Fields = {
  prompt: '',
  negative_prompt: '',
  styles: null,
  seed: -1,
  subseed: -1,
  subseed_strength: 0,
  seed_resize_from_h: -1,
  seed_resize_from_w: -1,
  sampler_name: null,
  scheduler: null,
  batch_size: 1,
  n_iter: 1,
  steps: 50,
  cfg_scale: 7,
  distilled_cfg_scale: 3.5,
  width: 512,
  height: 512,
  restore_faces: null,
  tiling: null,
  do_not_save_samples: false,
  do_not_save_grid: false,
  eta: null,
  denoising_strength: null,
  s_min_uncond: null,
  s_churn: null,
  s_tmax: null,
  s_tmin: null,
  s_noise: null,
  override_settings: null,
  override_settings_restore_afterwards: true,
  refiner_checkpoint: null,
  refiner_switch_at: null,
  disable_extra_networks: false,
  firstpass_image: null,
  comments: null,
  force_task_id: null,
  hr_distilled_cfg: 3.5,
  sampler_index: 'Euler',
  script_name: null,
  script_args: [],
  send_images: true,
  save_images: false,
  alwayson_scripts: {},
  infotext: null,
};

export const DEFAULTS = {
  txt2img: {
    ...COMMON,
    enable_hr: false,
    firstphase_width: 0,
    firstphase_height: 0,
    hr_scale: 2,
    hr_upscaler: null,
    hr_second_pass_steps: 0,
    hr_resize_x: 0,
    hr_resize_y: 0,
    hr_checkpoint_name: null,
    hr_additional_modules: null,
    hr_sampler_name: null,
    hr_scheduler: null,
    hr_prompt: '',
    hr_negative_prompt: '',
    hr_cfg: 1,
  },
  img2img: {
    ...COMMON,
    denoising_strength: 0.75,
    init_images: null,
    resize_mode: 0,
    image_cfg_scale: null,
    mask: null,
    mask_blur_x: 4,
    mask_blur_y: 4,
    mask_blur: null,
    mask_round: true,
    inpainting_fill: 0,
    inpaint_full_res: true,
    inpaint_full_res_padding: 0,
    inpainting_mask_invert: 0,
    initial_noise_multiplier: null,
    latent_mask: null,
    include_init_images: false,
  },
} satisfies Record<string, Fields>;

const INTEGERS = ['seed', 'steps', 'width', 'height', 'batch_size', 'n_iter', 'inpainting_fill', 'mask_blur'];
const NUMBERS = ['cfg_scale', 'denoising_strength'];
const WHERE = 'https://errors.pydantic.dev/2.8/v';

/** As pydantic names each field that cannot be read; empty where all can. */
export const faultsIn = (body: Fields): object[] =>
  Object.entries(body).flatMap(([field, input]) => {
    const isInteger = INTEGERS.includes(field);
    if (!isInteger && !NUMBERS.includes(field)) return [];
    if (typeof input !== 'string' || /^-?\d+(?:\.\d+)?$/.test(input)) return [];
    const [type, kind] = isInteger ? ['int_parsing', 'integer'] : ['float_parsing', 'number'];
    const as = isInteger ? 'an integer' : 'a number';
    const msg = `Input should be a valid ${kind}, unable to parse string as ${as}`;
    return [{ type, loc: ['body', field], msg, input, url: `${WHERE}/${type}` }];
  });
