/** Results that would go over what they are made from, and arguments that say nothing. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drawStoryboard } from '@testing/storyboard.js';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { shell } from './testing/shell.js';

let folder: string;
let board: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'continuist-keep-'));
  vi.stubEnv('CONTINUIST_DATA_FOLDER', join(folder, 'data'));
  board = join(folder, 'board');
  await drawStoryboard(board, { shots: 1 });
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

it('no command writes over the shots file or a picture of its board', async () => {
  const picture = (await readdir(board, { recursive: true })).find((name) => /\.(?:png|webp)$/.test(name));
  const shots = join(board, 'shots.json');
  const frame = join(board, picture ?? '');
  const before = [await readFile(shots), await readFile(frame)];
  for (const args of [
    ['analyse', board, '--out', frame],
    ['export', board, '--shots', shots, '--csv', join(folder, 'scores.csv')],
  ]) {
    const { code, error } = await shell(...args);
    expect([code, error]).toEqual([
      1,
      expect.stringMatching(/nothing is written over .*, which (?:lists|is a picture)/),
    ]);
  }
  expect([await readFile(shots), await readFile(frame)]).toEqual(before);
  expect(await readdir(folder)).not.toContain('scores.csv');
});

it('an empty argument is no board: nothing is looked for in the folder that the shell is in', async () => {
  const { code, error } = await shell('analyse', '');
  expect([code, error]).toEqual([2, expect.stringContaining('One of the arguments is empty')]);
});

it('a stage that is off says which shots file is not there', async () => {
  const config = join(folder, 'pipeline.json');
  await writeFile(config, JSON.stringify({ shots: 'gone.json', out: 'next.json' }));
  const { code, error } = await shell('stage', '--config', config, '--skip-vision');
  expect([code, error]).toEqual([1, expect.stringMatching(/gone\.json is not there/)]);
  await writeFile(config, JSON.stringify({ shots: 'board', out: 'next.json' }));
  const whole = await shell('stage', '--config', config, '--skip-vision');
  expect(whole.error).toMatch(/board is no file: where the stage is off, a shots file goes on/);
  const missing = await shell('stage', '--config', join(folder, 'none.json'));
  expect(missing.error).toMatch(/none\.json is not there, or cannot be read/);
});
