/** The real model's process with too little memory, for real: Linux holds a process to a limit that is set from outside. */
import { execFileSync } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isOutOfMemory } from '@models/faults/out-of-memory.js';
import { ServerFailure } from '@models/server/failure.js';
import { ContinuistError } from '@shared/errors.js';
import { afterEach, describe, expect, it } from 'vitest';
import { InferenceClient } from './client.js';
import { memoryShortage } from './memory-shortage.js';
import { forkChild, startNodeChild } from './node-child.js';
import type { StartChild } from './port.js';

const modelsFolder = fileURLToPath(new URL('../../models', import.meta.url));
const entry = fileURLToPath(new URL('./entry.ts', import.meta.url));
const picture = fileURLToPath(
  new URL('../../examples/lantern/keyframes/scene_001_keyframe_00_t0.00.webp', import.meta.url),
);
const request = { file: picture, questions: [{ id: 'q', kind: 'entity', text: 'a girl' } as const] };
const MEGABYTE = 1e6;
const open: { close(): Promise<unknown> }[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

function client(start: StartChild): InferenceClient {
  const made = new InferenceClient({ start, modelsFolder, threads: 1 });
  open.push(made);
  return made;
}

/** No more than `room` bytes beside what it has now. */
async function hold(pid: number, room: number): Promise<void> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  const now = 1024 * Number(/VmData:\s+(\d+)/.exec(status)?.[1]);
  execFileSync('prlimit', ['--pid', `${pid}`, `--data=${now + room}`]);
}

describe.runIf(process.platform === 'linux')('a model’s process with too little memory', () => {
  it.each([0, 5])('is started anew and given the picture again, with %i MB left', async (megabytes) => {
    const inference = client(startNodeChild);
    await inference.describe('storybook');
    const first = inference.pid ?? 0;
    await hold(first, megabytes * MEGABYTE);
    const { answers } = await inference.judge('storybook', request);
    expect(answers[0]?.p).toBeGreaterThan(0.9);
    expect(inference.pid).not.toBe(first);
  });

  it('that cannot even load its model says so, and the program goes on', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'continuist-memory-'));
    open.push({ close: () => rm(folder, { recursive: true }) });
    const limited = join(folder, 'node');
    await writeFile(limited, `#!/bin/sh\nulimit -d 120000\nexec "${process.execPath}" "$@"\n`);
    await chmod(limited, 0o755);
    const inference = client(() => forkChild(entry, limited));
    await expect(inference.describe('storybook')).rejects.toMatchObject({ code: 'JUDGE_UNAVAILABLE' });
    expect(inference.loaded).toBeNull();
  });
});

it('a lack of memory is known by what libraries say of it, also as the cause of something else', () => {
  for (const said of [
    'std::bad_alloc',
    'Failed to allocate memory for requested buffer of size 1048576',
    'Input file has corrupt header: vips_tracked: out of memory -- size == 3MB',
    'glib: Error creating thread: Resource temporarily unavailable',
    'CUDA failure 2: out of memory',
  ]) {
    expect(isOutOfMemory(new Error(said)), said).toBe(true);
    expect(isOutOfMemory(new ContinuistError('IMAGE_UNREADABLE', '', {}, new Error(said)))).toBe(true);
  }
  const theirs = new ServerFailure('refused', 'CUDA out of memory');
  expect(isOutOfMemory(new ContinuistError('JUDGE_FAILED', `gpu.local: ${theirs.message}`, {}, theirs))).toBe(
    false,
  );
  for (const said of ['Input file contains unsupported image format', 'no such file'])
    expect(isOutOfMemory(new Error(said)), said).toBe(false);
});

it('what a model needs is told only where less is free', () => {
  const folders = { modelsFolder, downloadsFolder: null };
  expect(memoryShortage('phi-3.5-vision', 'cpu', folders, 3e9)).toBe(
    'it needs about 7.0 GB of memory, and 3.0 GB were free',
  );
  expect(memoryShortage('phi-3.5-vision', 'cpu', folders, 16e9)).toBe('');
  expect(memoryShortage('phi-3.5-vision', 'webgpu', folders, 0)).toBe('');
  expect(memoryShortage('nobody', 'cpu', folders, 0)).toBe('');
});
