import { describe, expect, it } from 'vitest';
import { pngText } from '../testing/texts.js';
import { fooocus } from './index.js';

const text = (fields: object) => pngText('parameters', JSON.stringify(fields));
const read = (fields: object) => fooocus.read([text({ base_model: 'ink', ...fields })]);

it('reads what Fooocus calls its settings', () => {
  const made = read({
    prompt: 'a sledge',
    negative_prompt: 'blurry',
    seed: 7,
    steps: 30,
    guidance_scale: 4,
    sampler: 'dpmpp_2m',
    scheduler: 'karras',
    resolution: '(896, 1152)',
    styles: "['Ink']",
    performance: 'Speed',
    sharpness: 2,
    refiner_model: 'None',
  });
  expect(made).toMatchObject({ prompt: 'a sledge', negativePrompt: 'blurry', seed: '7' });
  expect(made?.settings).toEqual({
    model: 'ink',
    steps: 30,
    cfg: 4,
    sampler: 'dpmpp_2m',
    scheduler: 'karras',
    width: 896,
    height: 1152,
    styles: "['Ink']",
    performance: 'Speed',
    sharpness: 2,
    refiner: 'None',
  });
});

it('reads what its relatives call them', () => {
  const ruined = {
    Prompt: 'a sledge',
    Negative: 'blurry',
    base_model_name: 'ink',
    cfg: 5,
    sampler_name: 'euler',
    width: 512,
    height: 640,
  };
  const made = fooocus.read([text(ruined)]);
  expect(made).toMatchObject({ prompt: 'a sledge', negativePrompt: 'blurry' });
  expect(made?.settings).toEqual({ model: 'ink', cfg: 5, sampler: 'euler', width: 512, height: 640 });
  const full = read({ full_prompt: 'a sledge', full_negative_prompt: 'blurry' });
  expect(full).toMatchObject({ prompt: 'a sledge', negativePrompt: 'blurry' });
});

it('takes what stands beside it for read, and nothing else', () => {
  const beside = [pngText('fooocus_scheme', 'fooocus'), pngText('MakerNote', 'x')];
  const own = text({ base_model: 'ink' });
  expect(fooocus.read([pngText('notes', 'x'), own, ...beside])?.from).toEqual([own, ...beside]);
});

it.each<[fields: object, isOwn: boolean]>([
  [{ base_model: 'ink' }, true],
  [{ base_model_name: 'ink' }, true],
  [{ software: 'RuinedFooocus' }, true],
  [{ version: 'Fooocus v2.5' }, true],
  [{ version: 2, prompt: 'a Fooocus' }, false],
  [{ software: 'another', prompt: 'a Fooocus' }, false],
  [{ prompt: 'a Fooocus' }, false],
])('knows %j as its own: %j', (fields, isOwn) => {
  expect(fooocus.recognises([text(fields)])).toBe(isOwn ? 1 : 0);
});

describe('LoRAs', () => {
  const FOX = [{ name: 'fox', weight: 0.5 }];
  it.each<[what: string, fields: object, loras: object[]]>([
    ['with their weights', { loras: [['fox', 0.5, 'h'], ['', 1], [null], 'owl'] }, FOX],
    ['of RuinedFooocus', { loras: [['h', '0.5 - fox']] }, FOX],
    [
      'with a weight below none',
      { loras: [['h', '-0.5 - fox - red']] },
      [{ name: 'fox - red', weight: -0.5 }],
    ],
    ['whose name begins as a weight', { loras: [['h', 'x 0.5 - fox']] }, [{ name: 'h', weight: null }]],
    ['one by one', { loras: 'none', lora_combined_1: 'fox : 0.5' }, FOX],
    ['one by one, many', { lora_combined_12: 'fox : 0.5' }, FOX],
    ['of a name with colons', { lora_combined_1: 'a : fox : 0.5' }, [{ name: 'a : fox', weight: 0.5 }]],
    ['listed before one by one', { loras: [['fox', 0.5]], lora_combined_1: 'owl : 1' }, FOX],
    [
      'of another name',
      { my_lora_combined_1: 'fox : 0.5', lora_combined_a: 'fox : 0.5', lora_combined_1a: 'fox : 0.5' },
      [],
    ],
    ['without a weight', { lora_combined_1: 'fox', lora_combined_2: 'fox : 0.5 or so' }, []],
    ['none', {}, []],
  ])('%s', (_what, fields, loras) => {
    expect(read(fields)?.loras).toEqual(loras);
  });
});
