import { plainPng } from '@testing/pictures.js';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import type { Generator, TestPicture } from './generator.js';
import { GeneratorTrials } from './trials.js';

/** Of a generator that tests itself so. */
const trialsOf = (test: (signal: AbortSignal) => Promise<TestPicture>) =>
  new GeneratorTrials({ of: () => ({ test }) as unknown as Generator });

const making = (picture: Buffer) => async () => ({ picture, note: 'As asked.', models: ['ink'] });

it('gives the picture, its size and what was found, and shows the picture until others came after it', async () => {
  const plain = await plainPng();
  const pictures = [plain, await sharp(plain).resize(4, 2).png().toBuffer()];
  const trials = trialsOf(async () => making(pictures.shift() as Buffer)());
  const began = performance.now();
  const first = await trials.run('drawn');
  const seconds = (performance.now() - began) / 1000;
  expect(first).toMatchObject({ width: 8, height: 8, note: 'As asked.', models: ['ink'] });
  expect(first.seconds).toBeGreaterThan(0);
  expect(first.seconds).toBeLessThanOrEqual(seconds);
  expect((await sharp((await trials.picture(first.picture, null)) as Buffer).metadata()).width).toBe(8);
  const second = await trials.run('drawn');
  expect([second.width, second.height]).toEqual([4, 2]);
  for (let width = 10; width < 26; width++) {
    pictures.push(await sharp(plain).resize(width, 2).png().toBuffer());
    await trials.run('drawn');
  }
  expect(await trials.picture(first.picture, null)).toBeNull();
});

it('says what is wrong with what is no picture, and that it was stopped where it was', async () => {
  const words = trialsOf(making(Buffer.from('no picture')));
  await expect(words.run('drawn')).rejects.toMatchObject({ code: 'GENERATOR_FAILED' });
  const stop = new AbortController();
  let isTold = false;
  const stopped = trialsOf(async (signal) => {
    stop.abort();
    isTold = signal.aborted;
    throw signal.reason;
  });
  await expect(stopped.run('drawn', stop.signal)).rejects.toMatchObject({ code: 'CANCELLED' });
  expect(isTold, 'the generator is told to stop').toBe(true);
  const failing = trialsOf(async () => {
    throw new Error('out of paint');
  });
  await expect(failing.run('drawn')).rejects.toThrow('out of paint');
});
