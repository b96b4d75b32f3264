import { expect, it } from 'vitest';
import { exifText, pngText } from '../testing/texts.js';
import { plain, settingsIn } from './index.js';

const json = (value: unknown): string => JSON.stringify(value);
const read = (fields: object) => plain.read([pngText('parameters', json({ prompt: 'a kite', ...fields }))]);

it.each<[of: string, keys: string[]]>([
  ['model', ['model', 'modelName', 'model_id', 'use_stable_diffusion_model', 'Checkpoint']],
  ['steps', ['steps', 'num_inference_steps']],
  ['cfg', ['guidance_scale', 'CFG Scale', 'cfg']],
  ['sampler', ['sampler', 'sampler_name']],
  ['scheduler', ['scheduler']],
  ['denoise', ['prompt_strength', 'strength']],
  ['width', ['width']],
  ['height', ['Height']],
])('reads the %s by each of its names', (of, keys) => {
  for (const key of keys) expect(read({ [key]: 'x' })?.settings, key).toEqual({ [of]: 'x' });
});

it.each([
  ['positive_prompt', 'negative prompt'],
  ['Positive', 'Negative'],
])('reads prompts by %s and %s', (positive, negative) => {
  const texts = [pngText('metadata', json({ [positive]: 'a kite', [negative]: 'text', Seed: 5 }))];
  expect(plain.read(texts)).toMatchObject({ prompt: 'a kite', negativePrompt: 'text', seed: '5' });
});

it.each(['null', 'None', ' undefined ', 'NaN'])('takes “%s” for no prompt', (text) => {
  expect(plain.recognises([pngText('prompt', text)])).toBe(0);
  expect(plain.read([pngText('prompt', 'a kite'), pngText('negative_prompt', text)])?.negativePrompt).toBe(
    '',
  );
});

it('reads numbers that are written as texts beside a picture, and what is none as it is', () => {
  expect(settingsIn({ steps: '20', cfg: 7, sampler: 'euler', prompt: 'x' })).toEqual({
    steps: 20,
    cfg: 7,
    sampler: 'euler',
  });
});

it.each<[what: string, text: ReturnType<typeof pngText>, sure: number]>([
  ['a text by its name', pngText('prompt', 'a kite'), 0.3],
  ['JSON where scripts put it', pngText('generation_data', json({ prompt: 'a kite' })), 0.2],
  ['JSON elsewhere', pngText('my parameters', json({ prompt: 'a kite' })), 0],
  ['JSON in a longer name', pngText('parameters2', json({ prompt: 'a kite' })), 0],
  ['JSON whose prompt is no text', pngText('parameters', json({ prompt: { a: 1 } })), 0],
  ['JSON without a prompt', pngText('parameters', json({ seed: 5 })), 0],
  ['an empty prompt', pngText('prompt', ' '), 0],
  ['data by that name', pngText('prompt', '{"a'), 0],
  ['a field of a camera', exifText('Prompt', 'a kite'), 0],
  ['no text', { ...pngText('prompt', ''), text: null }, 0],
])('is as sure as can be of %s', (_what, text, sure) => {
  expect(plain.recognises([text])).toBe(sure);
});
