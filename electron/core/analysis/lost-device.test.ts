/** A device that fails at work, in processes that really die, where the next one gives the same answers. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { feedbackOf, findStoryboard } from '@core/formats/index.js';
import { createMeasures } from '@core/measures/index.js';
import { forkChild, InferenceClient } from '@inference/index.js';
import { temporaryFolder } from '@testing/folder.js';
import { drawStoryboard } from '@testing/storyboard.js';
import { expect, it, onTestFinished } from 'vitest';
import { openFound } from '../board/testing/open-found.js';
import { analyse } from './index.js';

const fragile = fileURLToPath(new URL('../../../testing/fragile-child.ts', import.meta.url));

it('is named in the summary and the feedback, with the device that went on', async () => {
  const folder = await temporaryFolder();
  const inference = new InferenceClient({
    start: () => forkChild(fragile),
    modelsFolder: '',
    threads: 1,
    devices: () => ({ devices: ['webgpu', 'cpu'], refused: [] }),
  });
  const measures = createMeasures();
  onTestFinished(async () => {
    await Promise.all([inference.close(), measures.close()]);
  });
  const found = await findStoryboard(await drawStoryboard(join(folder, 'board'), { shots: 2 }));
  const board = await openFound(found, {
    dataFolder: join(folder, 'data'),
    cacheFolder: join(folder, 'cache'),
  });
  const order = { judge: 'loses its card', shotIds: null, again: false, failedToo: true, first: [] };
  const control = {
    signal: new AbortController().signal,
    ending: new AbortController().signal,
    progress: () => undefined,
    checkpoint: () => undefined,
  };
  const lookers = { inference: Object.assign(inference, { eye: null }), measures };
  const { summary, warning } = await analyse(board, order, lookers, control);
  expect(summary).toMatch(/, on cpu; refused: webgpu$/);
  expect(warning).toBe('');
  expect(
    feedbackOf({ board, version: '0', generator: 'none', frameRate: '24', now: 0, target: null }).judge,
  ).toMatchObject({
    device: 'cpu',
    refused: [{ device: 'webgpu', reason: expect.stringContaining('crashed its process') }],
  });
});
