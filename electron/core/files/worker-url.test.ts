import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
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
