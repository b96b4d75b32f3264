/** Of one picture's making: what belongs to it of all that a server says, which has no owner's name on it. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { A1111Double } from '@testing/a1111/double.js';
import type { Fate } from '@testing/fate.js';
import { plainPng } from '@testing/pictures.js';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { GenerationProgress } from '../generator.js';
import { requestIn } from '../testing/request.js';
import type { Limits } from './client.js';
import { connected, never, QUICK, until } from './testing/asks.js';

let folder: string;
let double: A1111Double;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'continuist-making-'));
  await writeFile(join(folder, 'take.png'), await plainPng());
  double = await new A1111Double().start();
});
afterEach(async () => {
  double.state.isFrozen = false;
  await double.stop();
  await rm(folder, { recursive: true, force: true });
});

const says = (body: object): Fate => ({ do: 'say', status: 200, body: JSON.stringify(body) });
const standing = (job: string, of: object = {}): Fate =>
  says({
    progress: 0.5,
    state: { job, job_count: job ? 1 : 0, job_timestamp: job, sampling_step: 1, sampling_steps: 9, ...of },
  });
const sent = (): number => double.count('POST', '/sdapi/v1/txt2img');
const isProgress = (path: string): boolean => path.startsWith('/sdapi/v1/progress');

/** One picture; what it was told of while it was made. */
async function made(limits: Limits = QUICK) {
  const own = connected(double, limits);
  const told: GenerationProgress[] = [];
  const request = requestIn(folder);
  const image = await own.start(request, await own.handleFor(request), {
    ...never(),
    progress: (now) => void told.push(now),
  });
  return { image, told };
}

/** The server holds the picture back until it was asked so often how far it is. */
function heldFor(looks: number, fate: (look: number) => Fate | null): void {
  double.state.isFrozen = true;
  let look = 0;
  double.options = {
    fate: (_, path) => {
      if (!isProgress(path) || sent() === 0) return null;
      look++;
      if (look >= looks) double.state.isFrozen = false;
      return fate(look);
    },
  };
}

it('has no seed and no differences where the server tells none', async () => {
  const asked = await sharp(await plainPng())
    .resize(64, 64)
    .png()
    .toBuffer();
  const image = asked.toString('base64');
  double.options = {
    fate: (method) => (method === 'POST' ? says({ images: [image], parameters: {}, info: '{}' }) : null),
  };
  const bare = (await made()).image;
  expect(bare).not.toHaveProperty('seed');
  expect(bare.settings).not.toHaveProperty('not as asked');
  double.options = {};
  expect((await made()).image).toHaveProperty('seed');
});

it('says with the picture what the server changed without a word', async () => {
  const image = (await plainPng()).toString('base64');
  const info = JSON.stringify({ all_seeds: [9] });
  double.options = { fate: (method) => (method === 'POST' ? says({ images: [image], info }) : null) };
  expect((await made()).image.settings['not as asked']).toContain(
    'asked for seed 18446744073709551615, made with 9; asked for size 64 × 64, made with 8 × 8',
  );
});

it('is asked again where its lists were cut off on the way', async () => {
  const cut = new Set<string>();
  double.options = {
    fate: (_, path) => {
      if (!path.includes('samplers') || cut.has(path)) return null;
      cut.add(path);
      return { do: 'cut' };
    },
  };
  await expect(made()).resolves.toMatchObject({ image: { bytes: expect.anything() } });
  expect([cut.size, sent()]).toEqual([1, 1]);
});

it('is not taken for stopped where somebody else’s was stopped after it', async () => {
  heldFor(3, (look) => (look < 3 ? standing('ours') : standing('theirs', { interrupted: true })));
  await expect(made()).resolves.toMatchObject({ image: { bytes: expect.anything() } });
});

it('is not taken for stopped where the sign was left from before, on a server that tells no times', async () => {
  const image = (await plainPng()).toString('base64');
  double.options = {
    fate: (method, path) => {
      if (method === 'POST') return says({ images: [image], info: '{}' });
      return isProgress(path) ? standing('', { interrupted: true }) : null;
    },
  };
  await expect(made()).resolves.toMatchObject({ image: { bytes: expect.anything() } });
});

it('is waited for as long as it has not begun: only from its end on its answer is due', async () => {
  heldFor(8, (look) => standing(look < 8 ? '' : 'ours'));
  await expect(made({ ...QUICK, answering: 1 })).resolves.toMatchObject({
    image: { bytes: expect.anything() },
  });
});

it('tells the step in words where there are steps, and nothing where there are none', async () => {
  heldFor(4, (look) => standing('ours', look === 2 ? { sampling_step: 0, sampling_steps: 0 } : {}));
  const { told } = await made();
  const doing = told.filter(({ state }) => state === 'running').map((now) => now.doing);
  expect(doing.slice(0, 3)).toEqual(['Step 1 of 9', '', 'Step 1 of 9']);
  await until(() => !double.state.isBusy);
});
