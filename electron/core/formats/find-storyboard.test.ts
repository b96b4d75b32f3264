import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { folderWith } from '@testing/folder.js';
import { plainPng, pngWith } from '@testing/pictures.js';
import { describe, expect, it } from 'vitest';
import { findStoryboard } from './index.js';
import { readStoryboard } from './testing/read-storyboard.js';

const png = await plainPng();
const SHOTS = JSON.stringify({ title: 'Walk', shots: [{ shotNumber: 1, sceneDescription: 'A fox.' }] });
/** Feedback lists shots too, and numbers them. */
const FEEDBACK = JSON.stringify({
  format: 'continuist-feedback',
  version: 1,
  shots: [{ number: '1', description: 'from the feedback' }],
});
const refusal = (message: RegExp) =>
  expect.objectContaining({ code: 'OPEN_FAILED', message: expect.stringMatching(message) });

describe('what a path is opened as', () => {
  it('a folder with a shots file, by that file', async () => {
    const folder = await folderWith({ 'a.json': '{"scene": 1}', 'b.json': SHOTS, 'shot_1.png': png });
    expect(await readStoryboard(folder)).toMatchObject({ title: 'Walk', source: { name: 'b.json' } });
  });

  it('not by a file of more shots than anybody can look at, which is counted before it is read', async () => {
    const rows = (count: number) => Array(count).fill({ shotId: 1, description: 'a fox' });
    const folder = await folderWith({
      'shots.json': JSON.stringify({ shots: rows(100_001) }),
      // Read by the letter it would not be: a key stands twice.
      'list.json': `[${JSON.stringify(rows(100_001)).slice(1, -1)},{"shotId":1,"shotId":2}]`,
    });
    await expect(readStoryboard(join(folder, 'shots.json'))).rejects.toEqual(
      refusal(/has 100001 shots, more than/),
    );
    await expect(readStoryboard(join(folder, 'list.json'))).rejects.toEqual(
      refusal(/has 100002 shots, more than/),
    );
  });

  it('of two shots files, by the one that is meant, and asks which where that is not known', async () => {
    const second = SHOTS.replace('Walk', 'Second');
    const folder = await folderWith({ '2.json': second, '1.json': SHOTS });
    await expect(readStoryboard(folder)).rejects.toMatchObject({
      code: 'SEVERAL_SOURCES',
      message: expect.stringMatching(/has 1\.json and 2\.json$/),
      data: { files: ['1.json', '2.json'] },
    });
    expect(await readStoryboard(join(folder, '2.json'))).toMatchObject({ title: 'Second' });
    const found = await findStoryboard(folder, { chosen: (_folder, names) => names[1] ?? null });
    expect(found.source).toBe('2.json');
    expect(await found.read()).toMatchObject({
      title: 'Second',
      skipped: [{ name: '1.json', reason: expect.stringContaining('another shots file') }],
    });
  });

  it('a folder of pictures, by its pictures; JSON that is no shots file changes nothing', async () => {
    const folder = await folderWith({
      'a.png': png,
      'a.json': '{"prompt": ',
      'list.json': '[1]',
      'package.json': '{"name": ',
      'board.json': '{"name": "ours"}',
    });
    expect((await readStoryboard(folder)).source).toMatchObject({ kind: 'images', format: 'images' });
  });

  it.each(['shot_1.json', 'shot_1.png.json', 'shot_1.swarm.json', 'Shot_1.PNG.json'])(
    'a folder of pictures, also where %s, which lies beside one of them, is damaged or speaks of scenes',
    async (name) => {
      for (const text of ['{"prompt": ', '{"prompt": "a fox", "loss": NaN}', '{"scenes": ["a mill"]}']) {
        const folder = await folderWith({ 'shot_1.png': png, [name]: text });
        expect((await readStoryboard(folder)).source, text).toMatchObject({ format: 'images' });
      }
    },
  );

  it.each([
    [
      'cut off',
      'shots.json',
      '{"shots":[\n{"shotNumber":1,',
      'shots.json is not valid JSON, line 2, column 17',
    ],
    [
      'with NaN',
      'notes.json',
      '{"shots":[{"duration":NaN}]}',
      'notes.json is not valid JSON, line 1, column 23',
    ],
    [
      'of other bytes',
      'storyboard.json',
      '\u0000\u0001\u0002',
      'storyboard.json is not valid JSON, line 1, column 1',
    ],
    ['without text', 'scenes.json', '', 'scenes.json is not valid JSON, line 1, column 1'],
    ['with nothing in it', 'shots.json', 'null', 'shots.json, shots: expected a list of shots'],
    ['with an empty list', 'Storyboard 2.json', '[]', 'Storyboard 2.json, shots: expected a list of shots'],
    ['without a list', 'shots.json', '{"shots": 3}', 'shots.json, shots: expected a list of shots'],
  ])('never a folder of pictures where a shots file lies there %s', async (_, name, text, message) => {
    const folder = await folderWith({ 'shot_1.png': png, [name]: text });
    const refused = { code: 'BAD_FILE', message: expect.stringContaining(message) };
    await expect(readStoryboard(folder)).rejects.toMatchObject(refused);
    await expect(readStoryboard(join(folder, name))).rejects.toMatchObject(refused);
    // Beside one that is whole it is left out, and said to be.
    const both = await folderWith({ 'a shots file.json': SHOTS, 'shot_1.png': png, [name]: text });
    const { title, skipped } = await readStoryboard(both);
    expect({ title, skipped }).toEqual({ title: 'Walk', skipped: [{ name, reason: refused.message }] });
  });

  it.skipIf(process.platform === 'win32')(
    'never a folder of pictures where its shots file cannot be read',
    async () => {
      for (const name of ['shots.json', 'shots.csv']) {
        const folder = await folderWith({ 'shot_1.png': png });
        await symlink(name, join(folder, name));
        await expect(readStoryboard(folder)).rejects.toMatchObject({
          code: 'OPEN_FAILED',
          message: expect.stringContaining(`${name} cannot be read`),
        });
      }
    },
  );

  it('a shots file in UTF-16, as any other', async () => {
    const text = Buffer.from(`\uFEFF${SHOTS}`, 'utf16le');
    const folder = await folderWith({ 'shots.json': text, 'shot_1.png': png });
    expect((await readStoryboard(folder)).shots[0]?.description).toBe('A fox.');
  });

  it('not by a shots file whose shots no picture shows', async () => {
    const folder = await folderWith({ 'shots.json': SHOTS, 'owl.png': png });
    await expect(readStoryboard(folder)).rejects.toMatchObject({
      code: 'NO_PICTURE_MATCHES',
      message: expect.stringContaining('shots.json has 1 shot, beside 1 picture such as owl.png'),
    });
    expect((await readStoryboard(await folderWith({ 'shots.json': SHOTS }))).shots).toHaveLength(1);
  });

  it('by such a file where that is meant, and by one that says of each picture what it shows where those are gone', async () => {
    const folder = await folderWith({ 'shots.json': SHOTS, 'owl.png': png });
    const { shots } = await (await findStoryboard(folder)).read(undefined, true);
    expect(shots).toMatchObject([{ description: 'A fox.', takes: [] }]);
    const boards = [{ uid: 'A', url: 'board-1-A.png', number: 1, shot: '1A', duration: 1000 }];
    const drawn = await folderWith({
      'walk.storyboarder': JSON.stringify({ version: '1', boards }),
      'owl.png': png,
    });
    const found = await readStoryboard(join(drawn, 'walk.storyboarder'));
    expect(found.shots).toMatchObject([{ takes: [] }]);
  });

  it('a picture, by the pictures of its folder, even beside a shots file', async () => {
    const folder = await folderWith({ 'a.png': png, 'b.png': png, 'shots.json': SHOTS });
    const found = await readStoryboard(join(folder, 'b.png'));
    expect(found.source.kind).toBe('images');
    expect(found.shots).toHaveLength(2);
  });

  it('never by feedback that was written beside the pictures', async () => {
    const folder = await folderWith({ 'a.png': png, 'feedback.json': FEEDBACK });
    const { source, skipped } = await readStoryboard(folder);
    expect(source.kind).toBe('images');
    expect(skipped).toEqual([
      { name: 'feedback.json', reason: 'a feedback file of Continuist; not a source' },
    ]);
    const both = await folderWith({
      'feedback.json': FEEDBACK,
      'shots.json': SHOTS,
      'a-revised-shots.json': SHOTS,
    });
    expect((await readStoryboard(both)).shots[0]?.description).toBe('A fox.');
  });

  it('is found with its folder before it is read, and a file that is none is refused by then', async () => {
    const folder = await folderWith({ 'shots.json': SHOTS, 'a.png': png, 'notes.pdf': '' });
    for (const path of [folder, join(folder, 'shots.json'), join(folder, 'a.png')])
      expect((await findStoryboard(path)).folder).toBe(folder);
    await expect(findStoryboard(join(folder, 'notes.pdf'))).rejects.toThrow(
      refusal(/notes\.pdf is a document; save its list of shots/),
    );
    await expect(findStoryboard(join(folder, 'gone'))).rejects.toThrow(refusal(/gone is not there/));
  });

  it('is refused in plain words', async () => {
    const folder = await folderWith({
      'feedback.json': FEEDBACK,
      'feedback.txt': FEEDBACK,
      'notes.pdf': '',
      'shots.json': '{"shot": []}',
    });
    await mkdir(join(folder, 'empty'));
    const opening = (name: string) => readStoryboard(join(folder, name));
    await expect(opening('gone')).rejects.toThrow(refusal(/gone is not there/));
    await expect(opening('notes.pdf')).rejects.toThrow(refusal(/notes\.pdf is a document/));
    await expect(opening('feedback.txt')).rejects.toThrow(refusal(/feedback\.txt is plain text/));
    await expect(opening('feedback.json')).rejects.toThrow(
      refusal(/feedback\.json is a feedback file of Con/),
    );
    await expect(opening('empty')).rejects.toThrow(refusal(/empty has no pictures/));
    // By its name it should be a shots file, so its reader says what is missing in it.
    await expect(opening('shots.json')).rejects.toMatchObject({
      code: 'BAD_FILE',
      data: { file: 'shots.json', field: 'shots' },
    });
  });
});

it('a board is said to come from the tool that made its pictures, where it was one', async () => {
  const a1111 = await pngWith({ parameters: 'a fox\nSteps: 3, Seed: 4, Size: 8x8' });
  const made = await folderWith({ 'a.png': a1111, 'b.png': a1111, 'c.png': png });
  expect((await readStoryboard(made)).source.format).toBe('a1111');
});
