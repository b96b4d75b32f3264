/** From an approval through "this goes there" to the take, in the whole application. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startApplication } from '@core/testing/application.js';
import { shotsInOrder } from '@shared/records/index.js';
import { ComfyDouble } from '@testing/comfyui/double.js';
import { writePython } from '@testing/comfyui/json.js';
import { usualGraph } from '@testing/comfyui/usual-graph.js';
import { temporaryFolder } from '@testing/folder.js';
import { plainPng, withTexts } from '@testing/pictures.js';
import { expect, it, onTestFinished } from 'vitest';

it('waits for one yes, makes what was approved, and is not asked again', async () => {
  const double = await new ComfyDouble().start();
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'board'));
  const picture = withTexts(await plainPng(), { prompt: writePython(usualGraph()) });
  await writeFile(join(folder, 'board', 'shot_001.png'), picture);
  const application = await startApplication(folder, {
    flags: { generator: 'comfyui', generators: { comfyui: { addresses: [double.url] } } },
  });
  onTestFinished(async () => {
    await application.close();
    await double.stop();
  });
  await application.open(join(folder, 'board'));
  const { review } = application.board;
  const [shot] = shotsInOrder(review.records);
  const approve = (prompt: string) =>
    application.run({
      id: prompt.replace(' ', '-'),
      at: Date.now(),
      command: {
        type: 'approve-suggestion',
        shotId: shot?.id ?? '',
        takeId: shot?.pickId ?? '',
        prompt,
        negativePrompt: '',
        seed: 'new',
        strength: null,
        acceptedEdits: [],
        edited: true,
      } as never,
    });
  const ended = async () => {
    for (const { id } of application.jobs.current) await application.jobs.ended(id);
  };
  approve('a fox');
  await ended();
  expect(double.count('POST', '/prompt')).toBe(0);
  expect(Object.values(review.records.request).map(({ state }) => state)).toEqual(['queued']);
  expect(application.placings).toMatchObject([{ graph: 'the graph in shot_001.png', waiting: 1 }]);
  expect(application.regeneration.start()).toBeNull();
  await application.allowGraph(application.placings[0]?.shape ?? '', {});
  await ended();
  expect(application.placings).toEqual([]);
  expect(Object.values(review.records.request).map(({ state }) => state)).toEqual(['done']);
  approve('a dog');
  await ended();
  expect(double.count('POST', '/prompt')).toBe(2);
});
