/** Pictures that are not of the drawn world, with the whole program and tiny published eyes. */
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { forkChild } from '@inference/index.js';
import { shotsInOrder, type Take } from '@shared/records/index.js';
import type { Sighting } from '@shared/sighting.js';
import { drawStoryboard } from '@testing/storyboard.js';
import { installTiny, shrinkEyes } from '@testing/tiny-eyes.js';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { Application } from '../application.js';
import { startApplication } from '../testing/application.js';

const BOXES = 'grounding-dino-tiny';
const IDENTITY = 'dinov2-small';
const child = fileURLToPath(new URL('../../../testing/tiny-eyes-child.ts', import.meta.url));
const pictures = fileURLToPath(
  new URL('../../../models/architectures/llava-onevision/test/fixture', import.meta.url),
);

let folder: string;
let application: Application;
const log = vi.fn();

let restoreEyes: () => void;
beforeAll(() => {
  restoreEyes = shrinkEyes();
});
afterAll(() => restoreEyes());

beforeEach(async () => {
  log.mockClear();
  folder = await mkdtemp(join(tmpdir(), 'continuist-worlds-'));
  await drawStoryboard(join(folder, 'board'), { shots: 3 });
  await copyFile(join(pictures, 'wide.png'), join(folder, 'board/frames/shot_002.png'));
  await copyFile(join(pictures, 'tall.png'), join(folder, 'board/frames/shot_003.png'));
  application = await startApplication(folder, { startChild: () => forkChild(child), log });
  await application.open(join(folder, 'board'));
});

afterEach(async () => {
  await application.close();
  await rm(folder, { recursive: true, force: true });
});

const install = (id: string): Promise<string> => installTiny(id, join(folder, 'data/models'));

const takes = (): Take[] =>
  shotsInOrder(application.board.review.records).map(({ pickId }) => application.board.take(pickId ?? ''));

/** What is kept of the three frames after an analysis. */
async function seen({ again = false } = {}): Promise<[Sighting, Sighting, Sighting]> {
  const { jobs, board } = application;
  expect(await jobs.ended(application.analyse({ shotIds: null, again }).id)).toMatchObject({
    state: 'done',
  });
  return takes().map((take) => board.sighting(take)) as [Sighting, Sighting, Sighting];
}

const isSpotted = (): (boolean | undefined)[] =>
  takes().map((take) => application.board.spottedIn(take)?.isDrawn);

it('are looked at by the published eyes that are here, and by none when those are gone', async () => {
  const [drawn, before] = await seen();
  expect([drawn.eye, before.eye, before.unknown]).toEqual(['storybook', 'storybook', before.labels]);
  expect(isSpotted()).toEqual([true, undefined, undefined]);

  await install(BOXES);
  const [same, boxed] = await seen();
  expect(same).toEqual(drawn);
  expect([boxed.eye, boxed.unknown, boxed.vectors]).toEqual([BOXES, [], []]);
  expect(boxed.detections.length).toBeGreaterThan(0);
  expect(isSpotted()).toEqual([true, false, false]);

  await install(IDENTITY);
  const [, named] = await seen();
  expect(named.eye).toBe(`${BOXES}+${IDENTITY}`);
  expect(named.eyeVersion).not.toBe(boxed.eyeVersion);
  expect(named.detections).toEqual(boxed.detections);
  expect(named.vectors).toHaveLength(named.detections.length);
  for (const vector of named.vectors) expect(Math.hypot(...vector)).toBeCloseTo(1, 4);

  await application.models.remove(BOXES);
  const [, after] = await seen({ again: true });
  expect([after.eye, after.detections]).toEqual(['storybook', []]);
  expect(isSpotted()).toEqual([true, undefined, undefined]);
  expect(log).not.toHaveBeenCalled();
});

it('are judged without boxes when the published eye does not load, which is said once', async () => {
  await writeFile(join(await install(BOXES), 'onnx/model_quantized.onnx'), 'no network');
  const kept = await seen();
  expect(kept.map((one) => one?.eye)).toEqual(['storybook', undefined, undefined]);
  expect(takes().every((take) => application.board.judgement(take))).toBe(true);
  expect(log).toHaveBeenCalledTimes(1);
  expect(String(log.mock.calls[0]?.[0])).toContain(`the eye ${BOXES} failed`);
  await expect(application.takes.boxes(takes()[1]?.id ?? '')).rejects.toMatchObject({
    code: 'JUDGE_UNAVAILABLE',
  });
});
