/** A small picture of any generator, to see that it works. */
import { randomInt } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Generator, TestPicture } from './generator.js';

/** Pixels. */
const SIZE = { width: 512, height: 288 };

/** As the generator tests itself, else as any picture from words. Throws what `Generator.start` throws. */
export async function tryOut(generator: Generator, signal: AbortSignal): Promise<TestPicture> {
  if (generator.test) return generator.test(signal);
  const folder = await mkdtemp(join(tmpdir(), 'continuist-test-'));
  try {
    const request = {
      id: 'test',
      prompt: 'a red fox in the snow',
      negativePrompt: '',
      seed: String(randomInt(2 ** 32)),
      ...SIZE,
      fromFile: '',
      strength: null,
      mask: null,
      instruction: null,
      references: [],
      settings: {},
      folder,
    };
    const handle = await generator.handleFor(request);
    const watch = { signal, progress: () => undefined };
    const { bytes } = await generator.start(request, handle, watch).catch(async (thrown: unknown) => {
      if (signal.aborted) await generator.cancel?.(handle);
      throw thrown;
    });
    return { models: [], picture: bytes, note: '' };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
