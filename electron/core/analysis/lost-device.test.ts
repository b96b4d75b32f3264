/** A device that fails at work, in processes that really die, where the next one gives the same answers. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openBoard } from '@core/board/index.js';
import { feedbackOf, findStoryboard } from '@core/formats/index.js';
import { createMeasures } from '@core/measures/index.js';
import { forkChild, InferenceClient } from '@inference/index.js';
import { DEFAULT_SETTINGS } from '@shared/settings.js';
import { drawStoryboard } from '@testing/storyboard.js';
import { expect, it, onTestFinished } from 'vitest';
import { analyse } from './index.js';

const fragile = fileURLToPath(new URL('../../../testing/fragile-child.ts', import.meta.url));

it('is named in the summary and the feedback, with the device that went on', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'continuist-lost-device-'));
  const inference = new InferenceClient({
    start: () => forkChild(fragile),
    modelsFolder: '',
    threads: 1,
    devices: () => ({ devices: ['webgpu', 'cpu'], refused: [] }),
  });
  const measures = createMeasures();
  const found = await findStoryboard(await drawStoryboard(join(folder, 'board'), { shots: 2 }));
  const board = await openBoard(found, {
    dataFolder: join(folder, 'data'),
    cacheFolder: join(folder, 'cache'),
    settings: () => DEFAULT_SETTINGS,
    log: (thrown) => {
      throw thrown;
    },
  });
  onTestFinished(async () => {
    board.close();
    await Promise.all([inference.close(), measures.close()]);
    await rm(folder, { recursive: true, force: true });
  });
  const order = { judge: 'loses its card', shotIds: null, again: false, failedToo: true, first: [] };
  const control = {
    signal: new AbortController().signal,
    ending: new AbortController().signal,
    progress: () => undefined,
    checkpoint: () => undefined,
  };
  expect(
    await analyse(board, order, { inference: Object.assign(inference, { eye: null }), measures }, control),
  ).toMatch(/, on cpu; refused: webgpu$/);
  expect(
    feedbackOf({ board, version: '0', generator: 'none', frameRate: '24', now: 0, target: null }).judge,
  ).toMatchObject({
    device: 'cpu',
    refused: [{ device: 'webgpu', reason: expect.stringContaining('crashed its process') }],
  });
});
