import { isAbsolute, join, resolve } from 'node:path';
import type { Asset } from '@core/assets/index.js';
import type { ImportedShot, ImportedStoryboard, ImportedTake } from '@core/formats/index.js';
import type { Skipped } from '@shared/contract/index.js';
import { ContinuistError } from '@shared/errors.js';
import { shotsInOrder } from '@shared/records/index.js';
import { expect, it } from 'vitest';
import { addAll, recordsOf } from './source-records.js';

const FOLDER = resolve('/boards/pier');
const take = (path: string, more: Partial<ImportedTake> = {}): ImportedTake => ({
  path,
  prompt: `prompt of ${path}`,
  negativePrompt: `not ${path}`,
  seed: '7',
  settings: { steps: 20 },
  made: null,
  selected: false,
  ...more,
});
const shot = (
  number: string,
  takes: readonly ImportedTake[],
  more: Partial<ImportedShot> = {},
): ImportedShot => ({
  number,
  scene: 'Pier',
  description: `Shot ${number}.`,
  duration: 2,
  takes,
  ...more,
});
const board = (
  shots: readonly ImportedShot[],
  more: Partial<ImportedStoryboard> = {},
): ImportedStoryboard => ({
  folder: FOLDER,
  title: 'Pier',
  source: { kind: 'pipeline', name: 'pier', format: 'story-pipeline' },
  styleBrief: '',
  characters: [],
  shots,
  skipped: [],
  ...more,
});

const assetAt = (path: string): Asset => ({
  sha256: path.padEnd(64, '0'),
  width: 8,
  height: 6,
  format: 'png',
  unreadable: null,
});

/** As they are read where the pictures at these paths are gone. */
async function read(imported: ImportedStoryboard, gone: readonly string[] = []) {
  const skipped: Skipped[] = [];
  const records = await recordsOf(
    imported,
    async (_, path) => {
      if (gone.includes(path)) throw new ContinuistError('IMAGE_MISSING', path);
      return assetAt(path);
    },
    skipped,
  );
  const paths = (shotId: string) =>
    Object.values(records.take).flatMap((one) => (one.shotId === shotId ? [one.path] : []));
  return { records, skipped, shots: shotsInOrder(records), paths };
}

it('registers each picture once, by where it lies, at most sixteen side by side', async () => {
  const takes = Array.from({ length: 40 }, (_, n) => take(`${n}.png`));
  const imported = board([shot('1', takes), shot('2', [take('0.png')])], {
    portraits: [
      { name: 'Mira', path: 'mira.png' },
      { name: 'Ben', path: '1.png' },
    ],
  });
  let [running, most] = [0, 0];
  const asked: string[] = [];
  const added = await addAll(imported, async (file, path) => {
    most = Math.max(most, ++running);
    asked.push(path);
    expect([isAbsolute(file), file]).toEqual([true, join(FOLDER, path)]);
    await new Promise(setImmediate);
    running--;
    if (path === '3.png') throw new Error('gone');
    return assetAt(path);
  });
  expect([asked.length, new Set(asked).size, most]).toEqual([41, 41, 16]);
  expect([...added.keys()]).toEqual([...takes.map(({ path }) => path), 'mira.png']);
  expect(added.get('2.png')).toMatchObject({ status: 'fulfilled', value: assetAt('2.png') });
  expect(added.get('3.png')).toMatchObject({ status: 'rejected' });
});

it('are shots in their order, each with the prompt of its pick: the selected take, or the first', async () => {
  const { shots, records, paths } = await read(
    board([
      shot('1', [take('a.png'), take('b.png', { selected: true }), take('c.png', { selected: true })]),
      shot('2', [take('d.png'), take('e.png')]),
      shot('3', []),
    ]),
  );
  const picks = shots.map(({ pickId }) => (pickId === null ? null : records.take[pickId]?.path));
  expect(picks).toEqual(['b.png', 'd.png', null]);
  expect(shots.map(({ number, position }) => [number, position])).toEqual([
    ['1', 0],
    ['2', 1],
    ['3', 2],
  ]);
  expect(shots.map(({ prompt, negativePrompt }) => [prompt, negativePrompt])).toEqual([
    ['prompt of b.png', 'not b.png'],
    ['prompt of d.png', 'not d.png'],
    ['Shot 3.', ''],
  ]);
  expect(paths(shots[0]?.id ?? '')).toEqual(['a.png', 'b.png', 'c.png']);
  expect(Object.values(records.storyboard)).toMatchObject([{ title: 'Pier', source: { name: 'pier' } }]);
});

it('are takes as the source and the picture’s file have them', async () => {
  const made = { tool: 'comfyui', loras: [], notRead: [] };
  const imported = board([shot('1', [take('a.png', { made })])]);
  const { records, shots } = await read(imported);
  expect(Object.values(records.take)).toMatchObject([
    {
      shotId: shots[0]?.id,
      sha256: assetAt('a.png').sha256,
      path: 'a.png',
      width: 8,
      height: 6,
      origin: { kind: 'imported' },
      round: 0,
      prompt: 'prompt of a.png',
      seed: '7',
      settings: { steps: 20 },
      made,
      unreadable: null,
    },
  ]);
  const again = await read(imported);
  expect(Object.keys(again.records.take), 'of the same name each time').toEqual(Object.keys(records.take));
});

it('leave out what cannot be registered, and say what and why', async () => {
  const { shots, records, skipped, paths } = await read(
    board([shot('1', [take('a.png', { selected: true }), take('b.png')])], {
      portraits: [
        { name: 'Mira', path: 'mira.png' },
        { name: 'Ben', path: 'ben.png' },
      ],
    }),
    ['a.png', 'ben.png'],
  );
  const [only] = shots;
  expect(paths(only?.id ?? '')).toEqual(['b.png']);
  expect(records.take[only?.pickId ?? '']?.path).toBe('b.png');
  expect(skipped.map(({ name }) => name)).toEqual(['a.png', 'ben.png']);
  expect(skipped[0]?.reason).toContain('a.png');
  expect(Object.values(records.portrait)).toMatchObject([
    { name: 'Mira', path: 'mira.png', width: 8, height: 6, unreadable: null },
  ]);
});

it('say what the source says of a shot: that it is cut, what was noted, and for how long it stands', async () => {
  const { shots } = await read(
    board([
      shot('1', [], { isOmitted: true, note: 'x'.repeat(10_001) }),
      shot('2', [], { note: 'Too dark.', scene: null, duration: null }),
      shot('3', []),
    ]),
  );
  expect(shots.map(({ omitted, note, scene, duration }) => [omitted, note.length, scene, duration])).toEqual([
    [true, 10_000, 'Pier', 2],
    [undefined, 9, null, null],
    [undefined, 0, 'Pier', 2],
  ]);
  expect(shots.every((one) => one.status === 'pending' && one.stars === 0)).toBe(true);
});

it('know the cast, the style and what the source states beside its descriptions', async () => {
  const characters = [{ name: 'Mira', description: 'a girl in a red coat', aliases: [] }];
  const stated = [{ kind: 'framing', words: 'wide shot' }] as const;
  const { records, shots } = await read(
    board([shot('1', [], { description: 'Mira waits.' }), shot('2', [], { stated })], {
      characters,
      styleBrief: 'ink drawing',
    }),
  );
  const facts = Object.values(records.fact);
  expect(facts.some(({ name, statement }) => name === 'Mira' && statement.includes('red coat'))).toBe(true);
  expect(facts.some(({ subject }) => subject === 'style')).toBe(true);
  const claims = Object.values(records.claim);
  expect(claims.length).toBeGreaterThan(0);
  expect(claims.every(({ shotId }) => shotId === shots[1]?.id)).toBe(true);
});
