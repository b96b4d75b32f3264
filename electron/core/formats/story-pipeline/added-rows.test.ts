import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Command, changeOf } from '@shared/commands/index.js';
import { applyDiff, type Records, type Shot, shotsInOrder, type Take } from '@shared/records/index.js';
import { takeIn } from '@shared/source-change/index.js';
import { folderWith } from '@testing/folder.js';
import { plainPng } from '@testing/pictures.js';
import { aTake } from '@testing/records.js';
import { describe, expect, it } from 'vitest';
import { fillFromPictures } from '../fill-from-pictures.js';
import { shotIdsOf } from '../imported.js';
import { inputAt } from '../input.js';
import { contextOf } from '../testing/context.js';
import { recordsOf } from '../testing/records-of.js';
import { type AddedRow, withAddedRows } from './added-rows.js';
import { readShotsFile } from './read.js';
import { rowsOf } from './rows.js';
import { shotsFile } from './write.js';

const inputs = { id: 'm', at: 0, who: 'Ada', generator: 'none', rounds: 3 } as const;
const readAt = async (folder: string) =>
  fillFromPictures(await readShotsFile(await inputAt(join(folder, 'shots.json'))), async () => null);

/** The file of a board after these commands and `since`, and what is read of it in its own place. */
async function revised(
  text: string,
  commandsFor: (ids: readonly string[]) => readonly Command[],
  since: (records: Records) => Records = (records) => records,
) {
  const folder = await folderWith({ 'shots.json': text, 'a.png': await plainPng() });
  const first = recordsOf(await readAt(folder));
  let records: Records = first;
  for (const command of commandsFor(shotsInOrder(records).map(({ id }) => id)))
    records = applyDiff(records, changeOf(records, command, inputs));
  records = since(records);
  const notes: string[] = [];
  const written = await shotsFile(contextOf(records, { folder }, { target: folder }), (note) =>
    notes.push(note),
  );
  await writeFile(join(folder, 'shots.json'), written);
  const read = await readAt(folder);
  return {
    text: await readFile(join(folder, 'shots.json'), 'utf8'),
    folder,
    first,
    records,
    root: JSON.parse(written),
    notes,
    read: read.shots.map(({ number, scene, description }) => [number, scene, description]),
    takes: read.shots.map(({ takes }) => takes.map(({ path }) => path)),
    story: shotsInOrder(records).map(({ number, scene, description }) => [number, scene, description]),
  };
}
const add = (
  beside: string | undefined,
  shotId: string,
  description: string,
  side = 'after' as const,
): Command => ({
  type: 'add-shot',
  shotId,
  beside: beside ?? '',
  side,
  description,
});
const row = (shotNumber: number, more: object = {}) => ({
  shotNumber,
  sceneDescription: `view ${shotNumber}`,
  visualPrompt: `view ${shotNumber}, ink`,
  seed: 7,
  ...more,
});

describe('shots that were put in', () => {
  it('have rows of their own in the shots file, written as its rows are, which is read as the same story', async () => {
    const { root, read, story, notes } = await revised(
      JSON.stringify({ shots: [row(1), row(2)] }),
      ([one]) => [add(one, 'a', 'a mule'), add('a', 'b', 'a fox')],
    );
    expect(root.shots).toEqual([
      row(1),
      { shotNumber: '1A', sceneDescription: 'a mule', visualPrompt: 'a mule', seed: null, continuistId: 'a' },
      { shotNumber: '1B', sceneDescription: 'a fox', visualPrompt: 'a fox', seed: null, continuistId: 'b' },
      row(2),
    ]);
    expect(read).toEqual(story);
    expect(notes).toEqual([]);
  });

  it('stand as the file is set, and nothing else of it changes', async () => {
    const text = `${JSON.stringify({ title: 'T', shots: [row(1), row(2)] }, null, 2)}\n`;
    const made = await revised(text, ([, two]) => [add(two, 'a', 'a mule')]);
    const words = { sceneDescription: 'a mule', visualPrompt: 'a mule' };
    const added = { shotNumber: '2A', ...words, seed: null, continuistId: 'a' };
    expect(made.text).toBe(`${JSON.stringify({ title: 'T', shots: [row(1), row(2), added] }, null, 2)}\n`);
  });

  it('stand before all others, and where the others have been moved to', async () => {
    const { read, story } = await revised(JSON.stringify([row(1), row(2), row(3)]), ([one, , three]) => [
      { ...add(one, 'a', 'a mule'), side: 'before' } as Command,
      { type: 'move-shots', shotIds: [three as string], beside: one as string, side: 'before' },
      add(three, 'b', 'a fox'),
    ]);
    expect(read).toEqual(story);
    expect(read.map(([number]) => number)).toEqual(['1A', '3', '3A', '1', '2']);
  });

  it.each([
    ['titles', { title: 'Mill' }, { title: 'Pier' }],
    ['another name', { scene: 'Mill' }, { scene: 'Pier' }],
    ['numbers', { sceneNumber: 1 }, { sceneNumber: 2 }],
  ])('stand in the scene that they are of, where scenes have %s', async (_, mill, pier) => {
    const scenes = [
      { ...mill, shots: [row(1)] },
      { ...pier, shots: [row(2), row(3)] },
    ];
    const { root, read, story } = await revised(JSON.stringify({ scenes }), ([one, two]) => [
      add(one, 'a', 'a mule'),
      { ...add(two, 'b', 'a fox'), side: 'before' } as Command,
    ]);
    expect(read).toEqual(story);
    const numbers = root.scenes.map(({ shots }: { shots: { shotNumber: unknown }[] }) =>
      shots.map(({ shotNumber }) => shotNumber),
    );
    expect(numbers).toEqual([
      [1, '1A'],
      ['2A', 2, 3],
    ]);
  });

  it('name the same picture as the shot that they are a copy of', async () => {
    const text = JSON.stringify({ shots: [row(1, { image_path: 'a.png' }), row(2)] });
    const { read, story, takes } = await revised(text, ([one]) => [
      { type: 'double-shots', shotIds: [one as string], copyIds: ['copy'] },
    ]);
    expect(read).toEqual(story);
    expect(takes).toEqual([['a.png'], ['a.png'], []]);
  });

  it('are known again, however the artist words them after they were exported', async () => {
    const made = await revised(JSON.stringify({ shots: [row(1), row(2)] }), ([one]) => [
      add(one, 'a', 'a mule'),
    ]);
    const reword: Command = { type: 'edit-description', shotId: 'a', description: 'a donkey' };
    const before = applyDiff(made.records, changeOf(made.records, reword, inputs));
    const source = recordsOf(await readAt(made.folder));
    const { storyboard, shot } = made.first;
    const base = { storyboard, shot, fact: {} };
    const { records, changes } = takeIn(before, source, base);
    expect(shotsInOrder(records).map(({ id, description }) => [id, description])).toEqual([
      [expect.any(String), 'view 1'],
      ['a', 'a donkey'],
      [expect.any(String), 'view 2'],
    ]);
    expect(changes.map(({ kind }) => kind)).toEqual(['known']);
    const twice = ['1A', '1A'].map((number) => ({ number, ownId: 'a' }));
    const ids = shotIdsOf({ source: { name: 'shots.json' }, shots: twice });
    expect(new Set(ids).size, 'a row and its copy').toBe(2);
    const again = await shotsFile(contextOf(before, { folder: made.folder }, { target: made.folder }));
    expect(JSON.parse(again).shots).toMatchObject([
      row(1),
      { shotNumber: '1A', sceneDescription: 'a donkey', continuistId: 'a' },
      row(2),
    ]);
  });

  it('are named where the file has no room for them', async () => {
    const text = JSON.stringify({ shots: { 1: row(1), 2: row(2) } });
    const { notes, read } = await revised(text, ([one]) => [add(one, 'a', 'a mule')]);
    expect(notes).toEqual([
      'The shots file lists its shots under numbers and has no room for those that were added: shot 1A.',
    ]);
    expect(read).toHaveLength(2);
    const two = await revised(text, ([one]) => [add(one, 'a', 'a mule'), add('a', 'b', 'a fox')]);
    expect(two.notes).toEqual([expect.stringMatching(/: shots 1A, 1B\.$/)]);
  });

  it('name the picture that was made of them, with what that was asked for, and that they are out of play', async () => {
    const made: Take = {
      ...aTake(0),
      id: 'made',
      shotId: 'a',
      path: 'made.png',
      origin: { kind: 'regenerated', fromTakeId: 't', requestId: 'r' },
      prompt: 'a mule, wet ink',
      negativePrompt: 'fog',
      seed: '9',
    };
    const rowOf = async (take: Take) => {
      const { root } = await revised(
        JSON.stringify({ shots: [row(1)] }),
        ([one]) => [add(one, 'a', 'a mule')],
        (records) => ({
          ...records,
          take: { ...records.take, made: take },
          shot: { ...records.shot, a: { ...(records.shot.a as Shot), pickId: 'made', omitted: true } },
        }),
      );
      return root.shots[1];
    };
    const words = { sceneDescription: 'a mule', visualPrompt: 'a mule, wet ink', negativePrompt: 'fog' };
    const picture = { imagePath: 'made.png', omitted: true, continuistId: 'a', shotNumber: '1A' };
    expect(await rowOf(made)).toEqual({ ...words, ...picture, seed: 9 });
    // What was brought in was asked for elsewhere: the words are those of the shot.
    const imported = await rowOf({ ...made, origin: { kind: 'imported' }, seed: null });
    const { negativePrompt: _, ...said } = words;
    expect(imported).toEqual({ ...said, ...picture, visualPrompt: 'a mule', seed: null });
  });
});

const NEW: AddedRow = {
  id: 'own',
  number: '1A',
  scene: null,
  seconds: null,
  behind: 0,
  fill: () => undefined,
};
const withRows = (text: string, ...added: readonly Partial<AddedRow>[]): string | null =>
  withAddedRows(
    text,
    rowsOf(JSON.parse(text), 'shots.json') ?? [],
    added.map((one) => ({ ...NEW, ...one })),
  );

describe('a row that is put in', () => {
  it.each<[what: string, beside: object, added: Partial<AddedRow>, made: object]>([
    [
      'has the fields of its neighbour that say what a shot is, and no others, in their order',
      { mood: 'x', prompt: 'p', shot_number: 1, image: 'a.png', description: 'd', takes: ['a.png'] },
      {},
      { prompt: null, shot_number: '1A', image: null, description: null, continuistId: 'own' },
    ],
    [
      'has a number of its own where its neighbour has none',
      { description: 'd' },
      {},
      { description: null, shotNumber: '1A', continuistId: 'own' },
    ],
    [
      'lasts as long as its shot, and has no time where its neighbour has none',
      { shot: 1, seconds: 4 },
      { seconds: 2.5 },
      { shot: '1A', seconds: 2.5, continuistId: 'own' },
    ],
    [
      'may last as long as is not known',
      { shot: 1, seconds: 4 },
      {},
      { shot: '1A', seconds: null, continuistId: 'own' },
    ],
    [
      'names its scene where its neighbour names one',
      { shot: 1, heading: 'MILL' },
      { scene: 'PIER' },
      { shot: '1A', heading: 'PIER', continuistId: 'own' },
    ],
    [
      'names none where that has none, or has it for its number',
      { sceneNumber: 1, description: 'd' },
      { scene: 'PIER' },
      { sceneNumber: '1A', description: null, continuistId: 'own' },
    ],
    [
      'is filled with what was decided',
      { shot: 1, prompt: 'p' },
      { fill: (row) => row.words('prompt', 'ink') },
      { shot: '1A', prompt: 'ink', continuistId: 'own' },
    ],
  ])('%s', (_, beside, added, made) => {
    // In one line, as its neighbour stands.
    const one = JSON.stringify(made)
      .replaceAll(/(?<=[^\\]"):/g, ': ')
      .replaceAll(/,(?=")/g, ', ');
    expect(withRows(`[${JSON.stringify(beside)}]`, added)).toBe(`[${JSON.stringify(beside)},${one}]`);
  });

  it.each([1, 2, '\t'])('is indented by %j, as its neighbour is', (indent) => {
    const written = (rows: readonly object[]) => JSON.stringify({ shots: rows }, null, indent);
    const made = { shotNumber: '1A', prompt: null, continuistId: 'own' };
    const beside = { shotNumber: 1, prompt: 'p', more: { x: 1 } };
    expect(withRows(written([beside]), {})).toBe(written([beside, made]));
  });

  it('is indented as its neighbour is, however that ends', () => {
    expect(withRows('[{\n  "shot": 1}]', {})).toBe(
      '[{\n  "shot": 1},{\n  "shot": "1A",\n  "continuistId": "own"\n}]',
    );
  });

  it('stands where it is to stand: before all, between, at the end, and behind what was put there first', () => {
    const numbers = (...behind: number[]) => {
      const text = withRows(
        '[{"shot":1},{"shot":2},{"shot":3}]',
        ...behind.map((at, n) => ({ behind: at, number: `${'abc'[n]}1` })),
      );
      return JSON.parse(text ?? '').map(({ shot }: { shot: unknown }) => shot);
    };
    expect(numbers(-1)).toEqual(['a1', 1, 2, 3]);
    expect(numbers(1)).toEqual([1, 2, 'a1', 3]);
    expect(numbers(2, 0)).toEqual([1, 'b1', 2, 3, 'a1']);
    expect(numbers(-1, -1, 0)).toEqual(['a1', 'b1', 1, 'c1', 2, 3]);
  });

  it('stands in the scene of its shot, at the end of one or at the beginning of the next', () => {
    const scenes = [
      { title: 'Mill', shots: [{ shot: 1 }] },
      { title: 'Pier', shots: [{ shot: 2 }] },
    ];
    const numbers = (scene: string | null) =>
      JSON.parse(withRows(JSON.stringify({ scenes }), { scene }) ?? '').scenes.map(
        ({ shots }: { shots: { shot: unknown }[] }) => shots.map(({ shot }) => shot),
      );
    expect(numbers('Mill')).toEqual([[1, '1A'], [2]]);
    expect(numbers('Pier')).toEqual([[1], ['1A', 2]]);
    expect(numbers(null)).toEqual([[1, '1A'], [2]]);
    const alone = withRows(JSON.stringify({ scenes }), { scene: 'Inn', behind: 1 });
    expect(JSON.parse(alone ?? '').scenes[1].shots).toHaveLength(2);
  });

  it('has no room among rows under names, nor in a file without rows, and none is needed for none', () => {
    expect(withRows('{"shots":{"a":{"prompt":"p"}}}', {})).toBeNull();
    expect(withAddedRows('[]', [], [NEW])).toBeNull();
    expect(withAddedRows('[]', [], [])).toBe('[]');
  });
});
