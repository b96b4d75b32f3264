/**
 * What ComfyUI's nodes and inputs are, told by their names: packs of nodes are many, and name alike what is alike.
 * What cannot be told by its name is listed here.
 */

import { wordTable } from '@shared/word-table.js';

/** Inputs that lead to a conditioning. */
export const isConditioning = (input: string): boolean =>
  /^(?:guider|cond\d*|conditioning\w*|cond_\w+)$/i.test(input);

/** Inputs that carry several things in one, as Efficiency, EasyUse, Impact, rgthree and the wrappers of film models have them. */
export const isPipe = (input: string): boolean =>
  /pipe|^(?:text|prompt|hyvid)_embeds$|^(?:base_)?ctx(?:_\d+)?$|context|sdxl_tuple|^script$/i.test(input);

/** Inputs that words never come from. */
export const isOther = (input: string): boolean =>
  /^(?:model|clip|vae|unet|image|images|pixels|latent|samples|mask|masks|control_net|noise|sampler|sigmas|seed|noise_seed|lora_stack|controlnet|style_model|gligen_textbox_model|optional_\w+|clip_vision\w*|ipadapter|upscale_model|basic_\w*model|int|float|width|height|steps|cfg)(?:_\w+)?$/i.test(
    input,
  ) && !isPipe(input);

const TEXT =
  /text|prompt|string|caption|positive|negative|^value$|^t5|llama|^clip_[lg]$|bert|mt5|qwen|tags|words?$|^str\d*$|^prefix$|^suffix$/i;
const NO_TEXT =
  /system|select|template|instruct|weight|strength|mode|name|path|file|delimiter|separator|token|interpret|seed|model|font|colou?r|format|find|replace|pattern|regex|unique|extra_pnginfo|language|encoding|type|clean|option|node|max|min|count|index|pad|toggle|trigger|use_|_id$|group|orinal/i;

/** Inputs that hold words, or lead to a node that does. */
export const isText = (input: string): boolean => TEXT.test(input) && !NO_TEXT.test(input);

/** Inputs in which a node keeps the words that it came to: Impact's wildcards, ShowText of pysssss. The first counts. */
export const RESULTS = ['populated_text', 'text_0', 'displayed_text', 'generated_text', 'output_text'];

/** What is fed to a language model is not what it answers. */
export const isAnswer = (type: string): boolean =>
  /ollama|llm|gpt|chat|openai|gemini|claude|groq|florence|interrogat|vlm|joy.?caption|vision.?language|img2txt|image.?to.?(?:text|prompt)|prompt.?(?:enhanc|generat|expan|upsampl)/i.test(
    type,
  );

/** Conditioning without words. */
export const isZero = (type: string): boolean => /zero.?out/i.test(type);

export const isSwitch = (type: string): boolean =>
  /switch|selector|coalesce|fallback|if.?else|^if\b|conditional(?!.*combine)|first.?(?:non|valid|of)/i.test(
    type,
  );

/** Says which input of a switch counts, by number or by yes and no. */
export const SELECTORS = [
  'select',
  'selected',
  'index',
  'Input',
  'input',
  'switch',
  'boolean',
  'condition',
  'which',
  'input_index',
  'text_index',
  'which_text',
];

/** A switch by yes and no: the inputs for yes. What is for no is the other. */
export const isForYes = (input: string): boolean => /true|yes|_a$|1$/i.test(input);

/** Nodes whose outputs are their inputs, one each. */
export const BY_OUTPUT = wordTable<readonly string[]>({
  'Text String': ['text', 'text_b', 'text_c', 'text_d'],
  TextEncodeBooguEdit: ['prompt', 'negative_prompt'],
});

export const isReplace = (type: string): boolean => /replace/i.test(type);

/** What a text encoder is known by: it has a clip, or says so. */
export const isEncoder = (type: string, inputs: readonly string[]): boolean =>
  /encode|conditioning/i.test(type) || inputs.includes('clip');

/** What stands between the texts that a node joins. */
export function glueOf(type: string, inputs: Readonly<Record<string, unknown>>): string {
  const named = ['delimiter', 'separator', 'sep', 'delimeter', 'joiner']
    .map((name) => inputs[name])
    .find((one) => typeof one === 'string');
  if (typeof named === 'string')
    return NAMED_GLUE[named.toLowerCase()] ?? named.replaceAll('\\n', '\n').replaceAll('\\t', '\t');
  return /concat|join|append|string.?(?:add|function)|add.?string/i.test(type) ? '' : ', ';
}

const NAMED_GLUE = wordTable<string>({
  newline: '\n',
  comma: ', ',
  space: ' ',
  none: '',
});

/** Nodes that put a picture on the disk. */
export const isSaving = (type: string): boolean => /save|export.*image|image.*(?:output|export)/i.test(type);
export const isPreview = (type: string): boolean => /preview|show.?image|compar/i.test(type);

/** Inputs that lead to the picture, or what becomes it, that a sampler goes on from. */
export const isPicture = (input: string): boolean =>
  /^(?:latent|latent_image|samples|image|images|pixels|optional_latent|upscaled_image|latents)$/i.test(input);

const DRAWS = ['seed', 'noise_seed', 'noise', 'steps', 'sigmas', 'sampler_name', 'cfg', 'denoise'];

/** A node that draws: it is led by words, and has what drawing needs. */
export const isSampler = (type: string, links: readonly string[], inputs: readonly string[]): boolean => {
  const isLed = links.some((input) => /^positive/i.test(input) || isConditioning(input) || isPipe(input));
  return isLed && (/sampler|generat/i.test(type) || DRAWS.some((input) => inputs.includes(input)));
};

/** Inputs that hold a whole number, where a seed is a link to it. */
export const SEEDS = [
  'seed',
  'noise_seed',
  'seed_value',
  'value',
  'int',
  'number',
  'Number',
  'int_value',
  'a',
];

/** Inputs that lead to where a sampler keeps its settings. */
export const isSettings = (input: string): boolean =>
  isPipe(input) || /^(?:guider|sigmas|sampler|noise|settings|latent_image|latent|options)$/i.test(input);

/** Settings by their inputs; the first that is found counts. */
export const SETTINGS: Readonly<Record<string, string>> = {
  steps: 'steps',
  cfg: 'cfg',
  cfg_scale: 'cfg',
  sampler_name: 'sampler',
  scheduler: 'scheduler',
  denoise: 'denoise',
  guidance: 'guidance',
  width: 'width',
  height: 'height',
  empty_latent_width: 'width',
  empty_latent_height: 'height',
};

export const MODELS = [
  'ckpt_name',
  'unet_name',
  'base_ckpt_name',
  'model_name',
  'gguf_name',
  'checkpoint',
  'diffusion_model',
  'model_path',
];

/** Inputs that lead to the model. */
export const isModel = (input: string): boolean =>
  /^(?:model\w*|guider|unet|base_model)$/i.test(input) || isPipe(input);

/** A LoRA’s weight beside `lora_name` or `lora_name_2`, `lora_2`. */
export const WEIGHTS = [
  'strength_model',
  'lora_model_strength',
  'model_strength',
  'model_weight',
  'model_str',
  'lora_wt',
  'lora_weight',
  'strength',
  'weight',
  'lora_strength',
];
