import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Worker } from 'node:worker_threads';
import { folderWith } from '@testing/folder.js';
import { expect, it } from 'vitest';
import { startWorker } from './start-worker.js';
import { workerUrl } from './worker-url.js';

it.each(['file:///app/dist/main.js', 'file:///app/dist/main.js?v=1', 'file:///app/notes.ts.d/main.js'])(
  'beside the bundle at %s a thread starts from its own bundle',
  (owner) => {
    expect(workerUrl('reading-worker', owner)).toEqual({
      filename: new URL('./reading-worker.js', owner).href,
      execArgv: [],
    });
  },
);

it.each([import.meta.url.replace(/\?.*/, ''), `${import.meta.url.replace(/\?.*/, '')}?t=1`])(
  'from source at %s it starts from the TypeScript file beside its owner, by the loader that reads it',
  (owner) => {
    const { filename, execArgv } = workerUrl('worker-url', owner);
    expect(filename).toBe(new URL('./worker-url.ts', import.meta.url).href);
    expect(execArgv[0]).toBe('--import');
    expect(existsSync(fileURLToPath(execArgv[1] as string))).toBe(true);
  },
);

const sayingOf = (thread: Worker) =>
  new Promise((resolve, reject) => {
    thread.once('message', resolve).once('error', reject);
  }).finally(() => thread.terminate());

it('a thread starts with what it is given, from source and from a bundle', async () => {
  const source = new URL('./testing/owner.ts', import.meta.url).href;
  const given = { workerData: { words: 'a fox' } };
  expect(await sayingOf(startWorker('says', source, given))).toBe('said: a fox');
  const folder = await folderWith({
    'says.js': `const { parentPort, workerData } = require('node:worker_threads'); parentPort.postMessage(workerData.words + ', from a bundle');`,
  });
  const bundle = pathToFileURL(join(folder, 'main.js')).href;
  expect(await sayingOf(startWorker('says', bundle, given))).toBe('a fox, from a bundle');
});
