/** What reads files of others, one row each. */
import { decodeUserComment } from '@core/metadata/containers/decode.js';
import { textInAlpha } from '@core/metadata/containers/hidden-text.js';
import { textsIn } from '@core/metadata/containers/index.js';
import { METADATA } from '@core/metadata/index.js';
import { pngText } from '@core/metadata/testing/texts.js';
import { jpegWithComment, pngWith, webpWith } from '@testing/pictures.js';
import type { Parser } from './parser.js';
import { SOURCES } from './sources.js';

const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));

/** What the reader of one tool makes of a text that lies where the tool puts it; null where it knows it not. */
function text(name: string, tool: string, keyword: string, ...samples: Buffer[]): Parser {
  const reader = METADATA.find((row) => row.tool === tool);
  const read = (input: Buffer): unknown => {
    const texts = [pngText(keyword, input.toString())];
    return reader && reader.recognises(texts) > 0 ? reader.read(texts) : null;
  };
  return { name, samples: async () => samples, read };
}

const GRAPH = {
  3: {
    class_type: 'KSampler',
    inputs: {
      seed: 42,
      steps: 20,
      model: ['10', 0],
      positive: ['6', 0],
      negative: ['7', 0],
      latent_image: ['5', 0],
    },
  },
  5: { class_type: 'EmptyLatentImage', inputs: { width: 512, height: 512 } },
  6: { class_type: 'CLIPTextEncode', inputs: { text: ['20', 0] } },
  7: { class_type: 'CLIPTextEncode', inputs: { text: 'blurry' } },
  9: { class_type: 'SaveImage', inputs: { images: ['3', 0] } },
  10: { class_type: 'LoraLoader', inputs: { lora_name: 'fox', strength_model: 1, model: ['4', 0] } },
  20: { class_type: 'Text Concatenate', inputs: { delimiter: ', ', text_a: ['21', 0], text_b: ['22', 0] } },
  21: { class_type: 'ImpactSwitch', inputs: { select: 1, input1: ['23', 0], input2: ['22', 0] } },
  22: { class_type: 'StringReplace', inputs: { string: 'a fox', find: 'fox', replace: 'owl' } },
  23: { class_type: 'ShowText|pysssss', inputs: { text: ['24', 0], text_0: 'a mill' } },
  24: { class_type: 'OllamaGenerate', inputs: { prompt: 'say' } },
};

const WORKFLOW = {
  nodes: [
    { id: 1, type: 'sub', mode: 0, inputs: [{ name: 'text', link: 7 }], outputs: [{ type: 'LATENT' }] },
    { id: 2, type: 'SaveImage', mode: 0, inputs: [{ name: 'images', link: 8 }] },
    { id: 3, type: 'PrimitiveNode', mode: 4, outputs: [{ type: 'STRING' }], widgets_values: ['a fox'] },
  ],
  links: [
    [7, 3, 0, 1, 0, 'STRING'],
    [8, 1, 0, 2, 0, 'IMAGE'],
  ],
  definitions: {
    subgraphs: [
      {
        id: 'sub',
        nodes: [
          {
            id: 1,
            type: 'KSampler',
            inputs: [{ name: 'positive', link: 1 }],
            widgets_values: [5, 'fixed', 20],
          },
          {
            id: 2,
            type: 'CLIPTextEncode',
            inputs: [{ name: 'text', link: 2, widget: { name: 'text' } }],
            widgets_values: ['x'],
          },
        ],
        links: [
          { id: 1, origin_id: 2, origin_slot: 0, target_id: 1, target_slot: 0 },
          { id: 2, origin_id: -10, origin_slot: 0, target_id: 2, target_slot: 0 },
          { id: 3, origin_id: 1, origin_slot: 0, target_id: -20, target_slot: 0 },
        ],
      },
    ],
  },
};

export const PARSERS: readonly Parser[] = [
  {
    name: 'pictures’ texts',
    samples: async () => [
      await pngWith({ parameters: 'a fox', prompt: '{}' }),
      await pngWith({ prompt: 'é' }, 'iTXt'),
      await webpWith('{"3": {}}'),
      await jpegWithComment('a raven – Zoë'),
      Buffer.from('GIF89a\x01\x00\x01\x00\x80\x00\x00\0\0\0\0\0\0!\xfe\x05a fox\x00;', 'latin1'),
    ],
    read: textsIn,
  },
  {
    name: 'EXIF’s UserComment',
    samples: async () => [Buffer.from('UNICODE\0a\0 \0f\0o\0x\0'), Buffer.from('ASCII\0\0\0a fox')],
    read: decodeUserComment,
  },
  {
    name: 'text in the transparency',
    samples: async () => [
      Buffer.from([...Buffer.from('stealth_pngcomp\0\0\0\x50abcdefghijkl')].flatMap(bitsOf)),
    ],
    read: (alpha) => textInAlpha(alpha, 1, alpha.length),
  },
  text(
    'A1111’s parameters',
    'a1111',
    'parameters',
    Buffer.from(
      'a fox <lora:ink:0.5>\nNegative prompt: blurry\nSteps: 3, Sampler: Euler, Seed: 4, Size: 8x8, A: "b\nc", D: [{"e": 1}]\nTemplate: a',
    ),
    Buffer.from('a fox.Negative prompt: x.Steps: 3, Sampler: Euler, Seed: 4'),
  ),
  text('ComfyUI’s graphs', 'comfyui', 'prompt', json(GRAPH), json({ prompt: GRAPH, workflow: WORKFLOW })),
  text('ComfyUI’s workflows', 'comfyui', 'workflow', json(WORKFLOW)),
  text(
    'InvokeAI’s metadata',
    'invokeai',
    'invokeai_metadata',
    json({
      positive_prompt: 'a',
      seed: 1,
      model: { name: 'ink' },
      loras: [{ model: { name: 'fox' }, weight: 1 }],
    }),
  ),
  text(
    'InvokeAI’s older metadata',
    'invokeai',
    'sd-metadata',
    json({ image: { prompt: [{ prompt: 'a [b]' }], seed: 1 } }),
  ),
  text(
    'InvokeAI’s commands',
    'invokeai',
    'Dream',
    Buffer.from('"a fox [blurry]" -s 50 -S 42 -W 512 -A k_lms'),
  ),
  text(
    'SwarmUI',
    'swarmui',
    'parameters',
    json({ sui_image_params: { prompt: 'a', seed: 1, loras: ['fox'], loraweights: '1' } }),
  ),
  text(
    'Fooocus',
    'fooocus',
    'parameters',
    json({ base_model: 'ink', prompt: 'a', resolution: '(8, 8)', loras: [['fox', 1]] }),
  ),
  text(
    'NovelAI',
    'novelai',
    'Comment',
    json({ prompt: 'a', uc: 'b', v4_prompt: { caption: { char_captions: [{ char_caption: 'c' }] } } }),
  ),
  text(
    'Draw Things',
    'draw-things',
    'UserComment',
    json({ c: 'a', uc: 'b', seed: 1, size: '8x8', lora: [{ model: 'fox', weight: 1 }] }),
  ),
  text(
    'Midjourney',
    'midjourney',
    'Description',
    Buffer.from('a fox --no x --ar 16:9 --v 6 Job ID: 5b5e1f4a-0000-4000-8000-000000000000'),
  ),
  text('plain prompts', 'plain', 'prompt', Buffer.from('a fox'), json({ prompt: 'a fox', seed: 1 })),
  ...SOURCES,
];

/** The lowest bits of eight values. */
const bitsOf = (byte: number): number[] =>
  Array.from({ length: 8 }, (_, bit) => 254 | ((byte >> (7 - bit)) & 1));
