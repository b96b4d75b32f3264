import { expect, it } from 'vitest';
import { pngText, xmpText } from '../testing/texts.js';
import { midjourney } from './index.js';

const JOB = 'Job ID: 5b5e1f4a-0000-4000-8000-000000000000';
const read = (words: string) => midjourney.read([pngText('Description', words)]);

it.each<[name: string, words: string, isOwn: boolean]>([
  ['Description', `a fox ${JOB}`, true],
  ['ImageDescription', `a fox ${JOB}`, true],
  ['description', `a fox --v 6 ${JOB.replace(': ', ':')} \n`, true],
  ['Descriptions', `a fox ${JOB}`, false],
  ['My description', `a fox ${JOB}`, false],
  ['Description', `a fox ${JOB} and more`, false],
  ['Description', 'a fox Job ID: 5b5e', false],
  ['Description', `${JOB}${' a fox'.repeat(20)}`, false],
  ['Description', 'a fox', false],
])('a text %s “%s” is its own: %j', (name, words, isOwn) => {
  expect(midjourney.recognises([pngText('notes', 'x'), xmpText(name, words)])).toBe(isOwn ? 1 : 0);
  expect(midjourney.read([xmpText(name, words)]) !== null).toBe(isOwn);
});

it('knows nothing of what is no text', () => {
  expect(midjourney.recognises([{ ...pngText('Description', ''), text: null }])).toBe(0);
  expect(midjourney.read([])).toBeNull();
});

it('keeps the words as they were typed, however many, without the job', () => {
  const words = `a fox${' in the snow'.repeat(30)}`;
  expect(read(`${words} ${JOB}`)?.prompt).toBe(words);
});

it.each<[words: string, negative: string, settings: object, seed: string | null]>([
  ['a fox --no snow, ice --ar 3:2 --seed 7', 'snow, ice', { ratio: '3:2' }, '7'],
  ['a fox --aspect 3:2 --version 5.2', '', { ratio: '3:2', model: '5.2' }, null],
  ['a fox --niji 6', '', { model: '6' }, null],
  ['a fox x--v 6 x--no snow', '', {}, null],
  ['a fox --no\nsnow --seed', '', {}, null],
])('reads the parameters of “%s”', (words, negativePrompt, settings, seed) => {
  expect(read(`${words} ${JOB}`)).toMatchObject({ negativePrompt, seed });
  expect(read(`${words} ${JOB}`)?.settings).toEqual(settings);
});
