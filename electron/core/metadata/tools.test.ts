/** Each tool's own form, as its program writes it; the words are ours. */
import { describe, expect, it } from 'vitest';
import type { EmbeddedText } from './containers/index.js';
import { type Embedded, embeddedIn } from './index.js';
import { fieldsOfCommand } from './invokeai/dream.js';
import { exifText, pngText, xmpText } from './testing/texts.js';

type Case = readonly [what: string, texts: readonly EmbeddedText[], found: Partial<Embedded>];
const json = (value: unknown): string => JSON.stringify(value);

const FOOOCUS = {
  base_model: 'ink.safetensors',
  prompt: 'a sledge',
  negative_prompt: 'blurry',
  resolution: '(896, 1152)',
  guidance_scale: 4,
  steps: 30,
  sampler: 'dpmpp_2m',
  scheduler: 'karras',
  seed: '7283612345678901234',
  styles: "['Ink']",
  version: 'Fooocus v2.5',
};

const CASES: readonly Case[] = [
  [
    'InvokeAI',
    [
      pngText(
        'invokeai_metadata',
        json({
          positive_prompt: 'a quarry',
          negative_prompt: 'frame',
          seed: 15,
          steps: 50,
          cfg_scale: 7.5,
          scheduler: 'euler',
          strength: 0.5,
          width: 832,
          height: 1216,
          model: { key: 'k', name: 'ink' },
          loras: [{ model: { name: 'fox' }, weight: 0.7 }, { lora: { model_name: 'owl' }, weight: 1 }, {}],
        }),
      ),
      pngText('invokeai_graph', '{}'),
    ],
    {
      tool: 'invokeai',
      prompt: 'a quarry',
      negativePrompt: 'frame',
      seed: '15',
      settings: {
        model: 'ink',
        steps: 50,
        cfg: 7.5,
        scheduler: 'euler',
        denoise: 0.5,
        width: 832,
        height: 1216,
      },
      loras: [
        { name: 'fox', weight: 0.7 },
        { name: 'owl', weight: 1 },
      ],
      notRead: [],
    },
  ],
  [
    'InvokeAI with a model in the old form',
    [pngText('invokeai_metadata', json({ positive_prompt: 'a', model: { model_name: 'old' } }))],
    { settings: { model: 'old' } },
  ],
  [
    'InvokeAI 2, which keeps what is not wanted in square brackets',
    [
      pngText(
        'sd-metadata',
        json({
          model_weights: 'sd-1.5',
          image: {
            prompt: [{ prompt: 'a mill [blurry, text] at dusk [frame]', weight: 1 }, { prompt: 'fog' }],
            seed: 7,
            sampler: 'k_lms',
          },
        }),
      ),
      pngText('Dream', '"of something else" -S 1'),
    ],
    {
      tool: 'invokeai',
      prompt: 'a mill at dusk, fog',
      negativePrompt: 'blurry, text, frame',
      seed: '7',
      settings: { model: 'sd-1.5', sampler: 'k_lms' },
      notRead: [],
    },
  ],
  [
    'InvokeAI 1',
    [pngText('Dream', '"a \\"mill\\" [blurry]" -s 50 -S 42 -W 512 -H 768 -C 7.5 -A k_lms -x 3 a-S9')],
    {
      tool: 'invokeai',
      prompt: 'a "mill"',
      negativePrompt: 'blurry',
      seed: '42',
      settings: { steps: 50, width: 512, height: 768, cfg: 7.5, sampler: 'k_lms' },
    },
  ],
  [
    'InvokeAI 1 without spaces',
    [pngText('Dream', '"a mill" -s50 -S42')],
    { tool: 'invokeai', prompt: 'a mill', seed: '42', settings: { steps: 50 } },
  ],
  [
    'SwarmUI',
    [
      exifText(
        'UserComment',
        json({
          sui_image_params: {
            prompt: 'a goose',
            negativeprompt: 'blurry',
            model: 'ink',
            seed: 20,
            steps: 9,
            cfgscale: 6,
            comfyuisampler: 'euler',
            comfyuischeduler: 'simple',
            width: 512,
            height: 640,
            loras: 'fox, owl',
            loraweights: '0.5,1',
          },
          sui_extra_data: { date: 'today' },
        }),
      ),
    ],
    {
      tool: 'swarmui',
      prompt: 'a goose',
      negativePrompt: 'blurry',
      seed: '20',
      settings: {
        model: 'ink',
        steps: 9,
        cfg: 6,
        sampler: 'euler',
        scheduler: 'simple',
        width: 512,
        height: 640,
      },
      loras: [
        { name: 'fox', weight: 0.5 },
        { name: 'owl', weight: 1 },
      ],
    },
  ],
  [
    'SwarmUI with lists of LoRAs, and a seed that is drawn',
    [
      pngText(
        'parameters',
        json({ sui_image_params: { prompt: 'a goose', seed: -1, loras: ['fox', ''], loraweights: [0.5] } }),
      ),
    ],
    { tool: 'swarmui', seed: null, loras: [{ name: 'fox', weight: 0.5 }] },
  ],
  [
    'Fooocus',
    [
      pngText(
        'parameters',
        json({
          ...FOOOCUS,
          loras: [
            ['fox', 0.5, 'h'],
            ['owl', 1],
          ],
        }),
      ),
      pngText('fooocus_scheme', 'fooocus'),
    ],
    {
      tool: 'fooocus',
      prompt: 'a sledge',
      negativePrompt: 'blurry',
      seed: '7283612345678901234',
      settings: {
        model: 'ink.safetensors',
        steps: 30,
        cfg: 4,
        sampler: 'dpmpp_2m',
        scheduler: 'karras',
        width: 896,
        height: 1152,
        styles: "['Ink']",
      },
      loras: [
        { name: 'fox', weight: 0.5 },
        { name: 'owl', weight: 1 },
      ],
      notRead: [],
    },
  ],
  [
    'Fooocus in EXIF, with its LoRAs one by one',
    [exifText('UserComment', json({ ...FOOOCUS, lora_combined_1: 'fox : 0.5' }))],
    { tool: 'fooocus', prompt: 'a sledge', loras: [{ name: 'fox', weight: 0.5 }] },
  ],
  [
    'RuinedFooocus',
    [
      pngText(
        'parameters',
        json({
          Prompt: 'a sledge',
          Negative: 'blurry',
          seed: 5,
          base_model_name: 'ink',
          sampler_name: 'euler',
          loras: [['hash', '0.8 - fox']],
          software: 'RuinedFooocus',
        }),
      ),
    ],
    {
      tool: 'fooocus',
      prompt: 'a sledge',
      negativePrompt: 'blurry',
      seed: '5',
      settings: { model: 'ink', sampler: 'euler' },
      loras: [{ name: 'fox', weight: 0.8 }],
    },
  ],
  [
    'Fooocus in A1111’s scheme',
    [
      pngText(
        'parameters',
        'a sledge\nNegative prompt: blurry\nSteps: 30, Sampler: DPM++ 2M SDE, Seed: 12, Size: 896x1152, CFG scale: 4, ADM Guidance: "(1.5, 0.8, 0.3)", Lora hashes: "fox: 1a", Version: Fooocus v2.5',
      ),
      pngText('fooocus_scheme', 'a1111'),
    ],
    { tool: 'a1111', prompt: 'a sledge', seed: '12', loras: [{ name: 'fox', weight: null }], notRead: [] },
  ],
  [
    'NovelAI',
    [
      pngText('Title', 'NovelAI generated image'),
      pngText('Description', 'a clockmaker'),
      pngText('Software', 'NovelAI'),
      pngText('Source', 'NovelAI Diffusion V4.5'),
      pngText(
        'Comment',
        json({
          prompt: 'a clockmaker',
          uc: 'blurry',
          seed: 9,
          steps: 28,
          scale: 5,
          noise_schedule: 'karras',
        }),
      ),
    ],
    {
      tool: 'novelai',
      prompt: 'a clockmaker',
      negativePrompt: 'blurry',
      seed: '9',
      settings: { model: 'NovelAI Diffusion V4.5', steps: 28, cfg: 5, scheduler: 'karras' },
      notRead: [],
    },
  ],
  [
    'NovelAI with characters',
    [
      pngText('Software', 'NovelAI'),
      pngText(
        'Comment',
        json({
          prompt: 'a workshop',
          seed: 9,
          v4_prompt: {
            caption: {
              base_caption: 'not this',
              char_captions: [{ char_caption: 'an old man' }, { char_caption: '' }],
            },
          },
          v4_negative_prompt: {
            caption: { base_caption: 'blurry', char_captions: [{ char_caption: 'hat' }] },
          },
        }),
      ),
    ],
    { tool: 'novelai', prompt: 'a workshop | an old man', negativePrompt: 'blurry | hat' },
  ],
  [
    'NovelAI all in one text of a WebP',
    [
      exifText(
        'UserComment',
        json({ Software: 'NovelAI', Source: 'V4', Comment: json({ prompt: 'a boat', uc: 'x', seed: 3 }) }),
      ),
    ],
    { tool: 'novelai', prompt: 'a boat', negativePrompt: 'x', seed: '3', settings: { model: 'V4' } },
  ],
  [
    'NovelAI in the transparency',
    [{ ...pngText('stealth_pngcomp', json({ Comment: { prompt: 'a boat', uc: 'x' } })), where: 'pixels' }],
    { tool: 'novelai', prompt: 'a boat', negativePrompt: 'x', notRead: [] },
  ],
  [
    'A1111 in the transparency',
    [{ ...pngText('stealth_pnginfo', 'a boat\nSteps: 3, Seed: 4, Sampler: Euler'), where: 'pixels' }],
    { tool: 'a1111', prompt: 'a boat', seed: '4' },
  ],
  [
    'Draw Things',
    [
      exifText(
        'UserComment',
        json({
          c: 'a bridge',
          uc: 'blurry',
          seed: 11,
          steps: 20,
          scale: 5,
          sampler: 'Euler A',
          strength: 1,
          size: '512x768',
          model: 'flux.ckpt',
          lora: [{ model: 'fox.ckpt', weight: 0.6 }],
        }),
      ),
      xmpText('description', 'a bridge\n-blurry\nSteps: 20'),
    ],
    {
      tool: 'draw-things',
      prompt: 'a bridge',
      negativePrompt: 'blurry',
      seed: '11',
      settings: {
        model: 'flux.ckpt',
        steps: 20,
        cfg: 5,
        sampler: 'Euler A',
        denoise: 1,
        width: 512,
        height: 768,
      },
      loras: [{ name: 'fox.ckpt', weight: 0.6 }],
      notRead: [],
    },
  ],
  [
    'Midjourney',
    [
      pngText(
        'Description',
        'a mail coach --no people, text --ar 16:9 --seed 77 --v 6 Job ID: 5b5e1f4a-0000-4000-8000-000000000000',
      ),
      pngText('Author', 'someone'),
    ],
    {
      tool: 'midjourney',
      prompt: 'a mail coach --no people, text --ar 16:9 --seed 77 --v 6',
      negativePrompt: 'people, text',
      seed: '77',
      settings: { model: '6', ratio: '16:9' },
      notRead: [],
    },
  ],
  [
    'plain chunks',
    [
      pngText('Prompt', 'a kestrel'),
      pngText('Negative Prompt', 'blurry'),
      pngText('seed', '42'),
      pngText('num_inference_steps', '30'),
      pngText('guidance_scale', '7.5'),
    ],
    {
      tool: 'plain',
      prompt: 'a kestrel',
      negativePrompt: 'blurry',
      seed: '42',
      settings: { steps: '30', cfg: '7.5' },
      notRead: [],
    },
  ],
  [
    'plain JSON',
    [exifText('UserComment', json({ prompt: 'a kestrel', negative_prompt: 'blurry', seed: 42 }))],
    { tool: 'plain', prompt: 'a kestrel', negativePrompt: 'blurry', seed: '42' },
  ],
];

describe('what each tool writes', () => {
  it.each(CASES)('%s', (_what, texts, found) => {
    const { settings = {}, ...rest } = found;
    expect(embeddedIn(texts)).toMatchObject({ ...rest, settings });
    // Not by what lies beside it, nor by its place among it.
    expect(embeddedIn([pngText('notes', 'Steps are taken'), ...texts])).toMatchObject({
      ...rest,
      notRead: ['15 bytes of the PNG text “notes”'],
    });
  });

  it('takes nothing for a prompt that is longer than anybody writes', () => {
    const most = 1024 * 1024;
    const read = (letters: number) =>
      embeddedIn([pngText('parameters', `${'a'.repeat(letters)}\nSteps: 20, Sampler: Euler, Seed: 1`)]);
    expect(read(most).prompt).toHaveLength(most);
    expect(read(most + 1)).toMatchObject({
      prompt: '',
      seed: '1',
      tool: 'a1111',
      notRead: [`a prompt of ${most + 1} characters`],
    });
    const half = 'a'.repeat(most / 2);
    const both = `${half}\nNegative prompt: ${half}a\nSteps: 20, Sampler: Euler, Seed: 1`;
    expect(embeddedIn([pngText('parameters', both)])).toMatchObject({ prompt: '', negativePrompt: '' });
  });

  it('says where each value stands', () => {
    const { origins } = embeddedIn([
      pngText('parameters', json({ sui_image_params: { prompt: 'a goose', seed: 2 } })),
    ]);
    const place = 'the PNG text “parameters”';
    expect(origins).toEqual([
      { of: 'prompt', place, input: 'prompt', value: 'a goose' },
      { of: 'seed', place, input: 'seed', value: '2' },
    ]);
  });

  it('names plain fields as they are written, and of plain texts the one that each value is', () => {
    const ofJson = embeddedIn([pngText('metadata', json({ Prompt: 'a goose', cfg_scale: 7 }))]);
    expect(ofJson.origins).toMatchObject([
      { of: 'prompt', place: 'the PNG text “metadata”', input: 'Prompt' },
      { of: 'cfg', place: 'the PNG text “metadata”', input: 'cfg_scale' },
    ]);
    const ofTexts = embeddedIn([pngText('Prompt', 'a goose'), xmpText('seed', '2')]);
    expect(ofTexts.origins).toEqual([
      { of: 'prompt', place: 'the PNG text “Prompt”', input: '', value: 'a goose' },
      { of: 'seed', place: 'the XMP field “seed”', input: '', value: '2' },
    ]);
  });
});

describe('what no tool knows', () => {
  it.each<[string, EmbeddedText, string[]]>([
    ['JSON of somebody else', pngText('parameters', '{"a": 1}'), ['8 bytes of the PNG text “parameters”']],
    ['JSON that is cut off', pngText('prompt', '{"3": {"class_ty'), ['16 bytes of the PNG text “prompt”']],
    ['a note', exifText('UserComment', 'Steps: in the snow'), ['18 bytes of the EXIF field “UserComment”']],
    ['a description', xmpText('description', 'a holiday'), ['9 bytes of the XMP field “description”']],
    [
      'what is no text',
      { ...pngText('prompt', ''), text: null, bytes: 3 },
      ['3 bytes of the PNG text “prompt”'],
    ],
    [
      'a comment',
      { ...pngText('comment', 'CREATOR: gd'), where: 'comment' },
      ['11 bytes of the file’s “comment”'],
    ],
    [
      'what is hidden in the transparency',
      { ...pngText('stealth_pnginfo', 'a note'), where: 'pixels' },
      ['6 bytes of the transparency’s “stealth_pnginfo”'],
    ],
    [
      'a graph of nothing',
      pngText('prompt', '{"1":{"class_type":"A","inputs":{}}}'),
      ['36 bytes of the PNG text “prompt”'],
    ],
    ['a camera', exifText('Make', 'Canon'), []],
    ['a date', pngText('date:create', '2024'), []],
    ['a program', pngText('Software', 'GIMP'), []],
    ['a title', pngText('title', 'a'), []],
    ['a thumbnail', pngText('Thumb::URI', 'a'), []],
    ['what ImageMagick writes', pngText('exif:Make', 'Canon'), []],
    ['another title', pngText('My Title', 'a'), ['1 bytes of the PNG text “My Title”']],
    ['a title of its own', pngText('Titles', 'a'), ['1 bytes of the PNG text “Titles”']],
    ['a field with words before its data', exifText('Make', 'x workflow:[1'), []],
    ['a field with data', exifText('Make', ' {1'), ['3 bytes of the EXIF field “Make”']],
    ['a comment on it', exifText('My UserComment', 'a'), []],
    ['a list of comments', exifText('UserComments', 'a'), []],
    ['nothing', pngText('prompt', ''), []],
    ['XMP as it lies there', xmpText('_raw', '{}'), []],
    ['a field in a form of programs', exifText('Make', 'workflow:[1'), ['11 bytes of the EXIF field “Make”']],
  ])('%s is named where it may tell of the making, and is never a prompt', (_what, text, notRead) => {
    expect(embeddedIn([text])).toMatchObject({
      tool: null,
      prompt: '',
      negativePrompt: '',
      seed: null,
      notRead,
    });
  });
});

it.each<[text: string, fields: object | null]>([
  ['"a fox" -s 50 -S 42 -z 9 -A k_lms', { prompt: 'a fox', steps: 50, seed: '42', sampler: 'k_lms' }],
  [' "a \\"fox\\"" -W512 -C 7.5', { prompt: 'a "fox"', width: 512, cfg_scale: 7.5 }],
  ['"a fox -S1" -s 5', { prompt: 'a fox -S1', steps: 5 }],
  ['"a fox" x-S 42', { prompt: 'a fox' }],
  ['a "fox" -S 42', null],
  ['"a fox -S 42', null],
])('of the command %s is read %j', (text, fields) => {
  expect(fieldsOfCommand(text)).toEqual(fields);
});

it.each<[fields: object, isOwn: boolean]>([
  [{ c: 'a fox', uc: 'fog' }, true],
  [{ c: 'a fox', seed: 1 }, true],
  [{ c: 'a fox', sampler: 'Euler A' }, true],
  [{ c: 'a fox' }, false],
  [{ c: 1, uc: 'fog', seed: 1 }, false],
])('data with %j is Draw Things’: %j', (fields, isOwn) => {
  expect(embeddedIn([exifText('UserComment', json(fields))]).tool).toBe(isOwn ? 'draw-things' : null);
});

it('passes over a LoRA of SwarmUI that has no name', () => {
  const params = { prompt: 'a goose', loras: [{}, ' fox ', ''], loraweights: ['1', '0.5', '1'] };
  const { loras } = embeddedIn([pngText('parameters', json({ sui_image_params: params }))]);
  expect(loras).toEqual([{ name: 'fox', weight: 0.5 }]);
});

describe('several tools in one picture', () => {
  const a1111 = pngText(
    'parameters',
    'an owl\nNegative prompt: text\nSteps: 3, Seed: 4, Sampler: Euler, Hires: yes',
  );

  it('are read from the surest, and the next fills what it does not name', () => {
    const found = embeddedIn([
      a1111,
      pngText('parameters', json({ sui_image_params: { prompt: 'a goose', steps: 9 } })),
    ]);
    expect(found).toMatchObject({
      tool: 'swarmui',
      prompt: 'a goose',
      negativePrompt: '',
      seed: '4',
      settings: { steps: 9, Hires: 'yes' },
      notRead: [],
    });
    for (const what of ['steps', 'prompt'])
      expect(found.origins.filter(({ of }) => of === what)).toHaveLength(1);
  });

  it('say once where a value stands, in what counts', () => {
    const graph = {
      1: { class_type: 'KSampler', inputs: { seed: 5, positive: ['2', 0] } },
      2: { class_type: 'CLIPTextEncode', inputs: { text: 'a hare' } },
    };
    const found = embeddedIn([
      pngText('prompt', json(graph)),
      pngText('parameters', json({ sui_image_params: { prompt: 'a goose', steps: 9 } })),
    ]);
    const of = (name: string) => found.origins.filter((origin) => origin.of === name);
    expect(of('prompt')).toMatchObject([{ value: found.prompt, place: 'the PNG text “prompt”' }]);
    expect([of('seed'), of('steps')]).toMatchObject([[{ value: '5' }], [{ value: '9' }]]);
  });

  it('take both prompts of the next where the surest has none', () => {
    const graph = { 1: { class_type: 'KSampler', inputs: { seed: 5, positive: ['2', 0] } } };
    expect(embeddedIn([a1111, pngText('prompt', json(graph))])).toMatchObject({
      tool: 'comfyui',
      prompt: 'an owl',
      negativePrompt: 'text',
      seed: '5',
    });
  });
});
