import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Job } from '@shared/job.js';
import { folderWith, temporaryFolder } from '@testing/folder.js';
import { plainPng } from '@testing/pictures.js';
import { afterEach, expect, it, vi } from 'vitest';
import { EXIT } from './exit-code.js';
import { run } from './program.js';

afterEach(() => vi.unstubAllEnvs());

it.each([
  [1, 'Cancelled. Nothing was exported.', []],
  [2, 'Cancelled. What was finished is kept.', ['scores.csv']],
])('an export that is cancelled at file %d says what is left of it', async (last, told, left) => {
  vi.stubEnv('CONTINUIST_DATA_FOLDER', await temporaryFolder());
  const board = await folderWith({ 'shot_1.png': await plainPng() });
  const out = await temporaryFolder();
  const stop = new AbortController();
  const seen = new Set<string>();
  const errors: string[] = [];
  const show = ({ id }: Job) => {
    if (seen.add(id).size === last) stop.abort();
  };
  const args = ['export', board, '--csv', join(out, 'scores.csv'), '--edl', join(out, 'cut.edl')];
  const code = await run(args, {
    out: () => undefined,
    error: (text) => errors.push(text),
    signal: stop.signal,
    progress: () => ({ show, end: () => undefined }),
  });
  expect([code, errors]).toEqual([EXIT.cancelled, [told]]);
  expect(await readdir(out)).toEqual(left);
});
