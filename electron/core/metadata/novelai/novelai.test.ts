import { expect, it } from 'vitest';
import type { EmbeddedText } from '../containers/index.js';
import { exifText, pngText } from '../testing/texts.js';
import { novelai } from './index.js';

const json = (value: unknown): string => JSON.stringify(value);
const SOFTWARE = pngText('Software', 'NovelAI');
const comment = (fields: object) => pngText('Comment', json(fields));

it('reads what NovelAI calls its settings', () => {
  const fields = {
    prompt: 'a clockmaker',
    uc: 'blurry',
    seed: 9,
    steps: 28,
    scale: 5,
    sampler: 'k_euler',
    noise_schedule: 'karras',
    strength: 0.7,
    width: 832,
    height: 1216,
  };
  const made = novelai.read([SOFTWARE, pngText('Source', 'V4.5'), comment(fields)]);
  expect(made).toMatchObject({ prompt: 'a clockmaker', negativePrompt: 'blurry', seed: '9' });
  expect(made?.settings).toEqual({
    model: 'V4.5',
    steps: 28,
    cfg: 5,
    sampler: 'k_euler',
    scheduler: 'karras',
    denoise: 0.7,
    width: 832,
    height: 1216,
  });
});

it('has the prompt of the description where the rest was lost or is cut off', () => {
  const description = pngText('Description', 'a clockmaker');
  for (const rest of [[], [pngText('Comment', '{"prompt": "a clock')]])
    expect(novelai.read([description, SOFTWARE, ...rest])).toMatchObject({
      prompt: 'a clockmaker',
      negativePrompt: '',
      origins: [{ of: 'prompt', place: 'the PNG text “Description”', input: '' }],
      from: [description],
    });
  expect(novelai.recognises([description])).toBe(0);
});

it('takes its descriptions for read, and nothing else', () => {
  const own = comment({ prompt: 'a boat', uc: '' });
  const beside = [pngText('Description', 'a boat'), exifText('ImageDescription', 'a boat')];
  expect(novelai.read([SOFTWARE, own, ...beside, pngText('notes', 'x')])?.from).toEqual([own, ...beside]);
});

const INSIDE = { Comment: json({ prompt: 'a boat' }) };
it.each<[what: string, texts: EmbeddedText[], isOwn: boolean]>([
  ['a prompt of the program', [SOFTWARE, comment({ prompt: 'a boat' })], true],
  ['a prompt of a later one', [pngText('Software', 'NovelAI 5'), comment({ prompt: 'a boat' })], true],
  ['a prompt of another program', [pngText('Software', 'My NovelAI'), comment({ prompt: 'a boat' })], false],
  [
    'a prompt beside a text of that name',
    [pngText('notes', 'NovelAI'), comment({ prompt: 'a boat' })],
    false,
  ],
  ['what is no text', [{ ...SOFTWARE, text: null }, comment({ prompt: 'a boat' })], false],
  ['nothing that it writes', [SOFTWARE, comment({ steps: 3 })], false],
  ['what is not wanted, with its schedule', [comment({ uc: 'x', noise_schedule: 'karras' })], true],
  ['what is not wanted of the program', [SOFTWARE, comment({ uc: 'x' })], true],
  ['what is not wanted alone', [comment({ uc: 'x', prompt: 'a boat' })], false],
  ['a schedule alone', [comment({ noise_schedule: 'karras', prompt: 'a boat' })], false],
  ['captions of version 4', [comment({ v4_prompt: { caption: {} } })], true],
  ['all in one', [pngText('x', json({ ...INSIDE, Software: 'NovelAI' }))], true],
  ['all in one of another program', [pngText('x', json({ ...INSIDE, Software: 'GIMP' }))], false],
  ['all in one of nobody', [pngText('x', json(INSIDE))], false],
  ['all in one in the transparency', [{ ...pngText('x', json(INSIDE)), where: 'pixels' }], true],
  ['no JSON', [SOFTWARE, pngText('Comment', 'a boat')], false],
])('knows %s: %#', (_what, texts, isOwn) => {
  expect(novelai.recognises(texts)).toBe(isOwn ? 1 : 0);
});

it('takes the base caption where there is no prompt, and characters that are there', () => {
  const caption = (base_caption: string, ...words: unknown[]) => ({
    caption: { base_caption, char_captions: words.map((char_caption) => ({ char_caption })) },
  });
  const made = novelai.read([
    comment({ v4_prompt: caption('a boat', ' a man ', '', null), v4_negative_prompt: caption('') }),
  ]);
  expect(made).toMatchObject({ prompt: 'a boat | a man', negativePrompt: '' });
  expect(novelai.read([comment({ v4_prompt: { caption: 'a boat' } })])?.prompt).toBe('');
});
