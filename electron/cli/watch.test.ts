import { folderWith, temporaryFolder } from '@testing/folder.js';
import { plainPng } from '@testing/pictures.js';
import { afterEach, expect, it, vi } from 'vitest';
import { EXIT } from './exit-code.js';
import { run } from './program.js';

afterEach(() => vi.unstubAllEnvs());

it('what fails while frames are watched for is a line of JSON for a program, and is no end of it', async () => {
  vi.stubEnv('CONTINUIST_DATA_FOLDER', await temporaryFolder());
  const board = await folderWith({ 'shot_1.png': await plainPng(), 'shot_1.txt': 'a mule' });
  const stop = new AbortController();
  const lines: unknown[] = [];
  // Nobody has said where that judge's server is.
  const args = ['watch', board, '--judge', 'openai-compatible', '--progress', 'json'];
  const code = await run(args, {
    out: () => undefined,
    error: (text) => {
      const line = JSON.parse(text);
      lines.push(line);
      if ('error' in line) stop.abort();
    },
    signal: stop.signal,
    progress: () => ({ show: () => undefined, end: () => undefined }),
  });
  expect(lines).toEqual([
    { note: expect.stringContaining('Watching for frames') },
    {
      error: {
        code: 'JUDGE_UNAVAILABLE',
        message: expect.any(String),
        hint: expect.any(String),
        data: expect.any(Object),
      },
    },
  ]);
  expect(code).toBe(EXIT.passed);
});
