import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { findStoryboard } from '@core/formats/index.js';
import { createMeasures, type Measures } from '@core/measures/index.js';
import type { Inference } from '@inference/index.js';
import type { FrameMeasures } from '@shared/analysis.js';
import { ContinuistError } from '@shared/errors.js';
import type { Take } from '@shared/records/index.js';
import { temporaryFolder } from '@testing/folder.js';
import { aJudge } from '@testing/judge.js';
import { drawStoryboard } from '@testing/storyboard.js';
import { expect, it, onTestFinished, vi } from 'vitest';
import { openFound } from '../board/testing/open-found.js';
import { analyse } from './index.js';
import { measureAlone } from './measure-alone.js';
import { measuredAhead } from './measured-ahead.js';

it('a picture is measured once, whether it was begun before or not, and what goes wrong is told in its turn', async () => {
  const measured: string[] = [];
  const nexts = ['two', 'two', 'broken', null, 'gone'];
  const measures = measuredAhead(
    {
      measure: async (file: string) => {
        measured.push(file);
        if (file === 'broken') throw new Error('it is cut off');
        return { hash: file } as FrameMeasures;
      },
      readWriting: async () => [],
    } as Partial<Measures> as Measures,
    async () => {
      const next = nexts.shift() ?? null;
      if (next === 'gone') throw new Error('no file is there');
      return next;
    },
  );
  expect(await measures.measure('one')).toEqual({ hash: 'one' });
  expect(measured).toEqual(['one', 'two']);
  // It is begun already, and not begun a second time by another that is measured.
  expect(await measures.measure('other')).toEqual({ hash: 'other' });
  expect(await measures.measure('two')).toEqual({ hash: 'two' });
  expect(measured).toEqual(['one', 'two', 'other', 'broken']);
  await expect(measures.measure('broken')).rejects.toThrow('it is cut off');
  // The file may be another by now.
  expect(await measures.measure('two')).toEqual({ hash: 'two' });
  expect(measured).toEqual(['one', 'two', 'other', 'broken', 'two']);
  expect(await measures.readWriting('one')).toEqual([]);
});

it('a picture whose turn comes on another lane while it is looked for is measured once', async () => {
  const measured: string[] = [];
  const finds: (() => void)[] = [];
  const measures = measuredAhead(
    {
      measure: async (file: string) => {
        measured.push(file);
        return { hash: file } as FrameMeasures;
      },
    } as Partial<Measures> as Measures,
    () => new Promise((resolve) => void finds.push(() => resolve('two'))),
  );
  const one = measures.measure('one');
  const two = measures.measure('two');
  for (const find of finds) find();
  expect(await Promise.all([one, two])).toEqual([{ hash: 'one' }, { hash: 'two' }]);
  await new Promise(setImmediate);
  expect(measured).toEqual(['one', 'two']);
});

it('the next picture is measured while the judge is at work on one, each of them once, and what was measured is kept with it', async () => {
  const folder = await temporaryFolder();
  const real = createMeasures({ threads: 1 });
  onTestFinished(() => real.close());
  const begun: string[] = [];
  const measures: Measures = {
    ...real,
    measure: (file) => {
      begun.push(file);
      return real.measure(file);
    },
  };
  const found = await findStoryboard(await drawStoryboard(join(folder, 'board'), { shots: 3 }));
  const board = await openFound(found, {
    dataFolder: join(folder, 'data'),
    cacheFolder: join(folder, 'cache'),
  });
  let judged = 0;
  const inference = {
    eye: null,
    loaded: null,
    describe: async () => aJudge('v1'),
    judge: async () => {
      const takes = board.takesInOrder();
      // Of those whose turn has not come nothing is kept.
      expect(takes.slice(judged + 1).some((take) => board.measures(take) !== null)).toBe(false);
      judged++;
      await vi.waitFor(() => expect(begun).toHaveLength(Math.min(takes.length, judged + 1)), 20_000);
      return { version: 'v1', answers: [], whole: null, features: [], coarse: false, timings: { total: 1 } };
    },
    see: async (_judge: string, { labels }: { labels: readonly string[] }) => ({
      version: 'v1',
      detections: [],
      unknown: labels,
      vectors: [],
    }),
  } as unknown as Inference;
  const order = { judge: 'storybook', shotIds: null, again: false, failedToo: true, first: [] };
  const { signal } = new AbortController();
  const control = { signal, ending: signal, progress: () => undefined, checkpoint: () => undefined };
  await analyse(board, order, { inference, measures, reads: false }, control);
  const takes = board.takesInOrder();
  expect(begun).toEqual(takes.map(({ sha256 }) => board.assets.resolve(sha256)));
  expect(takes.every((take) => board.measures(take) !== null && board.judgement(take) !== null)).toBe(true);
});

it('without a judge pictures are measured all the same where that is wanted, and what cannot be read is said', async () => {
  const folder = await temporaryFolder();
  const measures = createMeasures({ threads: 1 });
  onTestFinished(() => measures.close());
  const source = await drawStoryboard(join(folder, 'board'), { shots: 2 });
  const board = await openFound(await findStoryboard(source), {
    dataFolder: join(folder, 'data'),
    cacheFolder: join(folder, 'cache'),
  });
  const [whole, gone] = board.takesInOrder() as [Take, Take];
  await rm(join(folder, 'board', gone.path));
  const describe = async () => {
    throw new ContinuistError('JUDGE_UNAVAILABLE', 'gpu.local: it does not answer');
  };
  const inference = { eye: null, loaded: null, describe } as unknown as Inference;
  const order = { judge: 'storybook', shotIds: null, again: false, failedToo: true, first: [] };
  const { signal } = new AbortController();
  const control = { signal, ending: signal, progress: () => undefined, checkpoint: () => undefined };
  const begin = (measuresAlone: boolean) =>
    analyse(board, { ...order, measuresAlone }, { inference, measures, reads: false }, control);
  await expect(begin(false)).rejects.toMatchObject({ code: 'JUDGE_UNAVAILABLE' });
  expect(board.measures(whole)).toBeNull();
  await expect(begin(true)).rejects.toMatchObject({ code: 'JUDGE_UNAVAILABLE' });
  expect(board.measures(whole)).not.toBeNull();
  expect(board.failureOf(gone)).toMatchObject({ of: 'picture' });
});

it('without a judge, what is being measured when that is stopped is finished before it ends', async () => {
  const folder = await temporaryFolder();
  const real = createMeasures({ threads: 1 });
  onTestFinished(() => real.close());
  const source = await drawStoryboard(join(folder, 'board'), { shots: 3 });
  const board = await openFound(await findStoryboard(source), {
    dataFolder: join(folder, 'data'),
    cacheFolder: join(folder, 'cache'),
  });
  const measure = vi.fn(real.measure);
  const { signal } = new AbortController();
  const checkpoint = vi.fn(() => {
    if (checkpoint.mock.calls.length > 1) throw new ContinuistError('CANCELLED');
  });
  const control = { signal, ending: signal, progress: () => undefined, checkpoint };
  const order = { shotIds: null, again: false, failedToo: true, first: [] };
  const alone = measureAlone(board, order, { ...real, measure }, control);
  await expect(alone).rejects.toMatchObject({ code: 'CANCELLED' });
  expect(measure).toHaveBeenCalledOnce();
  expect(board.takesInOrder().map((take) => board.measures(take) !== null)).toEqual([true, false, false]);
});
