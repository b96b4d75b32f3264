import { join } from 'node:path';
import { folderWith } from '@testing/folder.js';
import { plainPng, pngWith } from '@testing/pictures.js';
import { expect, it } from 'vitest';
import type { Shell } from './commands.js';
import { doctor } from './doctor.js';

const GRAPH = JSON.stringify({
  3: { class_type: 'KSampler', inputs: { seed: 42, positive: ['6', 0], negative: ['7', 0] } },
  6: { class_type: 'CLIPTextEncode', inputs: { text: `a fox\n${'far '.repeat(100)}` } },
  7: { class_type: 'CLIPTextEncode', inputs: { text: 'blurry' } },
  9: { class_type: 'SaveImage', inputs: { images: ['3', 0] } },
});

async function told(files: Record<string, string | Buffer>, names: readonly string[], json = false) {
  const folder = await folderWith(files);
  let said = '';
  const shell: Shell = {
    print: (text) => {
      said += text;
    },
    note: () => undefined,
    problem: () => undefined,
    signal: new AbortController().signal,
    onProgress: () => undefined,
  };
  const code = await doctor(
    names.map((name) => join(folder, name)),
    { json },
    shell,
  );
  return { code, said: said.replaceAll(folder, '').replaceAll('\\', '/') };
}

it('says what is in a picture, who read it, where each value stands and what was not read', async () => {
  const { code, said } = await told({ 'a.png': await pngWith({ prompt: GRAPH, notes: 'to do' }) }, ['a.png']);
  expect(code).toBe(0);
  expect(said.split('\n')).toEqual([
    '/a.png is a picture.',
    '  Read as: ComfyUI pictures.',
    '  picture: png, 8 × 8 pixels',
    expect.stringMatching(/^ {2}prompt: a fox ⏎ (far )+.{0,4}… \(406 characters\)$/),
    '      from node 6 (CLIPTextEncode), input “text”, in the PNG text “prompt”',
    '  negative prompt: blurry',
    '      from node 7 (CLIPTextEncode), input “text”, in the PNG text “prompt”',
    '  seed: 42',
    '      from node 3 (KSampler), input “seed”, in the PNG text “prompt”',
    '  Not read: 5 bytes of the PNG text “notes”',
  ]);
});

it('says which format took a shots file, what it found and what it did not know', async () => {
  const shots = JSON.stringify({
    title: 'Walk',
    shots: [
      { shotNumber: 1, sceneDescription: 'A fox.', seed: 5, duration: 2, image_path: 'a.png', gizmo: 1 },
      { shotNumber: 2, sceneDescription: 'An owl.' },
    ],
  });
  const { code, said } = await told({ 'shots.json': shots, 'a.png': await plainPng() }, ['shots.json']);
  expect(code).toBe(0);
  expect(said).toMatch(/^\/shots\.json is a shots file\.\n {2}Its fields:\n {2}title: Walk\n {2}shots: 2\n/);
  for (const line of [
    'pictures: 1',
    'shots without a picture: 1',
    'descriptions: 2',
    'seeds: 1',
    'durations: 1',
  ])
    expect(said).toContain(`\n  ${line}\n`);
  expect(said).not.toContain('prompts:');
  expect(said).toMatch(/\n {2}Not read: shots\.json, fields \(“gizmo”\)$/);
});

it('tells the others where one cannot be used, and nothing of how a silent picture was made', async () => {
  const files = { 'bad.json': '{"shots": ', 'b.png': 'no picture', 'a.png': await plainPng() };
  const { code, said } = await told(files, ['gone.png', 'bad.json', 'b.png', 'a.png']);
  expect(code).toBe(1);
  expect(said).toContain('/gone.png\n  It cannot be used: ');
  expect(said).toContain('bad.json is not valid JSON');
  expect(said).toContain('/b.png is a picture.\n  It cannot be used: its format is not');
  expect(said).toMatch(
    /\/a\.png is a picture\.\n {2}No reader knows how it was made\.\n {2}picture: png, 8 × 8 pixels$/,
  );
});

it('prints the same as JSON, values whole', async () => {
  const { said } = await told({ 'a.png': await pngWith({ parameters: 'a fox' }) }, ['a.png'], true);
  expect(JSON.parse(said)).toEqual([
    {
      file: '/a.png',
      kind: 'a picture',
      readBy: 'A1111 pictures',
      found: [
        { what: 'picture', value: 'png, 8 × 8 pixels', where: '' },
        { what: 'prompt', value: 'a fox', where: '“prompt” in the PNG text “parameters”' },
      ],
      notRead: [],
      problem: null,
    },
  ]);
});
