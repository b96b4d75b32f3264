import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { folderState } from '@core/files/index.js';
import { NO_CHOICE } from '@shared/matching/index.js';
import { SOURCE_AS_READ } from '@shared/source-change/index.js';
import { folderWith, temporaryFolder } from '@testing/folder.js';
import { plainPng } from '@testing/pictures.js';
import { expect, it, onTestFinished, vi } from 'vitest';
import { type Board, findBoard, PictureReadings, SourceDesk } from './index.js';
import { openFound } from './testing/open-found.js';

const shots = (sceneDescription: string) =>
  JSON.stringify({ title: 'Walk', shots: [{ shotNumber: 1, sceneDescription }] });

function resolvable() {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

/** A board, and a desk that nobody is told of yet. */
async function desk() {
  const folder = await folderWith({ 'shots.json': shots('a mule'), 'shot_1.png': await plainPng() });
  const dataFolder = await temporaryFolder();
  const readings = new PictureReadings();
  const state = { looks: 0, isBroken: false };
  const find = async (match = NO_CHOICE) => {
    state.looks++;
    if (state.isBroken) throw new Error('a defect');
    return findBoard(folder, { match, embedded: readings.says, dataFolder });
  };
  const board = await openFound(await find(), {
    dataFolder,
    cacheFolder: join(dataFolder, 'small'),
    readings,
  });
  state.looks = 0;
  const [begins, drawn] = [resolvable(), resolvable()];
  const told: Board[] = [];
  const logged: unknown[] = [];
  const own = new SourceDesk({
    begins: begins.promise,
    onChange: (of) => told.push(of),
    log: (thrown) => logged.push(thrown),
  });
  /** Whatever can go on by then has. */
  const settle = async () => {
    for (let n = 0; n < 5; n++) {
      await folderState(folder);
      await new Promise(setImmediate);
    }
  };
  const watch = () => own.watch(board, find, readings, drawn.promise);
  const change = (words: string) => writeFile(join(folder, 'shots.json'), shots(words));
  return { own, watch, board, state, begins, drawn, told, logged, settle, change };
}

it('looks at the source of the board once somebody is there and it is drawn, and tells what changed', async () => {
  const { own, watch, board, state, begins, drawn, told, logged, settle, change } = await desk();
  expect([own.source, own.state]).toEqual([null, SOURCE_AS_READ]);
  await own.madeKnown;
  watch();
  expect(own.source).not.toBeNull();
  await own.madeKnown;
  await change('an owl');
  begins.resolve();
  await settle();
  expect(state.looks, 'it is not drawn yet').toBe(0);
  drawn.resolve();
  await expect.poll(() => told.length).toBe(1);
  expect(told[0]).toBe(board);
  expect(own.state.changes).toMatchObject([{ kind: 'description' }]);
  own.leave();
  expect([own.source, own.state, logged]).toEqual([null, SOURCE_AS_READ, []]);
});

it('looks at nothing before all pictures are known and all is found, which the artist waits for', async () => {
  const { watch, own, board, state, begins, drawn, told, settle, change } = await desk();
  const [known, worked] = [resolvable(), resolvable()];
  const identified = vi.spyOn(board.identities, 'all').mockReturnValueOnce(known.promise);
  const found = vi.spyOn(board, 'found').mockReturnValueOnce(worked.promise);
  onTestFinished(() => {
    identified.mockRestore();
    found.mockRestore();
  });
  await change('an owl');
  watch();
  begins.resolve();
  drawn.resolve();
  await settle();
  expect([found.mock.calls.length, state.looks]).toEqual([0, 0]);
  known.resolve();
  await settle();
  expect([found.mock.calls.length, state.looks]).toEqual([1, 0]);
  worked.resolve();
  await expect.poll(() => told.length).toBe(1);
  own.leave();
});

it('asks pictures that an earlier version did not ask how they were made', async () => {
  const { watch, own, board } = await desk();
  const takes = () => Object.values(board.review.records.take);
  board.review.system('as before', (records) => ({
    ...records,
    take: Object.fromEntries(takes().map((take) => [take.id, { ...take, made: null }])),
  }));
  watch();
  await own.madeKnown;
  expect(takes().map(({ made }) => made)).toEqual([{ tool: null, loras: [], notRead: [] }]);
  own.leave();
});

it('looks at nothing that was closed before, and at what is opened next', async () => {
  const { own, watch, state, begins, drawn, told, settle, change } = await desk();
  watch();
  own.leave();
  begins.resolve();
  drawn.resolve();
  await settle();
  expect(state.looks).toBe(0);
  await change('an owl');
  watch();
  await expect.poll(() => told.length).toBe(1);
  own.leave();
});

it('logs a defect', async () => {
  const { own, watch, state, begins, drawn, logged } = await desk();
  state.isBroken = true;
  watch();
  begins.resolve();
  drawn.resolve();
  await expect.poll(() => logged).toEqual([new Error('a defect')]);
  own.leave();
});
