import { describe, expect, it } from 'vitest';
import {
  glueOf,
  isAnswer,
  isConditioning,
  isEncoder,
  isForYes,
  isModel,
  isOther,
  isPicture,
  isPipe,
  isPreview,
  isReplace,
  isSampler,
  isSaving,
  isSettings,
  isSwitch,
  isText,
  isZero,
} from './kinds.js';

describe('by their names', () => {
  it.each<[is: (input: string) => boolean, yes: string, no: string]>([
    [
      isConditioning,
      'guider cond cond1 Cond12 conditioning conditioning_1 Conditioning_to cond_positive',
      'condition second_guider guiders xcond cond-1 cond1x air_conditioning',
    ],
    [
      isPipe,
      'pipe basic_pipe ctx base_ctx ctx_1 CTX_01 context my_context sdxl_tuple script',
      'my_ctx rebase_ctx ctxs ctx_ ctx_a scripts manuscript positive',
    ],
    [
      isOther,
      'model model_1 clip vae image images latent latent_image mask_2 optional_latent clip_vision clip_vision_output basic_model basic_sd_model seed int width_2 CFG',
      'my_model models model-1 text basic_pipe optional_pipe optional_context positive prompt_image',
    ],
    [
      isText,
      'text Text_1 prompt string caption positive negative value t5xxl llama clip_l clip_g bert mt5xl qwen tags word words my_words str str1 str12 prefix suffix text_ideas style_text',
      'values my_value xt5 clip_x clip_lg my_clip_l wordy my_str str1a strange prefixes my_prefix suffixes my_suffix system_prompt prompt_template text_mode text_weight text_id use_text color_text colour_text model',
    ],
    [isForYes, 'on_true Yes text_a input1', 'on_false no text_b input2 text_ab input12'],
    [
      isPicture,
      'latent latent_image samples image images pixels optional_latent upscaled_image latents',
      'my_latent image_1 imagery samples_2 vae',
    ],
    [
      isSettings,
      'pipe ctx guider sigmas sampler noise settings latent_image latent options',
      'my_noise noises samplers positive options_2',
    ],
    [
      isModel,
      'model model_1 guider unet base_model basic_pipe',
      'my_model unets xunet base_models guiders my_guider',
    ],
  ])('an input is told: %o', (is, yes, no) => {
    expect(yes.split(' ').filter((name) => !is(name))).toEqual([]);
    expect(no.split(' ').filter((name) => is(name))).toEqual([]);
  });

  it.each<[is: (type: string) => boolean, yes: string[], no: string[]]>([
    [
      isAnswer,
      [
        'OllamaGenerate',
        'JoyCaption',
        'Joy Caption',
        'VisionLanguage',
        'vision language',
        'img2txt',
        'ImageToText',
        'image to prompt',
        'image-to text',
        'PromptEnhancer',
        'prompt_generator',
        'Prompt Expansion',
        'Florence2Run',
      ],
      [
        'CLIPTextEncode',
        'joy of a caption',
        'Prompt Styler',
        'prompt text generator',
        'image to latent',
        'vision and language',
      ],
    ],
    [isZero, ['ConditioningZeroOut', 'zero out', 'Zero_Out'], ['Zero', 'zero -- out']],
    [
      isSwitch,
      [
        'ImpactSwitch',
        'Text Selector',
        'Coalesce',
        'Fallback',
        'easy ifElse',
        'if else',
        'If ANY',
        'ConditionalBranch',
        'FirstNonNull',
        'first valid',
        'firstOf',
      ],
      ['Conditional Big Combine', 'ConditionalCombine', 'what if', 'ifs', 'First Draft', 'Text Concatenate'],
    ],
    [isReplace, ['StringReplace', 'replace text'], ['StringConcatenate']],
    [
      isSaving,
      [
        'SaveImage',
        'Image Saver',
        'ExportImage',
        'export an image',
        'ImageOutput',
        'Image Grid Output',
        'image export',
      ],
      ['LoadImage', 'PreviewImage', 'export', 'ImageScale'],
    ],
    [
      isPreview,
      ['PreviewImage', 'Show Image', 'ShowImage', 'Image Comparer'],
      ['SaveImage', 'ShowText', 'show an image'],
    ],
  ])('a node is told: %o', (is, yes, no) => {
    expect(yes.filter((name) => !is(name))).toEqual([]);
    expect(no.filter((name) => is(name))).toEqual([]);
  });

  it.each<[type: string, inputs: string[], yes: boolean]>([
    ['CLIPTextEncode', [], true],
    ['ConditioningCombine', [], true],
    ['Odd', ['text', 'clip'], true],
    ['Odd', ['text'], false],
  ])('an encoder of text: %s with %j is %j', (type, inputs, yes) => {
    expect(isEncoder(type, inputs)).toBe(yes);
  });

  it.each<[type: string, links: string[], inputs: string[], yes: boolean]>([
    ['KSampler', ['positive'], [], true],
    ['Generate', ['guider'], [], true],
    ['Sampler', ['basic_pipe'], [], true],
    ['Odd', ['positive_1'], ['seed'], true],
    ['Odd', ['positive'], ['text'], false],
    ['KSampler', ['model'], ['seed'], false],
    ['KSampler', ['my_positive'], ['seed'], false],
  ])('what draws: %s with links %j and inputs %j is %j', (type, links, inputs, yes) => {
    expect(isSampler(type, links, inputs)).toBe(yes);
  });
});

it.each<[type: string, inputs: Record<string, unknown>, glue: string]>([
  ['Text Concatenate', { delimiter: 'newline' }, '\n'],
  ['Text Concatenate', { separator: 'Comma' }, ', '],
  ['Odd', { sep: 'SPACE' }, ' '],
  ['Odd', { delimeter: 'none' }, ''],
  ['Odd', { joiner: ' \\n\\t' }, ' \n\t'],
  ['Odd', { delimiter: '' }, ''],
  ['Odd', { delimiter: ['1', 0] }, ', '],
  ['Two Prompts', {}, ', '],
  ['StringConcatenate', {}, ''],
  ['Join', {}, ''],
  ['Append', {}, ''],
  ['StringAdd', {}, ''],
  ['String Function', {}, ''],
  ['Add String', {}, ''],
  ['addString', {}, ''],
  ['String and add', {}, ', '],
  ['add to String', {}, ', '],
])('between the texts of %s with %j stands %j', (type, inputs, glue) => {
  expect(glueOf(type, inputs)).toBe(glue);
});
