/** Nodes of the common packs, as their graphs are saved. */
import { describe, expect, it } from 'vitest';
import { pngText } from '../testing/texts.js';
import { comfyui } from './index.js';
import { graphOfWorkflow } from './workflow.js';

type Nodes = Record<string, readonly [type: string, inputs: Record<string, unknown>]>;

const SAMPLER = { seed: 5, positive: ['pos', 0], negative: ['neg', 0], latent_image: ['empty', 0] };
const PLAIN: Nodes = {
  save: ['SaveImage', { images: ['k', 0] }],
  k: ['KSampler', SAMPLER],
  pos: ['CLIPTextEncode', { text: ['t', 0] }],
  neg: ['CLIPTextEncode', { text: 'blurry' }],
  t: ['String', { string: 'a fox' }],
  u: ['String', { string: 'in snow' }],
};

const read = (more: Nodes) => readOf({ ...PLAIN, ...more });

function readOf(all: Nodes) {
  const nodes = Object.entries(all).map(([id, [class_type, inputs]]) => [id, { class_type, inputs }]);
  return comfyui.read([pngText('prompt', JSON.stringify(Object.fromEntries(nodes)))]);
}

it('reads both texts of the wrappers of film models, which come in one', () => {
  const nodes: Nodes = {
    k: ['WanVideoSampler', { seed: 5, steps: 20, text_embeds: ['t', 0], image_embeds: ['i', 0] }],
    t: ['WanVideoTextEncode', { positive_prompt: 'a fox', negative_prompt: 'blurry', t5: ['m', 0] }],
    i: ['WanVideoEmptyEmbeds', { width: 832, height: 480 }],
  };
  expect(read(nodes)).toMatchObject({ prompt: 'a fox', negativePrompt: 'blurry', seed: '5' });
});

describe('words', () => {
  it.each<[what: string, nodes: Nodes, prompt: string]>([
    [
      'joined without anything between',
      { t: ['StringConcatenate', { string_a: 'a ', string_b: 'fox' }] },
      'a fox',
    ],
    [
      'joined by a text',
      { t: ['Text Concatenate', { delimiter: '\\n', text_b: 'b', text_a: ['u', 0] }] },
      'in snow\nb',
    ],
    [
      'joined by a name',
      { t: ['CR Text Concatenate', { separator: 'comma', text1: 'a', text2: 'b' }] },
      'a, b',
    ],
    ['joined by what has no delimiter', { t: ['Two Prompts', { prompt1: 'a', prompt2: 'b' }] }, 'a, b'],
    [
      'an empty part',
      { t: ['Text Concatenate', { delimiter: ', ', text_a: ' ', text_b: 'b', text_c: '' }] },
      'b',
    ],
    [
      'more than nine parts',
      { t: ['Join', { delimiter: ',', t10: 'c', text_10: 'j', text_2: 'b', text_1: 'a' }] },
      'a,b,j',
    ],
    ['before and after', { t: ['Add String', { suffix: ' c', text: 'b', prefix: 'a ' }] }, 'a b c'],
    [
      'a switch by number',
      { t: ['ImpactSwitch', { select: 2, input1: ['u', 0], input2: ['w', 0] }], w: ['S', { text: 'two' }] },
      'two',
    ],
    [
      'a switch by yes',
      { t: ['Text Input Switch', { boolean: true, text_a: ['u', 0], text_b: 'no' }] },
      'in snow',
    ],
    [
      'a switch by no',
      { t: ['easy ifElse', { boolean: false, on_true: 'yes', on_false: ['u', 0] }] },
      'in snow',
    ],
    [
      'the first that is not empty',
      {
        t: ['Any Switch (rgthree)', { any_01: ['gone', 0], any_02: ['w', 0], any_03: ['u', 0] }],
        w: ['S', { text: '' }],
      },
      'in snow',
    ],
    [
      'wildcards that are filled in',
      { t: ['ImpactWildcardProcessor', { wildcard_text: '{a|b}', populated_text: 'b' }] },
      'b',
    ],
    [
      'wildcards that are not',
      { t: ['ImpactWildcardProcessor', { wildcard_text: '{a|b}', populated_text: '' }] },
      '{a|b}',
    ],
    [
      'what is shown',
      {
        t: ['ShowText|pysssss', { text: ['llm', 0], text_0: 'said' }],
        llm: ['OllamaGenerate', { prompt: 'ask' }],
      },
      'said',
    ],
    [
      'an answer shown beside',
      {
        t: ['OllamaGenerate', { prompt: 'ask' }],
        show: ['ShowText|pysssss', { text: ['t', 0], text_0: 'said' }],
      },
      'said',
    ],
    ['an answer that is not known', { t: ['OllamaGenerate', { prompt: 'ask' }] }, ''],
    [
      'replaced words',
      { t: ['StringReplace', { string: ['u', 0], find: 'snow', replace: 'rain $&' }] },
      'in rain $&',
    ],
    [
      'one of several outputs',
      { pos: ['CLIPTextEncode', { text: ['t', 1] }], t: ['Text String', { text: 'a', text_b: 'b' }] },
      'b',
    ],
    [
      'its own text where it does not use the other',
      { t: ['PromptStashSaver', { use_input_text: false, text: ['u', 0], prompt_text: 'own' }] },
      'own',
    ],
    [
      'the other where it does',
      { t: ['PromptStashSaver', { use_input_text: true, text: ['u', 0], prompt_text: 'own' }] },
      'in snow',
    ],
    ['a reroute', { t: ['Reroute', { '': ['u', 0] }] }, 'in snow'],
    [
      'an answer of another output',
      {
        t: ['OllamaGenerate', { prompt: 'ask' }],
        show: ['ShowText|pysssss', { text: ['t', 1], text_0: 'other' }],
      },
      '',
    ],
    [
      'an answer of another node',
      {
        t: ['OllamaGenerate', { prompt: 'ask' }],
        show: ['ShowText|pysssss', { text: ['u', 0], text_0: 'other' }],
      },
      '',
    ],
    [
      'the first of a list',
      { t: ['ShowText|pysssss', { text: ['u', 0], text_0: ['said', 'more'] }] },
      'said',
    ],
    [
      'replaced by nothing known',
      { t: ['StringReplace', { string: ['u', 0], find: 5, replace: 'x' }] },
      'in snow',
    ],
    [
      'replaced in nothing',
      { t: ['StringReplace', { string: ['u', 0], find: '', replace: 'x' }] },
      'in snow',
    ],
    [
      'replaced by a number',
      { t: ['StringReplace', { string: ['u', 0], find: 'snow', replace: 3 }] },
      'in snow',
    ],
    ['none of the other side', { pos: ['Odd', { negative: ['neg', 0] }] }, ''],
    [
      'a switch whose number is linked',
      {
        t: ['ImpactSwitch', { select: ['n', 0], input1: ['u', 0], input2: ['w', 0] }],
        w: ['S', { text: 'two' }],
      },
      'in snow',
    ],
    ['a switch by a word', { t: ['Text Switch', { which_text: 'text2', text1: 'a', text2: 'b' }] }, 'a'],
    ['a switch by a number as a text', { t: ['Text Switch', { select: '2', text1: 'a', text2: 'b' }] }, 'b'],
    [
      'a switch by a number that is not there',
      { t: ['Text Switch', { select: 7, text1: 'a', text2: 'b' }] },
      'a',
    ],
    ['a switch by part of a number', { t: ['Text Switch', { select: 1.5, text2: 'b', text1: 'a' }] }, 'a'],
    ['a switch by yes as a text', { t: ['Text Switch', { boolean: 'true', text_a: 'a', text_b: 'b' }] }, 'a'],
    ['a switch by no as a text', { t: ['Text Switch', { boolean: 'false', text_a: 'a', text_b: 'b' }] }, 'b'],
    [
      'both where nobody says which',
      { t: ['Odd', { use_input: 'yes', text: ['u', 0], prompt_text: 'own' }] },
      'in snow, own',
    ],
    ['its own where the other is not there', { t: ['Odd', { use_input: true, text: 'own' }] }, 'own'],
    ['parts that stand in no row', { t: ['Odd', { text: 'b', text_prefix: 'a' }] }, 'b, a'],
    ['parts of other names', { t: ['Odd', { prompt: 'b', caption: 'a' }] }, 'b, a'],
    ['the same words twice', { t: ['Join', { text_a: ['u', 0], text_b: ['u', 0] }] }, 'in snowin snow'],
    ['the same words on two ways once', { pos: ['Odd', { cond1: ['u', 0], cond2: ['u', 0] }] }, 'in snow'],
    [
      'a switch of nothing',
      { t: ['Any Switch (rgthree)', { any_01: ['w', 0] }], w: ['S', { text: '' }] },
      '',
    ],
    [
      'a switch by yes whose no comes first',
      {
        t: ['easy ifElse', { boolean: true, on_false: ['w', 0], on_true: ['u', 0] }],
        w: ['S', { text: 'no' }],
      },
      'in snow',
    ],
    ['parts by their letters', { t: ['Odd', { text_b: 'b', text_a: 'a' }] }, 'a, b'],
    ['parts by their numbers', { t: ['Odd', { 'text 10': 'j', 'text 9': 'i' }] }, 'i, j'],
    ['a number', { t: ['PrimitiveInt', { value: 2077 }] }, '2077'],
    [
      'the words of a request for a system',
      { pos: ['CLIPTextEncodeLumina2', { system_prompt: 'be', user_prompt: 'a fox' }] },
      'a fox',
    ],
    ['a loop', { t: ['Join', { text_a: ['t', 0], text_b: 'b' }] }, 'b'],
    [
      'a context',
      {
        k: ['KSampler', { ...SAMPLER, positive: ['ctx', 4], negative: ['ctx', 5] }],
        ctx: ['Context (rgthree)', { base_ctx: ['c2', 0], positive: ['pos', 0] }],
        c2: ['Context (rgthree)', { positive: ['neg', 0], negative: ['neg', 0] }],
      },
      'a fox',
    ],
  ])('%s', (_what, nodes, prompt) => {
    expect(read(nodes)?.prompt).toBe(prompt);
  });

  it.each<[what: string, nodes: Nodes, negative: string]>([
    ['beside the positive ones', { neg: ['Styler', { prompt_pos: 'a', text: 'blurry' }] }, 'blurry'],
    ['before what comes after', { neg: ['Join', { post_text: ' too', text: 'blurry' }] }, 'blurry too'],
    [
      'behind a guider',
      {
        k: ['SamplerCustomAdvanced', { guider: ['g', 0], noise: ['n', 0] }],
        g: ['CFGGuider', { positive: ['pos', 0], negative: ['neg', 0] }],
      },
      'blurry',
    ],
    [
      'not of a guider of one side',
      {
        k: ['SamplerCustomAdvanced', { guider: ['g', 0] }],
        g: ['BasicGuider', { conditioning: ['pos', 0] }],
      },
      '',
    ],
  ])('that are not wanted are found %s', (_what, nodes, negative) => {
    expect(read(nodes)?.negativePrompt).toBe(negative);
  });

  it('come along a pipe, each side by its name', () => {
    const loader = {
      positive: 'a potter',
      negative: 'lowres',
      empty_latent_width: 512,
      empty_latent_height: 640,
    };
    const found = read({
      k: ['easy kSampler', { pipe: ['pre', 0] }],
      pre: ['easy preSampling', { pipe: ['load', 0], steps: 9, cfg: 8, seed: 77 }],
      load: ['easy fullLoader', { ...loader, ckpt_name: 'ink', lora_name: 'fox', lora_model_strength: 0.5 }],
    });
    expect(found).toMatchObject({
      prompt: 'a potter',
      negativePrompt: 'lowres',
      seed: '77',
      settings: { steps: 9, cfg: 8, width: 512, height: 640, model: 'ink' },
      loras: [{ name: 'fox', weight: 0.5 }],
    });
  });

  it('stay apart in a node that styles both', () => {
    const styler: Nodes = {
      pos: ['CLIPTextEncode', { text: ['s', 0] }],
      neg: ['CLIPTextEncode', { text: ['s', 1] }],
      s: ['SDXLPromptStyler', { text_positive: 'a fox', text_negative: 'text', style: 'ink' }],
    };
    expect(read(styler)).toMatchObject({ prompt: 'a fox', negativePrompt: 'text' });
  });

  it('say in which input of which node each part stands', () => {
    const found = read({ t: ['StringConcatenate', { string_a: 'a ', string_b: ['u', 0] }] });
    const place = 'the PNG text “prompt”';
    expect(found?.origins.filter(({ of }) => of !== 'negativePrompt')).toEqual([
      { of: 'prompt', place, input: 'string_a', node: { id: 't', type: 'StringConcatenate' }, value: 'a ' },
      { of: 'prompt', place, input: 'string', node: { id: 'u', type: 'String' }, value: 'in snow' },
      { of: 'seed', place, input: 'seed', node: { id: 'k', type: 'KSampler' }, value: '5' },
    ]);
  });
});

describe('the picture’s branch', () => {
  const other: Nodes = {
    k2: ['KSampler', { ...SAMPLER, seed: 9, positive: ['p2', 0] }],
    p2: ['CLIPTextEncode', { text: 'looked at' }],
  };

  it('is the one that was saved', () => {
    expect(read({ ...other, a: ['PreviewImage', { images: ['k2', 0] }] })?.seed).toBe('5');
    expect(
      read({
        ...other,
        save: ['PreviewImage', { images: ['k', 0] }],
        z: ['Image Saver', { images: ['k2', 0] }],
      })?.seed,
    ).toBe('9');
    // Where nothing is saved, what is looked at; and that is no branch of its own where what is saved is shown too.
    const { save, ...unsaved } = PLAIN;
    const shown: Nodes = { ...other, z: ['KSampler', { ...SAMPLER, seed: 7 }] };
    expect(readOf({ ...unsaved, ...shown, a: ['PreviewImage', { images: ['k2', 0] }] })?.seed).toBe('9');
    expect(readOf({ ...unsaved, ...shown })?.seed).toBe('7');
  });

  it('is led by a sampler, which is given words along a link', () => {
    const words: Nodes = { y: ['Prompt Generator', { positive: 'a hare', seed: 3 }] };
    const { save, ...unsaved } = PLAIN;
    expect(readOf({ ...unsaved, ...words })?.seed).toBe('5');
  });

  it('of an upscaled picture has the words and the seed of what drew it', () => {
    const upscale = {
      image: ['k', 0],
      positive: ['p2', 0],
      negative: ['neg', 0],
      seed: 8,
      steps: 7,
      upscale_by: 2,
    };
    const found = read({
      ...other,
      save: ['SaveImage', { images: ['up', 0] }],
      up: ['UltimateSDUpscale', upscale],
    });
    expect(found).toMatchObject({ prompt: 'a fox', seed: '5', settings: { steps: 7 } });
    const alone = { ...upscale, image: ['load', 0] };
    const only = read({
      ...other,
      save: ['SaveImage', { images: ['up', 0] }],
      up: ['UltimateSDUpscale', alone],
    });
    expect(only).toMatchObject({ prompt: 'looked at', seed: '8' });
    const twice = read({
      ...other,
      save: ['SaveImage', { images: ['up', 0] }],
      up: ['UltimateSDUpscale', { ...upscale, image: ['first', 0], positive: ['pos', 0] }],
      first: ['UltimateSDUpscale', { ...alone, seed: 6 }],
    });
    expect(twice).toMatchObject({ prompt: 'looked at', seed: '6' });
  });
});

describe('seeds, models and LoRAs', () => {
  it.each<[string, unknown, string | null]>([
    ['in hexadecimal', '0xabc123', '11256099'],
    ['of a seed node', ['s', 0], '9007199254740993'],
    ['past 2^64', '18446744073709551616', null],
    ['that is drawn', -1, null],
    ['that is no number', '0x5 of it', null],
    ['that is linked to nothing', ['gone', 0], null],
    ['behind an input of any name', ['any', 0], '12'],
  ])('a seed %s', (_what, seed, expected) => {
    const found = read({
      k: ['KSampler', { ...SAMPLER, seed }],
      s: ['Seed (rgthree)', { seed: '9007199254740993' }],
      any: ['Odd', { from: ['s2', 0] }],
      s2: ['Odd', { Number: 12 }],
    });
    expect(found?.seed ?? null).toBe(expected);
  });

  it('is that of the first sampler that adds noise', () => {
    const found = read({
      k: ['KSamplerAdvanced', { ...SAMPLER, latent_image: ['k0', 0] }],
      k0: ['KSamplerAdvanced', { ...SAMPLER, add_noise: 'disable', seed: undefined, noise_seed: 9 }],
    });
    expect(found?.seed).toBe('5');
  });

  it('are settings of the sampler before those around it, behind links too', () => {
    const found = read({
      k: [
        'KSampler',
        { ...SAMPLER, steps: 7, cfg: ['c', 0], denoise: ['d', 0], scheduler: ['gone', 0], options: ['o', 0] },
      ],
      c: ['PrimitiveFloat', { value: 3.5 }],
      d: ['Odd', { x: 0.5 }],
      o: ['Odd', { steps: 9, sampler_name: 'euler', scheduler: '' }],
    });
    expect(found?.settings).toEqual({ steps: 7, cfg: 3.5, denoise: 0.5, sampler: 'euler' });
  });

  it('are read losslessly beside numbers that look alike', () => {
    const graph = JSON.stringify({
      1: { class_type: 'KSampler', inputs: { seed: 0, cfg: 0.0999, positive: ['2', 0] } },
    })
      .replace('"seed":0', '"seed":18446744073709551615')
      .replace('0.0999', '0.09999999999999999');
    expect(comfyui.read([pngText('prompt', graph)])).toMatchObject({
      seed: '18446744073709551615',
      settings: { cfg: 0.09999999999999999 },
    });
  });

  it('are those before the sampler, with their weights, without what is switched off', () => {
    const found = read({
      k: ['KSampler', { ...SAMPLER, model: ['a', 0] }],
      a: ['LoraLoader', { lora_name: 'one', strength_model: 0.5, model: ['b', 0] }],
      b: [
        'Power Lora Loader (rgthree)',
        {
          lora_1: { on: true, lora: 'two', strength: 0.6 },
          lora_2: { on: false, lora: 'off', strength: 1 },
          model: ['c', 0],
        },
      ],
      c: [
        'CR LoRA Stack',
        {
          switch_1: 'On',
          lora_name_1: 'three',
          model_weight_1: 0.7,
          switch_2: 'Off',
          lora_name_2: 'off2',
          lora_name_3: 'None',
          model: ['d', 0],
        },
      ],
      d: [
        'Lora Loader (LoraManager)',
        {
          text: '<lora:four:0.8>',
          loras: {
            __value__: [
              { name: 'five', strength: '0.9', active: true },
              { name: 'off3', active: false },
            ],
          },
          model: ['e', 0],
        },
      ],
      e: ['CheckpointLoaderSimple', { ckpt_name: { content: 'ink.safetensors' } }],
      z: ['LoraLoader', { lora_name: 'of another branch' }],
    });
    expect(found?.loras).toEqual([
      { name: 'one', weight: 0.5 },
      { name: 'two', weight: 0.6 },
      { name: 'three', weight: 0.7 },
      { name: 'four', weight: 0.8 },
      { name: 'five', weight: 0.9 },
    ]);
    expect(found?.settings.model).toBe('ink.safetensors');
  });
});

describe('the interface’s graph alone', () => {
  const encode = { id: 6, type: 'CLIPTextEncode', inputs: [], widgets_values: ['a jar'] };
  const sampler = {
    id: 3,
    type: 'KSampler',
    inputs: [{ name: 'positive', link: 4 }],
    widgets_values: [5, 'randomize', 20, 8, 'euler', 'normal', 1],
  };
  const save = { id: 9, type: 'SaveImage', inputs: [{ name: 'images', link: 9 }] };
  const links = [
    [4, 6, 0, 3, 0, 'CONDITIONING'],
    [9, 3, 0, 9, 0, 'IMAGE'],
  ];
  const readWorkflow = (nodes: unknown[], more: unknown[] = [], rest = {}) =>
    comfyui.read([pngText('workflow', JSON.stringify({ nodes, links: [...more, ...links], ...rest }))]);

  it('is read by its widgets', () => {
    expect(readWorkflow([encode, sampler, save])).toMatchObject({
      prompt: 'a jar',
      seed: '5',
      settings: { steps: 20, cfg: 8, sampler: 'euler', scheduler: 'normal', denoise: 1 },
    });
  });

  it('is read by the names that it gives its widgets', () => {
    const odd = {
      ...encode,
      type: 'Odd',
      inputs: [
        { name: 'clip', link: null },
        ...['text', 'shade'].map((name) => ({ name, link: null, widget: { name } })),
      ],
      widgets_values: ['jar', 'snow'],
    };
    expect(readWorkflow([odd, sampler, save])?.prompt).toBe('jar');
  });

  it('leaves what is muted, and goes past what is bypassed', () => {
    expect(readWorkflow([{ ...encode, mode: 2 }, sampler, save])).toBeNull();
    const bypassed = {
      id: 7,
      type: 'Style',
      mode: 4,
      inputs: [
        { type: 'A', link: null },
        { type: 'C', link: 5 },
      ],
      outputs: [{ type: 'C' }],
    };
    const into = { ...sampler, inputs: [{ name: 'positive', link: 6 }] };
    const more = [
      [5, 6, 0, 7, 0, 'C'],
      [6, 7, 0, 3, 0, 'C'],
    ];
    expect(readWorkflow([encode, bypassed, into, save], more)?.prompt).toBe('a jar');
  });

  it('goes through reroutes, set and get nodes, and primitives', () => {
    const nodes = [
      { ...encode, inputs: [{ name: 'text', link: 5, widget: { name: 'text' } }] },
      { id: 10, type: 'GetNode', widgets_values: ['words'] },
      { id: 11, type: 'SetNode', widgets_values: ['words'], inputs: [{ link: 6 }] },
      { id: 12, type: 'Reroute', inputs: [{ link: 7 }] },
      { id: 13, type: 'PrimitiveNode', widgets_values: ['linked', 'fixed'] },
    ];
    const more = [
      [5, 10, 0, 6, 0, 'STRING'],
      [6, 12, 0, 11, 0, 'STRING'],
      [7, 13, 0, 12, 0, 'STRING'],
    ];
    expect(readWorkflow([...nodes, sampler, save], more)?.prompt).toBe('linked');
    const other = { id: 14, type: 'SetNode', widgets_values: ['other'], inputs: [{ link: 8 }] };
    const said = { id: 15, type: 'PrimitiveNode', widgets_values: ['not this', 'fixed'] };
    const two = [...nodes, other, said, sampler, save];
    const link = [8, 15, 0, 14, 0, 'STRING'];
    expect(readWorkflow(two, [...more, link])?.prompt, 'of two, that of its name').toBe('linked');
    const straight = [[5, 11, 0, 6, 0, 'STRING'], ...more.slice(1), link];
    expect(readWorkflow(two, straight)?.prompt, 'straight from a set node').toBe('linked');
  });

  it('reads on where a set node is connected to nothing', () => {
    const loose = { id: 11, type: 'SetNode', widgets_values: ['words'], inputs: [] };
    expect(readWorkflow([encode, loose, sampler, save], [])?.prompt).toBe('a jar');
  });

  it('goes into subgraphs and out of them', () => {
    const sub = {
      id: 'sub',
      nodes: [
        { ...sampler, inputs: [{ name: 'positive', link: 1 }] },
        {
          id: 2,
          type: 'CLIPTextEncode',
          inputs: [{ name: 'text', link: 2, widget: { name: 'text' } }],
          widgets_values: ['own'],
        },
      ],
      links: [
        { id: 1, origin_id: 2, origin_slot: 0, target_id: 3, target_slot: 0 },
        { id: 2, origin_id: -10, origin_slot: 0, target_id: 2, target_slot: 0 },
        { id: 3, origin_id: 3, origin_slot: 0, target_id: -20, target_slot: 0 },
      ],
    };
    const outer = { id: 3, type: 'sub', inputs: [{ name: 'text', link: 5 }] };
    const words = { id: 13, type: 'PrimitiveNode', widgets_values: ['from outside'] };
    const found = readWorkflow([outer, words, save], [[5, 13, 0, 3, 0, 'STRING']], {
      definitions: { subgraphs: [sub] },
    });
    expect(found).toMatchObject({ prompt: 'from outside', seed: '5' });
    expect(found?.origins.find(({ of }) => of === 'seed')?.node?.id).toBe('3:3');
    const unlinked = readWorkflow([{ ...outer, inputs: [] }, save], [], {
      definitions: { subgraphs: [sub] },
    });
    expect(unlinked?.prompt).toBe('own');
  });

  it('bears a subgraph that lies in itself', () => {
    const sub = { id: 'sub', nodes: [{ id: 1, type: 'sub' }], links: [] };
    expect(readWorkflow([{ id: 3, type: 'sub' }], [], { definitions: { subgraphs: [sub] } })).toBeNull();
  });
});

describe('the interface’s graph as it would be sent', () => {
  const to = (link: unknown) => ({ id: 'n', type: 'N', inputs: [{ name: 'in', link }] });
  const from = (id: string) => ({ id, type: 'T' });
  const sub = {
    id: 'sub',
    nodes: [from('a'), from('b')],
    links: [
      { id: 1, origin_id: 'a', origin_slot: 0, target_id: -20, target_slot: 0 },
      { id: 2, origin_id: 'b', origin_slot: 3, target_id: -20, target_slot: 1 },
      { id: 3, origin_id: 'b', origin_slot: 0, target_id: 'a', target_slot: 1 },
    ],
  };
  const bypassed = (inputs: unknown[], outputs: unknown[] = [{ type: 'A' }, { type: 'C' }]) => ({
    ...from('by'),
    mode: 4,
    inputs,
    outputs,
  });
  const slot = (type: string, link: number | null) => ({ type, link });

  it.each<[what: string, nodes: object[], links: unknown[], sent: object]>([
    ['what is linked', [from('t'), to(1)], [[1, 't', 2, 'n', 0]], { t: {}, n: { in: ['t', 2] } }],
    [
      'of links with names',
      [from('t'), to(1)],
      [{ id: 1, origin_id: 't', origin_slot: 2 }],
      { t: {}, n: { in: ['t', 2] } },
    ],
    [
      'nothing where no link is',
      [from('t'), to(null), { ...to(undefined), id: 'm' }],
      [[1, 't', 0, 'n', 0]],
      { t: {}, n: {}, m: {} },
    ],
    ['nothing of a node that is not there', [to(1)], [[1, 'gone', 0, 'n', 0]], { n: {} }],
    ['nothing of a link that is none', [from('t'), to(1)], ['t', 1, null], { t: {}, n: {} }],
    ['nothing of what is muted', [{ ...from('t'), mode: 2 }, to(1)], [[1, 't', 0, 'n', 0]], { n: {} }],
    [
      'past what is bypassed, by the type of its output',
      [from('t'), bypassed([slot('A', 2), slot('C', 3)]), to(1)],
      [
        [1, 'by', 1, 'n', 0],
        [2, 't', 2, 'by', 0],
        [3, 't', 3, 'by', 1],
      ],
      { t: {}, n: { in: ['t', 3] } },
    ],
    [
      'the first of that type that is linked',
      [from('t'), bypassed([slot('A', 2), slot('C', null), slot('C', 3)]), to(1)],
      [
        [1, 'by', 1, 'n', 0],
        [2, 't', 2, 'by', 0],
        [3, 't', 3, 'by', 2],
      ],
      { t: {}, n: { in: ['t', 3] } },
    ],
    [
      'the first of all where none is of that type',
      [from('t'), bypassed([slot('A', 2), slot('B', 3)]), to(1)],
      [
        [1, 'by', 1, 'n', 0],
        [2, 't', 2, 'by', 0],
        [3, 't', 3, 'by', 1],
      ],
      { t: {}, n: { in: ['t', 2] } },
    ],
    [
      'nothing past what takes nothing',
      [{ ...from('by'), mode: 4 }, to(1)],
      [[1, 'by', 0, 'n', 0]],
      { n: {} },
    ],
    [
      'what leads out of a subgraph, by the place it leads to',
      [{ id: 's', type: 'sub' }, to(1), { ...to(2), id: 'm' }],
      [
        [1, 's', 0, 'n', 0],
        [2, 's', 1, 'm', 0],
      ],
      { n: { in: ['s:a', 0] }, m: { in: ['s:b', 3] }, 's:a': {}, 's:b': {} },
    ],
    [
      'nothing where nothing leads out',
      [{ id: 's', type: 'sub' }, to(1)],
      [[1, 's', 2, 'n', 0]],
      { n: {}, 's:a': {}, 's:b': {} },
    ],
    [
      'nothing of a name that nothing sets',
      [{ id: 'g', type: 'GetNode', widgets_values: [] }, to(1)],
      [[1, 'g', 0, 'n', 0]],
      { g: {}, n: {} },
    ],
    [
      'nothing of a link in a circle',
      [{ id: 'r', type: 'Reroute', inputs: [{ link: 1 }] }, to(1)],
      [[1, 'r', 0, 'r', 0]],
      { r: {}, n: {} },
    ],
    ['nothing of a way in where there is none', [to(1)], [[1, -10, 0, 'n', 0]], { n: {} }],
    [
      'widgets by their names',
      [{ ...from('t'), widgets_values: { text: 'a fox' } }],
      [],
      { t: { text: 'a fox' } },
    ],
  ])('has %s', (_what, nodes, links, sent) => {
    const graph = graphOfWorkflow({ nodes, links, definitions: { subgraphs: [sub] } });
    const inputs = [...(graph ?? [])].map(([id, node]) => [id, node.inputs]);
    expect(Object.fromEntries(inputs)).toEqual(sent);
  });

  it.each([null, [], {}, { nodes: {} }, { nodes: [] }, { nodes: [{ id: 1, type: 'T', mode: 2 }] }])(
    'is none of %j',
    (root) => {
      expect(graphOfWorkflow(root)).toBeNull();
    },
  );
});
