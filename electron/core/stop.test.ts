/** Work that is asked to stop after the picture it is at, with the real judge and the real generator. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Shot, shotsInOrder } from '@shared/records/index.js';
import { drawStoryboard } from '@testing/storyboard.js';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Application } from './application.js';
import { startApplication } from './testing/application.js';

let folder: string;
let application: Application;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'continuist-stop-'));
  await drawStoryboard(join(folder, 'board'), { shots: 4 });
  application = await startApplication(folder);
  await application.open(join(folder, 'board'));
});

afterEach(async () => {
  await application.close();
  await rm(folder, { recursive: true, force: true });
});

const shots = (): Shot[] => shotsInOrder(application.board.review.records);
const judged = (): boolean[] =>
  shots().map((shot) => application.board.judgement(application.board.take(shot.pickId ?? '')) !== null);
const requests = (): string[] =>
  Object.values(application.board.review.records.request).map(({ state }) => state);

/** As soon as `doing` is under way. Resolves when all work has ended. */
const stopAt = (doing: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const ignore = application.jobs.onChange((job) => {
      if (!job.doing.startsWith(doing)) return;
      ignore();
      application.stopAfterThisPicture().then(resolve, reject);
    });
  });

it('an analysis judges the frame it is at and begins no other; the next one goes on from there', async () => {
  const { id } = application.analyse({ shotIds: null, again: false });
  const ended = application.jobs.ended(id);
  await stopAt('Shot 2');
  expect(await ended).toMatchObject({ state: 'cancelled', summary: 'Stopped. What was finished is kept.' });
  expect(judged()).toEqual([true, true, false, false]);
  await application.jobs.ended(application.analyse({ shotIds: null, again: false }).id);
  expect(judged()).toEqual([true, true, true, true]);
});

it('a regeneration makes the picture it is at; what was approved besides stays ordered', async () => {
  for (const { id, pickId, prompt } of shots().slice(0, 2))
    application.run({
      id,
      at: Date.now(),
      command: {
        type: 'approve-suggestion',
        shotId: id,
        takeId: pickId ?? '',
        prompt,
        negativePrompt: '',
        seed: 'new',
        strength: null,
        acceptedEdits: [],
        edited: false,
      },
    });
  await stopAt('Shot 1');
  expect(requests().sort()).toEqual(['done', 'queued']);
  expect(Object.values(application.board.review.records.take)).toHaveLength(5);
  await application.jobs.ended(application.regeneration.start()?.id ?? '');
  expect(requests()).toEqual(['done', 'done']);
});
