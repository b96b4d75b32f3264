import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startNodeChild } from '@inference/index.js';
import { imagine } from '@models/storybook/world/index.js';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { judged, selfTest } from './self-test.js';

const modelsFolder = fileURLToPath(new URL('../../../models', import.meta.url));
let downloadsFolder: string;
beforeEach(async () => {
  downloadsFolder = await mkdtemp(join(tmpdir(), 'continuist-test-of-self-test-'));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(downloadsFolder, { recursive: true, force: true });
});

const options = (kill = false) => ({
  start: () => {
    const child = startNodeChild();
    if (kill) child.kill();
    return child;
  },
  modelsFolder,
  downloadsFolder,
  threads: 2,
});

describe('the self-test', () => {
  it('of the model that ships with the program finds it right, and what it costs', async () => {
    const test = await selfTest({ id: 'storybook', device: 'cpu' }, options());
    expect(test).toMatchObject({ device: 'cpu', sane: true, verdict: 'All 10 answers are right.' });
    for (const seconds of [test.loadSeconds, test.firstSeconds, test.frameSeconds])
      expect(seconds).toBeGreaterThan(0);
    if (process.platform === 'linux') expect(test.memory).toBeGreaterThan(50e6);
    expect(test.gpuMemory).toBeNull();
  });

  it('falls back on nothing: what the device refuses is the result', async () => {
    vi.stubEnv('VK_ICD_FILENAMES', '/nowhere/driver.json');
    const refused = (device: 'webgpu' | 'cuda') =>
      expect(selfTest({ id: 'storybook', device }, options())).rejects.toMatchObject({
        code: 'JUDGE_UNAVAILABLE',
      });
    if (process.platform === 'linux') await refused('webgpu');
    await refused('cuda');
    await expect(selfTest({ id: 'llava-onevision-0.5b', device: 'cpu' }, options())).rejects.toThrow(
      /models download llava-onevision-0\.5b/,
    );
  });

  it('tells of a process that dies, and stops at once when it is cancelled', async () => {
    await expect(selfTest({ id: 'storybook', device: 'cpu' }, options(true))).rejects.toThrow(/SIGKILL/);
    const cancel = new AbortController();
    const start = () => {
      setImmediate(() => cancel.abort());
      return startNodeChild();
    };
    const test = selfTest({ id: 'storybook', device: 'cpu', signal: cancel.signal }, { ...options(), start });
    await expect(test).rejects.toMatchObject({ code: 'CANCELLED' });
  });
});

describe('answers make no sense', () => {
  const answers = (values: Record<string, number>) =>
    Object.entries(values).map(([id, p]) => ({ id, p, reason: '' }));

  it('when they are no numbers, all the same, or against a known truth', () => {
    expect(judged(answers({ a: Number.NaN, b: 0.5 }), null)).toMatchObject({
      sane: false,
      answers: [{ p: null }, { p: 0.5 }],
    });
    expect(judged(answers({ a: 0.501, b: 0.5 }), null).sane).toBe(false);
    expect(judged(answers({ a: 0.7, b: 0.5 }), null).sane).toBe(true);
    const { scene } = imagine({ prompt: 'A fox in a forest at night. Gouache.', seed: 4 });
    expect(judged(answers({ 'a fox': 0.2, 'a cat': 0.1 }), scene)).toMatchObject({
      sane: false,
      verdict: 'Wrong about: a fox.',
    });
  });
});
