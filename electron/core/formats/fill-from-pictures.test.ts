import { join } from 'node:path';
import { type Embedded, embeddedIn } from '@core/metadata/index.js';
import { folderWith } from '@testing/folder.js';
import { pngWith } from '@testing/pictures.js';
import { expect, it } from 'vitest';
import { fillFromPictures } from './fill-from-pictures.js';
import type { SourceStoryboard, SourceTake } from './imported.js';
import { readStoryboard } from './testing/read-storyboard.js';

const SILENT: Embedded = { ...embeddedIn([]), notRead: ['12 bytes of the PNG text “notes”'] };

const PICTURES: Readonly<Record<string, Embedded>> = {
  '/board/a.png': {
    ...SILENT,
    tool: 'comfyui',
    prompt: 'fox, snow',
    negativePrompt: 'blurry',
    seed: '42',
    settings: { steps: 20, cfg: 7 },
    loras: [{ name: 'ink', weight: 0.8 }],
    notRead: [],
  },
  '/board/b.png': { ...SILENT, tool: 'a1111', prompt: 'owl' },
};

const take = (path: string, more: Partial<SourceTake> = {}): SourceTake => ({
  path,
  selected: false,
  ...more,
});

async function filled(takes: SourceTake[], description = '', kind: 'images' | 'pipeline' = 'pipeline') {
  const source: SourceStoryboard = {
    folder: '/board',
    title: '',
    source: { kind, name: 'shots.json', format: 'own' },
    styleBrief: '',
    characters: [],
    shots: [{ number: '1', scene: null, description, duration: null, takes }],
    skipped: [],
  };
  const asked: string[] = [];
  const board = await fillFromPictures(source, async (file) => {
    asked.push(file);
    return PICTURES[file.replaceAll('\\', '/')] ?? SILENT;
  });
  return { shot: board.shots[0], format: board.source.format, asked };
}

it('fills from the picture what the source does not name', async () => {
  const { shot } = await filled([take('a.png')], 'A fox in the snow.');
  expect(shot).toMatchObject({
    description: 'A fox in the snow.',
    takes: [{ prompt: 'fox, snow', negativePrompt: 'blurry', seed: '42', settings: { steps: 20, cfg: 7 } }],
  });
});

it('keeps what the source names, each field by itself', async () => {
  const own = { prompt: 'a red fox', negativePrompt: '', settings: { steps: 9 } };
  expect((await filled([take('a.png', own)])).shot).toMatchObject({
    description: 'a red fox',
    takes: [{ ...own, seed: '42', settings: { steps: 9, cfg: 7 } }],
  });
  expect((await filled([take('a.png', { seed: '7' })])).shot?.takes[0]).toMatchObject({
    prompt: 'fox, snow',
    seed: '7',
  });
});

it('describes a shot by the picture that counts, else by the first', async () => {
  const pictures = [take('none.png'), take('a.png'), take('b.png', { selected: true })];
  expect((await filled(pictures)).shot?.description).toBe('owl');
  expect((await filled([take('a.png'), take('b.png')])).shot?.description).toBe('fox, snow');
  expect((await filled([take('none.png')])).shot).toMatchObject({
    description: '',
    takes: [{ prompt: '', negativePrompt: '', seed: null, settings: {} }],
  });
  expect((await filled([])).shot?.description).toBe('');
});

it('gives a picture without a prompt the description', async () => {
  expect((await filled([take('none.png')], 'A fox.')).shot?.takes[0]?.prompt).toBe('A fox.');
});

it('names the tool of a folder of pictures where it is one, and leaves a file its own format', async () => {
  const format = async (paths: string[], kind: 'images' | 'pipeline') =>
    (
      await filled(
        paths.map((path) => take(path)),
        '',
        kind,
      )
    ).format;
  expect(await format(['a.png', 'none.png'], 'images')).toBe('comfyui');
  expect(await format(['a.png', 'b.png'], 'images')).toBe('own');
  expect(await format(['none.png'], 'images')).toBe('own');
  expect(await format(['a.png'], 'pipeline')).toBe('own');
});

it('keeps what the picture says of how it was made', async () => {
  const { shot } = await filled([take('a.png'), take('none.png')]);
  expect(shot?.takes.map(({ made }) => made)).toEqual([
    { tool: 'comfyui', loras: [{ name: 'ink', weight: 0.8 }], notRead: [] },
    { tool: null, loras: [], notRead: ['12 bytes of the PNG text “notes”'] },
  ]);
});

it('asks each picture once, however many shots have it', async () => {
  expect((await filled([take('a.png'), take('a.png')])).asked).toHaveLength(1);
});

it('reads the keyframes beside a shots file', async () => {
  const folder = await folderWith({
    'shots.json': '{"shots": [{"shotNumber": 1, "sceneDescription": "A stork stands in the marsh."}]}',
    'keyframes/shot_001.png': await pngWith({
      parameters: 'marsh, stork\nNegative prompt: blurry\nSteps: 3, Seed: 42, Size: 8x8',
    }),
  });
  const { shots } = await readStoryboard(join(folder, 'shots.json'));
  expect(shots[0]).toMatchObject({
    description: 'A stork stands in the marsh.',
    takes: [{ prompt: 'marsh, stork', negativePrompt: 'blurry', seed: '42', settings: { steps: 3 } }],
  });
});
