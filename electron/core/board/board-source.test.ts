import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { readPictureFile } from '@core/metadata/index.js';
import type { Command } from '@shared/commands/index.js';
import { ContinuistError } from '@shared/errors.js';
import { NO_CHOICE } from '@shared/matching/index.js';
import { shotOutOfDate, shotParts } from '@shared/out-of-date/index.js';
import { type Portrait, shotsInOrder, type Take } from '@shared/records/index.js';
import { SOURCE_AS_READ } from '@shared/source-change/index.js';
import { folderWith, temporaryFolder } from '@testing/folder.js';
import { plainPng } from '@testing/pictures.js';
import { aClaim } from '@testing/records.js';
import { describe, expect, it, vi } from 'vitest';
import { BoardSource } from './board-source.js';
import { type Board, findBoard, PictureReadings, reviewedAt } from './index.js';
import { openFound } from './testing/open-found.js';

const png = await plainPng();
const other = Buffer.concat([png, Buffer.from('another')]);
const shots = (...words: string[]) =>
  JSON.stringify({
    title: 'Walk',
    shots: words.map((sceneDescription, at) => ({ shotNumber: at + 1, sceneDescription })),
  });

async function open(
  path: string,
  dataFolder: string,
  read: typeof readPictureFile = readPictureFile,
): Promise<{ board: Board; source: BoardSource; close: () => void }> {
  const readings = new PictureReadings('1', read);
  const find = (match = NO_CHOICE) => findBoard(path, { match, embedded: readings.says, dataFolder });
  const found = await find().catch((thrown) => reviewedAt(path, dataFolder, thrown));
  const board = await openFound(found, { dataFolder, cacheFolder: join(dataFolder, 'thumbnails'), readings });
  return { board, source: new BoardSource(board, find, readings), close: () => board.close() };
}
const told = ({ review }: Board) =>
  Object.values(review.records.shot)
    .sort((a, b) => a.position - b.position)
    .map(({ number, description, status }) => `${number} ${description} ${status}`);

it('counts the shots whose picture is gone, until it lies there again', async () => {
  const folder = await folderWith({
    'shots.json': shots('a mule', 'an owl', 'a well'),
    'shot_1.png': png,
    'shot_2.png': other,
  });
  const { source, close } = await open(folder, await temporaryFolder());
  expect(await source.look()).toEqual(SOURCE_AS_READ);
  await rm(join(folder, 'shot_2.png'));
  expect((await source.look()).missing).toBe(1);
  await rm(join(folder, 'shot_1.png'));
  expect((await source.look()).missing).toBe(2);
  // What is taken in changes nothing of that.
  await writeFile(join(folder, 'shots.json'), shots('a mule', 'an owl', 'a deep well'));
  expect((await source.look()).changes).toHaveLength(1);
  source.takeIn();
  expect(source.state).toEqual({ ...SOURCE_AS_READ, missing: 2 });
  await writeFile(join(folder, 'shot_1.png'), png);
  await writeFile(join(folder, 'shot_2.png'), other);
  expect(await source.look()).toEqual(SOURCE_AS_READ);
  close();
});

it('keeps the order and the scenes that the artist made, whatever comes in and however often the source is read', async () => {
  const inScenes = (...all: readonly (readonly [scene: string, words: string])[]) =>
    JSON.stringify({
      shots: all.map(([sceneTitle, sceneDescription], at) => ({
        shotNumber: at + 1,
        sceneTitle,
        sceneDescription,
      })),
    });
  const before = [
    ['Pier', 'a mule'],
    ['Pier', 'an owl'],
    ['Mill', 'a well'],
    ['Mill', 'a bridge'],
  ] as const;
  const folder = await folderWith({ 'shots.json': inScenes(...before), 'shot_1.png': png });
  const data = await temporaryFolder();
  const ordered = ({ review }: Board) =>
    shotsInOrder(review.records).map(({ description, scene }) => `${description}, ${scene}`);
  const first = await open(folder, data);
  const [mule, , well] = shotsInOrder(first.board.review.records);
  const command: Command = {
    type: 'move-shots',
    shotIds: [mule?.id ?? ''],
    beside: well?.id ?? '',
    side: 'after',
  };
  first.board.review.run({ id: 'a', at: 1, command });
  const mine = ['an owl, Pier', 'a well, Mill', 'a mule, Mill', 'a bridge, Mill'];
  expect(ordered(first.board)).toEqual(mine);
  expect(await first.source.look()).toEqual(SOURCE_AS_READ);
  // Frames arrive while it is open, as a watched folder brings them.
  await writeFile(join(folder, 'shot_3.png'), other);
  await first.source.look();
  first.source.takeIn();
  expect(ordered(first.board)).toEqual(mine);
  first.close();

  await writeFile(join(folder, 'shots.json'), inScenes(...before, ['Mill', 'a moon']));
  const { board, source } = await open(folder, data);
  expect(ordered(board)).toEqual(mine);
  await source.look();
  source.takeIn();
  expect(ordered(board)).toEqual([...mine, 'a moon, Mill']);
  expect(await source.look()).toEqual(SOURCE_AS_READ);
  board.close();
});

it('takes in what changed in its source as one step, which can be taken back', async () => {
  const folder = await folderWith({
    'shots.json': shots('a mule', 'an owl'),
    'shot_1.png': png,
    'shot_2.png': Buffer.concat([png, Buffer.from('2')]),
  });
  const data = await temporaryFolder();
  const first = await open(folder, data);
  expect(await first.source.look()).toEqual(SOURCE_AS_READ);
  expect(first.source.takeIn()).toEqual([]);
  const owl = Object.values(first.board.review.records.shot).find(({ number }) => number === '2');
  first.board.review.run({ id: 'a', at: 1, command: { type: 'hold', shotId: owl?.id ?? '', reason: '' } });
  first.close();

  await writeFile(join(folder, 'shots.json'), shots('a mule with a bell', 'an owl', 'a well'));
  await writeFile(join(folder, 'shot_1.png'), other);
  const { board, source } = await open(folder, data);
  expect(told(board)).toEqual(['1 a mule pending', '2 an owl on-hold']);
  const { changes } = await source.look();
  expect(changes.map(({ kind }) => kind).sort()).toEqual(['description', 'new', 'replaced']);
  expect(told(board)).toHaveLength(2);
  expect(source.takeIn()).toEqual(changes);
  expect(told(board)).toEqual(['1 a mule with a bell pending', '2 an owl on-hold', '3 a well pending']);
  expect(Object.values(board.review.records.take)).toHaveLength(2);
  expect(await source.look()).toEqual(SOURCE_AS_READ);
  expect(board.review.canUndo).toBe('Take in what changed in the source');
  const well = Object.values(board.review.records.shot).find(({ number }) => number === '3');
  board.review.system('read', (records) => ({
    ...records,
    claim: { ...records.claim, new: { ...aClaim(0), id: 'new', shotId: well?.id ?? '' } },
  }));
  board.review.undo();
  // What was taken back comes in again once it was found anew.
  expect(source.takeIn()).toEqual([]);
  expect(told(board)).toEqual(['1 a mule pending', '2 an owl on-hold']);
  board.review.redo();
  expect(told(board)).toHaveLength(3);
  expect(Object.keys(board.review.records.claim)).toContain('new');
});

it('has the pictures of its cast, which orders may be given, and follows those that change', async () => {
  const story = {
    Characters: { Piet: { name_en: 'Piet', prompt_en: 'a boy with a green cap' } },
    Shots: [{ index: 1, 'Static Shot Description': { en: 'Piet waits on the ice.' } }],
  };
  const folder = await folderWith({
    'story.json': JSON.stringify(story),
    'frames/shot_01.png': png,
    'refs/Piet.png': other,
    'refs/Piet 2.png': 'no picture',
  });
  const data = await temporaryFolder();
  const { board, source, close } = await open(folder, data);
  const portraits = () =>
    Object.values(board.review.records.portrait).map(({ name, path, unreadable }) => [
      name,
      path,
      unreadable !== null,
    ]);
  expect(portraits()).toEqual([
    ['Piet', 'refs/Piet 2.png', true],
    ['Piet', 'refs/Piet.png', false],
  ]);
  expect(board.review.skipped).toEqual([]);
  const piet = Object.values(board.review.records.portrait).find(({ unreadable }) => unreadable === null);
  expect(await readFile(await board.fileOf(piet as Portrait))).toEqual(other);
  expect(await source.look()).toEqual(SOURCE_AS_READ);
  const [take] = Object.values(board.review.records.take);
  const command: Command = {
    type: 'approve-suggestion',
    shotId: take?.shotId ?? '',
    takeId: take?.id ?? '',
    prompt: 'a boy on the ice',
    negativePrompt: '',
    seed: 'new',
    strength: null,
    references: [{ portraitId: piet?.id ?? '', region: null }],
    acceptedEdits: [],
    edited: false,
  };
  board.review.run({ id: 'a', at: 1, command });
  const mark = () => {
    const parts = shotParts(board.review.records, take?.shotId ?? '');
    return parts && shotOutOfDate(parts);
  };
  expect(mark()).toBeNull();
  await writeFile(join(folder, 'refs/Piet.png'), Buffer.concat([png, Buffer.from('in a cap')]));
  await rm(join(folder, 'refs/Piet 2.png'));
  const { changes } = await source.look();
  expect(changes.map(({ number, from, to }) => [number, from, to])).toEqual([
    ['Piet', '', 'refs/Piet.png'],
    ['Piet', 'refs/Piet 2.png', ''],
  ]);
  source.takeIn();
  expect(portraits()).toEqual([['Piet', 'refs/Piet.png', false]]);
  expect(mark()).toContain('The reference picture of Piet changed');
  board.review.undo();
  expect(portraits()).toHaveLength(2);
  expect(mark()).toBeNull();
  close();
  // A review that comes back knows where they lie.
  const again = await open(folder, data);
  const found = Object.values(again.board.review.records.portrait).find(
    ({ path }) => path === 'refs/Piet.png',
  );
  await expect(again.board.fileOf(found as Portrait)).rejects.toMatchObject({ code: 'IMAGE_MISSING' });
  again.close();
});

it('sees at each look what the source says by then, also of a board that was read just now', async () => {
  const folder = await folderWith({ 'shots.json': shots('a mule'), 'shot_1.png': png });
  const { board, source } = await open(folder, await temporaryFolder());
  let told = 0;
  source.onChange(() => told++);
  const compared = vi.spyOn(board.review, 'sourceBase', 'get');
  expect(await source.look()).toEqual(SOURCE_AS_READ);
  expect([told, compared.mock.calls.length]).toEqual([0, 1]);
  // What says the same is not compared again.
  expect(await source.look()).toEqual(SOURCE_AS_READ);
  expect([told, compared.mock.calls.length]).toEqual([0, 1]);
  await writeFile(join(folder, 'shots.json'), shots('a mule with a bell'));
  expect(await source.look()).toMatchObject({ changes: [{ kind: 'description' }], problem: null });
  expect([told, source.state.changes.length]).toEqual([1, 1]);
  await writeFile(join(folder, 'shots.json'), shots('a mule'));
  expect(await source.look()).toEqual(SOURCE_AS_READ);
  // A picture that no shot has is no change of the board, and is named.
  await writeFile(join(folder, 'sketch.png'), png);
  expect(await source.look()).toEqual(SOURCE_AS_READ);
  expect(board.review.skipped).toEqual([expect.objectContaining({ name: 'sketch.png' })]);
  expect(told).toBe(3);
});

it('takes in what was found last also while the source is being read again', async () => {
  const folder = await folderWith({ 'shots.json': shots('a mule'), 'shot_1.png': png });
  let goOn: () => void = () => undefined;
  let waiting: Promise<void> | null = null;
  const { board, source } = await open(folder, await temporaryFolder(), async (file) => {
    await waiting;
    return readPictureFile(file);
  });
  await writeFile(join(folder, 'shots.json'), shots('a mule with a bell'));
  const { changes } = await source.look();
  waiting = new Promise((resolve) => {
    goOn = resolve;
  });
  await writeFile(join(folder, 'shot_1.png'), other);
  const again = source.look();
  expect(source.state.changes).toEqual(changes);
  expect(source.takeIn()).toEqual(changes);
  expect(told(board)).toEqual(['1 a mule with a bell pending']);
  goOn();
  expect(await again).toMatchObject({ changes: [{ kind: 'replaced' }], problem: null });
});

it('is matched otherwise also while it is being read by the match of before', async () => {
  const folder = await folderWith({
    'shots.json': shots('a mule', 'an owl'),
    'a_1.png': png,
    'a_2.png': other,
  });
  let goOn: () => void = () => undefined;
  let waiting: Promise<void> | null = null;
  let begin: () => void = () => undefined;
  const reading = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const { board, source } = await open(folder, await temporaryFolder(), async (file) => {
    if (waiting) begin();
    await waiting;
    return readPictureFile(file);
  });
  await writeFile(join(folder, 'a_1.png'), Buffer.concat([png, Buffer.from('third')]));
  waiting = new Promise((resolve) => {
    goOn = resolve;
  });
  const look = source.look();
  await reading;
  waiting = null;
  const pictures = { 'a_1.png': '2', 'a_2.png': '1' };
  const changes = await source.rematch({ ...NO_CHOICE, pictures });
  expect(changes.map(({ kind }) => kind)).toEqual(['picture', 'pick', 'picture']);
  goOn();
  expect(await look).toEqual(SOURCE_AS_READ);
  expect([source.state, board.review.match.pictures]).toEqual([SOURCE_AS_READ, pictures]);
});

it('is read by the match of before once its step is undone, also where the same was said twice', async () => {
  const pair = { 'a_1.png': png, 'a_2.png': other };
  const folder = await folderWith({ 'shots.json': shots('a mule', 'an owl'), ...pair });
  const { board, source } = await open(folder, await temporaryFolder());
  const before = board.review.match;
  const swapped = { ...NO_CHOICE, pictures: { 'a_1.png': '2', 'a_2.png': '1' } };
  await source.rematch(swapped);
  expect(await source.rematch(swapped)).toEqual([]);
  expect(board.review.match.pictures).toEqual(swapped.pictures);
  board.review.undo();
  expect(board.review.match).toEqual(before);
  board.review.redo();
  expect(board.review.match.pictures).toEqual(swapped.pictures);
});

it('reads a picture again only where its file is another, also after it was opened anew', async () => {
  const files = { 'shot_1.png': png, 'shot_2.png': other };
  const folder = await folderWith({ 'shots.json': shots('a mule', 'an owl'), ...files });
  const data = await temporaryFolder();
  let asked: string[] = [];
  const read: typeof readPictureFile = async (file) => {
    asked.push(basename(file));
    return readPictureFile(file);
  };
  /** The pictures that were asked and hashed since. */
  const watched = async () => {
    const opened = await open(folder, data, read);
    const hashed = vi.spyOn(opened.board.assets, 'add');
    const since = () => {
      const seen = [asked.sort(), hashed.mock.calls.map(([file]) => basename(file))];
      asked = [];
      hashed.mockClear();
      return seen;
    };
    return { ...opened, since };
  };
  const first = await watched();
  expect(first.since()).toEqual([Object.keys(files), []]);
  expect(await first.source.look()).toEqual(SOURCE_AS_READ);
  expect(first.since()).toEqual([[], []]);
  first.close();
  const { board, source, since } = await watched();
  expect(await source.look()).toEqual(SOURCE_AS_READ);
  expect(since()).toEqual([[], []]);
  // Of the same length, under the same name.
  const third = Buffer.concat([png, Buffer.from('ANOTHER')]);
  await writeFile(join(folder, 'shot_2.png'), third);
  expect((await source.look()).changes).toMatchObject([{ kind: 'replaced', number: '2' }]);
  expect(since()).toEqual([['shot_2.png'], ['shot_2.png']]);
  source.takeIn();
  const take = Object.values(board.review.records.take).find(({ path }) => path === 'shot_2.png');
  expect(await readFile(await board.fileOf(take as Take))).toEqual(third);
  expect(since()).toEqual([[], []]);
});

describe('a source that cannot be read any more', () => {
  const files = { 'shots.json': shots('a mule'), 'shot_1.png': png };
  const text = files['shots.json'];
  const reopened = async (path: string, data: string) => {
    const { board, source, close } = await open(path, data);
    expect(told(board)).toEqual(['1 a mule on-hold']);
    const { changes, problem } = await source.look();
    expect([changes, source.takeIn()]).toEqual([[], []]);
    expect(told(board)).toEqual(['1 a mule on-hold']);
    return { problem, board, source, close };
  };
  /** With a decision on its only shot. */
  const reviewed = async (given: Record<string, string | Buffer> = files) => {
    const folder = await folderWith(given);
    const data = await temporaryFolder();
    const { board, close } = await open(folder, data);
    const [shot] = Object.values(board.review.records.shot);
    board.review.run({ id: 'a', at: 1, command: { type: 'hold', shotId: shot?.id ?? '', reason: '' } });
    close();
    return { folder, data, file: join(folder, 'shots.json') };
  };

  it('leaves the review as it is, says where it is damaged, and goes on once it is mended', async () => {
    const { folder, data, file } = await reviewed();
    await writeFile(file, text.replace(':"Walk"', '"Walk"'));
    // Another shots file that lies there is not what the folder was opened from.
    await writeFile(join(folder, 'other.json'), shots('an owl', 'a well'));
    const { problem, source, board, close } = await reopened(folder, data);
    expect(problem).toBe(
      'shots.json is not valid JSON, line 1, column 9. The board stays as it is, and takes nothing in until its source can be read again.',
    );
    await writeFile(file, shots('a mule with a bell'));
    expect(await source.look()).toMatchObject({ changes: [{ kind: 'description' }], problem: null });
    source.takeIn();
    expect(told(board)).toEqual(['1 a mule with a bell on-hold']);
    close();
    await writeFile(file, '{"shots": "none"}');
    const again = await open(file, data);
    expect((await again.source.look()).problem).toMatch(/^shots.json, shots: expected a list of shots\. /);
  });

  it('or is gone, whether its folder was opened or itself', async () => {
    const { folder, data, file } = await reviewed();
    await rm(file);
    const { problem, close } = await reopened(folder, data);
    expect(problem).toMatch(/^shots.json is gone\. /);
    close();
    const { problem: same } = await reopened(file, data);
    expect(same).toMatch(/^shots.json is not there\. /);
    await expect(open(join(folder, 'never.json'), data)).rejects.toMatchObject({ code: 'OPEN_FAILED' });
    await expect(open(join(folder, 'no', 'folder'), data)).rejects.toMatchObject({ code: 'OPEN_FAILED' });
  });

  it('or is no file any more', async () => {
    const { folder, data, file } = await reviewed();
    await rm(file);
    await mkdir(file);
    const { problem } = await reopened(folder, data);
    expect(problem).toMatch(/^shots.json cannot be read/);
  });

  it('or came damaged where there were pictures alone', async () => {
    const { folder, data, file } = await reviewed({ '1.png': png, '1.txt': 'a mule' });
    await writeFile(file, text.slice(0, -2));
    const { problem } = await reopened(folder, data);
    expect(problem).toMatch(/^shots.json is not valid JSON, line 1, column \d+\. /);
  });

  it('but not where something else is wrong', async () => {
    const { folder, data, file } = await reviewed();
    expect(await reviewedAt(folder, data, new ContinuistError('BAD_FILE', 'shots.json')).match()).toBeNull();
    for (const thrown of [new Error('a defect'), new ContinuistError('SEVERAL_SOURCES', 'a, b')])
      for (const path of [folder, file]) expect(() => reviewedAt(path, data, thrown)).toThrow(thrown);
  });

  it('is an error where there is no review', async () => {
    const folder = await folderWith({ ...files, 'shots.json': '{"shots": [' });
    await expect(open(folder, await temporaryFolder())).rejects.toMatchObject({ code: 'BAD_FILE' });
  });
});

it('has a review of its own for each shots file of a folder', async () => {
  const folder = await folderWith({
    'a.json': shots('a mule', 'a well'),
    'shot_1.png': png,
  });
  const data = await temporaryFolder();
  (await open(folder, data)).close();
  await writeFile(join(folder, 'b.json'), shots('an owl'));
  // Of two, the one that has a review is what the folder was opened as.
  const again = await open(folder, data);
  expect(told(again.board)).toHaveLength(2);
  again.close();
  const second = await open(join(folder, 'b.json'), data);
  expect(told(second.board)).toEqual(['1 an owl pending']);
  second.close();
  await expect(findBoard(folder, { dataFolder: data })).rejects.toMatchObject({ code: 'SEVERAL_SOURCES' });
  for (const name of ['a.json', 'b.json'])
    expect(await findBoard(folder, { dataFolder: data, sourceName: () => name })).toMatchObject({
      source: name,
    });
  const moved = findBoard(folder, { dataFolder: data, sourceName: () => 'gone.json' });
  await expect(moved).rejects.toMatchObject({ code: 'SEVERAL_SOURCES' });
  const first = await open(join(folder, 'a.json'), data);
  expect(told(first.board)).toEqual(['1 a mule pending', '2 a well pending']);
  first.close();
  // A file that has another name now is the same storyboard.
  await rm(join(folder, 'a.json'));
  await writeFile(join(folder, 'c.json'), shots('a mule', 'a well'));
  const renamed = await open(join(folder, 'c.json'), data);
  expect(renamed.board.review.file).toBe(first.board.review.file);
});

it('goes on as a shots file where it was a folder of pictures, with what was decided of them', async () => {
  const folder = await folderWith({ '1.png': png, '2.png': other });
  const data = await temporaryFolder();
  const { board, close } = await open(folder, data);
  const [one] = Object.values(board.review.records.shot);
  board.review.run({ id: 'a', at: 1, command: { type: 'reject', shotId: one?.id ?? '', reason: '' } });
  close();
  await writeFile(join(folder, 'shots.json'), shots('a mule', 'an owl'));
  const again = await open(folder, data);
  await again.source.look();
  again.source.takeIn();
  expect(told(again.board)).toEqual(['1 a mule rejected', '2 an owl pending']);
  const [storyboard] = Object.values(again.board.review.records.storyboard);
  expect(storyboard?.source).toMatchObject({ kind: 'pipeline', name: 'shots.json' });
});
