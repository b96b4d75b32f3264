import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ContinuistError } from '@shared/errors.js';
import sharp from 'sharp';
import type { Judge } from './judge.js';

/**
 * One question about a grey picture, before any of the artist's: drivers fail, or answer in what is no number, only
 * once a model runs, and compile its programs then. Throws JUDGE_UNAVAILABLE.
 */
export async function warmUp(judge: Judge): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'continuist-warm-up-'));
  try {
    const file = join(folder, 'grey.png');
    await sharp({ create: { width: 64, height: 36, channels: 3, background: '#808080' } }).toFile(file);
    const questions = [{ id: 'q', kind: 'entity', text: 'a girl' }] as const;
    const { answers, features } = await judge.judge({ file, questions });
    const numbers = [...answers.flatMap(({ p }) => (p === null ? [] : [p])), ...features];
    if (!numbers.every(Number.isFinite))
      throw new ContinuistError(
        'JUDGE_UNAVAILABLE',
        `on ${judge.description.device} its answers are not numbers`,
      );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
