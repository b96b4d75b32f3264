import { expect, it } from 'vitest';
import { NamedFields } from './named-fields.js';
import { statedIn } from './stated.js';
import { wordsIn } from './words.js';

function read(fields: object) {
  const complaints: string[] = [];
  const words = wordsIn(new NamedFields(fields as Record<string, unknown>), (field, expected) => {
    complaints.push(`${field}: ${expected}`);
    return undefined;
  });
  return { words, complaints };
}

it.each(['positive', 'text', 'prompt', 'visualPrompt', 'value', 'en', 'english'])(
  'a prompt in an object is read under “%s”, with the keys that lead to it',
  (key) => {
    const prompt = { text: 'a fox', keys: ['prompt', key] };
    expect(read({ prompt: { [key]: 'a fox', other: 'x' } })).toEqual({ words: { prompt }, complaints: [] });
  },
);

it('a seed stands in a field of its own, or with the prompt', () => {
  const seed = { text: '7', keys: ['prompt', 'Seed'] };
  expect(read({ prompt: { positive: 'a fox', Seed: 7 } }).words.seed).toEqual(seed);
  expect(read({ prompt: { positive: 'a fox', seed: 7 }, seed: 8 }).words.seed?.text).toBe('8');
});

it('what is not wanted stands in a field of its own, or beside the prompt', () => {
  const beside = read({ prompt: { positive: 'a fox', negative: 'text' } }).words.negativePrompt;
  expect(beside).toEqual({ text: 'text', keys: ['prompt', 'negative'] });
  expect(read({ prompt: { negativePrompt: 'text' } }).words.negativePrompt?.text).toBe('text');
  const own = read({ prompt: { negative: 'x' }, negative_prompt: 'text' }).words.negativePrompt;
  expect(own).toEqual({ text: 'text', keys: ['negative_prompt'] });
});

it('a description may be in an object or a list, and what is heard is another thing', () => {
  expect(read({ description: { en: 'a fox' } }).words.description?.keys).toEqual(['description', 'en']);
  expect(read({ action: ['a fox', 'runs'], narration: 'Oh!' }).words).toEqual({
    description: { text: 'a fox, runs', keys: ['action'] },
    spoken: { text: 'Oh!', keys: ['narration'] },
  });
});

it('a seed is a whole number, and nothing else', () => {
  expect(read({ seed: 5 }).words).toEqual({ seed: { text: '5', keys: ['seed'] } });
  for (const seed of [-1, 'x', null]) expect(read({ seed }).words).toEqual({});
});

it('what is empty is passed over, and what is no text complained of', () => {
  expect(read({ prompt: ' ', description: null, action: undefined })).toEqual({ words: {}, complaints: [] });
  expect(read({ prompt: true, negative: [1] }).complaints).toEqual(['prompt: text', 'negative: text']);
});

it.each<[fields: Record<string, unknown>, ...stated: [kind: string, words: string][]]>([
  [
    { palette: { primary: 'red', secondary: 'blue', accent: 'gold' } },
    ['palette', 'red'],
    ['palette', 'blue'],
    ['palette', 'gold'],
  ],
  [
    { camera: { shot: 'wide', height: 'eye level', quality: 'soft' } },
    ['framing', 'wide'],
    ['framing', 'eye level'],
    ['framing', 'soft'],
  ],
  [{ props: ['a sack', { name: 'a lamp' }, { id: 5 }, 7] }, ['thing', 'a sack'], ['thing', 'a lamp']],
  [{ mood: ' calm ' }, ['mood', 'calm']],
  [{ size: '512x512 pixels' }],
  [{ size: '512 × 512 pixels' }],
  [{ angle: 'wide 16x9 frame' }, ['framing', 'wide 16x9 frame']],
  [{ mood: 5, light: '7', style: 'x' }],
])('%j says beside the description %j', (fields, ...stated) => {
  expect(statedIn(new NamedFields(fields), new Set()).map(({ kind, words }) => [kind, words])).toEqual(
    stated,
  );
});

it('what was read as something else is not said again', () => {
  expect(statedIn(new NamedFields({ mood: 'calm', light: 'dim light' }), new Set(['mood']))).toEqual([
    { kind: 'light', words: 'dim light' },
  ]);
});
