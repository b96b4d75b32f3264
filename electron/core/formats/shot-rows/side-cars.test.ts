import { rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Skipped } from '@shared/contract/index.js';
import { folderWith } from '@testing/folder.js';
import { expect, it } from 'vitest';
import { besideOneOf, isBeside, SideCars } from './side-cars.js';

async function cars(files: Record<string, string>) {
  const folder = await folderWith(files);
  const skipped: Skipped[] = [];
  return { folder, skipped, of: (picture: string) => new SideCars(folder, skipped).of(picture) };
}

it('of a picture is the JSON file of its name beside it, with how the picture was made', async () => {
  const row = { prompt: 'a pier', negative_prompt: 'rain', seed: 7, steps: 20 };
  const { of, skipped } = await cars({ 'in/scene_001.json': JSON.stringify(row), 'other.json': '{}' });
  expect(await of('in/scene_001.png')).toMatchObject({ prompt: 'a pier', negativePrompt: 'rain', seed: '7' });
  expect(JSON.stringify((await of('in/scene_001.png')).settings)).toContain('20');
  expect(await of('scene_001.png')).toEqual({});
  expect(skipped).toEqual([]);
});

it('without words says only what it says', async () => {
  const { of } = await cars({ 'a.json': '{"steps": 20}' });
  const read = await of('a.png');
  expect(Object.keys(read)).toEqual(['settings']);
});

it('keeps a seed as it is written, however long', async () => {
  const { of } = await cars({ 'a.json': '{"seed": 12345678901234567890}' });
  expect((await of('a.png')).seed).toBe('12345678901234567890');
});

it('that is no JSON, or says nothing, is none, and is named', async () => {
  const { of, skipped } = await cars({
    'a.json': '{"prompt"',
    'b.json': '["a pier"]',
    'c.json': '{"prompt": "a", "prompt": "b"}',
  });
  expect([await of('a.png'), await of('b.png'), await of('c.png')]).toEqual([{}, {}, {}]);
  expect(skipped).toEqual([
    { name: 'a.json', reason: 'a.json is not valid JSON, line 1, column 10' },
    { name: 'b.json', reason: 'nothing in it that is known of a picture' },
    { name: 'c.json', reason: 'c.json has the field “prompt” twice, line 1, column 18' },
  ]);
});

it('of several, the first counts for what it says', async () => {
  const { of } = await cars({
    'a.json': '{"seed": 7}',
    'a.txt': 'a dog\nNegative prompt: blurry\nSteps: 3, Seed: 4, Sampler: a',
    'a.md': 'A dog sits.',
  });
  expect(await of('a.png')).toMatchObject({
    seed: '7',
    prompt: 'a dog',
    negativePrompt: 'blurry',
    description: 'A dog sits.',
  });
});

it('that is too large, or leads elsewhere, is left out and named', async () => {
  const { folder, of, skipped } = await cars({ 'a.json': ' '.repeat(1024 * 1024 + 1) });
  const elsewhere = await folderWith({ 'b.json': '{"prompt": "a secret"}' });
  await symlink(join(elsewhere, 'b.json'), join(folder, 'b.json'));
  expect([await of('a.png'), await of('b.png')]).toEqual([{}, {}]);
  expect(skipped.map(({ name }) => name)).toEqual(['a.json', 'b.json']);
  expect(skipped[0]?.reason).toContain('larger than 1 MB');
});

it('of a picture outside the storyboard’s folder is not read, and not told of', async () => {
  const around = await folderWith({ 'secret.json': '{"prompt": "a secret"}', 'board/a.txt': '' });
  const skipped: Skipped[] = [];
  expect(await new SideCars(join(around, 'board'), skipped).of('../secret.png')).toEqual({});
  expect(skipped).toEqual([]);
});

it('is read once, however many rows name its picture', async () => {
  const folder = await folderWith({ 'a.json': '{"prompt": "a pier"}' });
  const all = new SideCars(folder, []);
  expect((await all.of('a.png')).prompt).toBe('a pier');
  await rm(join(folder, 'a.json'));
  expect((await all.of('a.png')).prompt).toBe('a pier');
});

it('in lines with labels is what they say, and in words with none is the description', async () => {
  const { of } = await cars({
    'a.txt': '\n Prompt: a fox: red\nSeed: 3\nNegative Prompt: text\n',
    // Nothing of how it was made: words of somebody.
    'b.txt': 'Prompt: a fox\nSeed: unknown',
    'c.txt': 'She said: Prompt: a fox\nSeed: 3',
    'd.txt': 'Prompt: a fox with seed: 3',
    'e.txt': 'PROMPT: a fox\r\nno label\r\nseed:4\r\n',
  });
  const said = async (picture: string) => {
    const { prompt, negativePrompt, seed, description } = await of(picture);
    return { prompt, negativePrompt, seed, description };
  };
  expect(await said('a.png')).toEqual({
    prompt: 'a fox: red',
    negativePrompt: 'text',
    seed: '3',
    description: undefined,
  });
  expect((await said('b.png')).description).toBe('Prompt: a fox\nSeed: unknown');
  expect((await said('c.png')).description).toBe('She said: Prompt: a fox\nSeed: 3');
  expect((await said('d.png')).description).toBe('Prompt: a fox with seed: 3');
  expect(await said('e.png')).toEqual({ prompt: 'a fox', seed: '4' });
});

it('in the words of a generator is what that made the picture by, and no more than it says', async () => {
  const { of } = await cars({
    'a.txt': 'a dog\nNegative prompt: blurry\nSteps: 3, Seed: 4, Sampler: a',
    'b.txt': 'a dog\nSteps: 3, Sampler: a, CFG scale: 7',
  });
  expect(await of('a.png')).toEqual({
    prompt: 'a dog',
    negativePrompt: 'blurry',
    seed: '4',
    settings: expect.objectContaining({ steps: 3 }),
  });
  expect(Object.keys(await of('b.png')).sort()).toEqual(['negativePrompt', 'prompt', 'settings']);
});

it('in words is the description, as it would be typed, and none where there are none', async () => {
  const { of, skipped } = await cars({ 'a.md': ' A fox.\r\nIt waits. \r\n', 'b.caption': ' \n' });
  expect([await of('a.png'), await of('b.png')]).toEqual([{ description: 'A fox.\nIt waits.' }, {}]);
  expect(skipped).toEqual([]);
});

it('in JSON says of a picture also what it shows and in which scene, whatever a number in it is', async () => {
  const { of, skipped } = await cars({
    'a.json': '{"description": "A fox.", "sceneTitle": "Mill", "prompt": "ink", "cfg": NaN}',
    'in/b.png.json': '{"scene": "Inn"}',
    'in/c.json': '{',
  });
  expect(await of('a.png')).toEqual({ description: 'A fox.', prompt: 'ink', scene: 'Mill' });
  expect(await of('in/b.png')).toEqual({ scene: 'Inn' });
  expect(await of('in/c.png')).toEqual({});
  expect(skipped).toEqual([
    { name: 'in/c.json', reason: expect.stringMatching(/^c\.json is not valid JSON/) },
  ]);
});

it('by its name alone counts before one by the whole name of its picture, and JSON before words', async () => {
  const { of } = await cars({
    'a.png.json': '{"prompt": "whole", "seed": 1}',
    'a.json': '{"prompt": "alone"}',
    'a.swarm.json': '{"prompt": "swarm", "negative": "fog"}',
    'a.caption': 'caption',
    'a.md': 'note',
    'a.txt': 'text',
  });
  expect(await of('a.png')).toEqual({
    prompt: 'alone',
    seed: '1',
    negativePrompt: 'fog',
    description: 'text',
  });
});

it('may have a megabyte', async () => {
  const { of, skipped } = await cars({ 'a.json': `{"seed": 7}`.padEnd(1024 * 1024) });
  expect(await of('a.png')).toEqual({ seed: '7' });
  expect(skipped).toEqual([]);
});

it('lies beside a picture by either of its names, in whatever case', () => {
  const lies = besideOneOf(['In/A.png', 'b.final.jpg']);
  const names = ['in/a.txt', 'IN/A.PNG.json', 'in/a.swarm.json', 'b.final.md', 'b.final.jpg.caption'];
  expect(names.filter(lies)).toEqual(names);
  expect(['a.txt', 'in/ab.txt', 'b.txt', 'in/a.png', 'in/a', 'b.final.jpg.txt.bak'].filter(lies)).toEqual([]);
});

it('has one of a few kinds of names', () => {
  const names = [
    'a.json',
    'a.TXT',
    'a.png.md',
    'a.swarm.json',
    'a.caption',
    'a.png',
    'a',
    'json',
    'a.json.bak',
  ];
  expect(names.filter(isBeside)).toEqual(['a.json', 'a.TXT', 'a.png.md', 'a.swarm.json', 'a.caption']);
});
