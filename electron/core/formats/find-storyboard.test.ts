import { mkdir } from 'node:fs/promises';
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

  it('of two shots files, by the first', async () => {
    const second = SHOTS.replace('Walk', 'Second');
    const folder = await folderWith({ '2.json': second, '1.json': SHOTS });
    expect(await readStoryboard(folder)).toMatchObject({ title: 'Walk' });
    expect(await readStoryboard(join(folder, '2.json'))).toMatchObject({ title: 'Second' });
  });

  it('a folder of pictures, by its pictures; JSON that is no shots file changes nothing', async () => {
    const folder = await folderWith({ 'a.png': png, 'notes.json': '{"shots": ', 'list.json': '[1]' });
    expect((await readStoryboard(folder)).source).toMatchObject({ kind: 'images', format: 'images' });
  });

  it('a picture, by the pictures of its folder, even beside a shots file', async () => {
    const folder = await folderWith({ 'a.png': png, 'b.png': png, 'shots.json': SHOTS });
    const found = await readStoryboard(join(folder, 'b.png'));
    expect(found.source.kind).toBe('images');
    expect(found.shots).toHaveLength(2);
  });

  it('never by feedback that was written beside the pictures', async () => {
    const folder = await folderWith({ 'a.png': png, 'feedback.json': FEEDBACK });
    expect((await readStoryboard(folder)).source.kind).toBe('images');
    const both = await folderWith({ 'feedback.json': FEEDBACK, 'shots.json': SHOTS });
    expect((await readStoryboard(both)).shots[0]?.description).toBe('A fox.');
  });

  it('is found with its folder before it is read, and a file that is none is refused by then', async () => {
    const folder = await folderWith({ 'shots.json': SHOTS, 'a.png': png, 'notes.pdf': '' });
    for (const path of [folder, join(folder, 'shots.json'), join(folder, 'a.png')])
      expect((await findStoryboard(path)).folder).toBe(folder);
    await expect(findStoryboard(join(folder, 'notes.pdf'))).rejects.toThrow(refusal(/Unknown file type/));
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
    await expect(opening('notes.pdf')).rejects.toThrow(refusal(/Unknown file type: notes\.pdf/));
    await expect(opening('feedback.txt')).rejects.toThrow(refusal(/Unknown file type: feedback\.txt/));
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
