import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Jobs } from '@core/jobs/index.js';
import type { Job } from '@shared/job.js';
import { folderWith } from '@testing/folder.js';
import { aBoard } from '@testing/records.js';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { exportWork } from './export-work.js';
import type { Exported, FormatWriter, WriterContext } from './format.js';
import { stepsOf } from './steps.js';
import { contextOf } from './testing/context.js';
import { writerOf } from './writers.js';

let folder: string;
let events: Job[];
let jobs: Jobs;
beforeEach(async () => {
  folder = await folderWith({
    'frames/0.png': 'first',
    'frames/1.png': 'second',
    'out/001_shot-1.png': 'old',
  });
  events = [];
  jobs = new Jobs(() => undefined);
  jobs.onChange((job) => events.push(job));
});

/** Exports as the writer of that id does; `at` each step that it takes, its number. */
async function exported(
  id: string,
  path: string | null,
  at: (step: number, job: string) => void = () => undefined,
) {
  const writer = writerOf(id);
  const made: Exported[] = [];
  let steps = 0;
  let job = '';
  const counted = (context: WriterContext): WriterContext => ({
    ...context,
    step: (...of) => {
      at(steps++, job);
      return context.step(...of);
    },
  });
  const slow = (
    writer.makes === 'file'
      ? { ...writer, bytes: (context: WriterContext) => writer.bytes(counted(context)) }
      : { ...writer, files: (context: WriterContext) => writer.files(counted(context)) }
  ) as FormatWriter;
  job = jobs.start(
    'export',
    exportWork(slow, contextOf(aBoard(2), { folder }), { path }, (one) => made.push(one)),
  ).id;
  return { ended: await jobs.ended(job), made };
}

describe('an export as a job', () => {
  it('is given out once it lies on the disk', async () => {
    const file = join(folder, 'x.csv');
    const { ended, made } = await exported('csv', file);
    expect(ended).toMatchObject({ state: 'done', summary: 'Harbour-scores.csv is exported.' });
    expect(await readFile(file)).toEqual(made[0]?.files[0]?.content);
  });

  it.each(['csv', 'picks'])('of %s is given out alone where it is saved nowhere', async (id) => {
    const { ended, made } = await exported(id, null);
    expect(ended?.state).toBe('done');
    expect(made.map(({ files }) => files.length > 0)).toEqual([true]);
    expect(await readdir(folder)).toEqual(['frames', 'out']);
  });

  it.each(['csv', 'otio', 'html', 'picks'])(
    'of %s ends between two shots, and leaves nothing',
    async (id) => {
      const path = join(folder, 'new');
      const { ended, made } = await exported(id, path, (step, job) => step === 1 && jobs.cancel(job));
      expect(ended).toMatchObject({ state: 'cancelled', summary: 'Cancelled. Nothing was exported.' });
      expect(made).toEqual([]);
      expect(await readdir(folder)).toEqual(['frames', 'out']);
    },
  );

  it('takes the place of no picture of the board, whether it is one file, which is not even made, or a folder', async () => {
    const steps: number[] = [];
    const { ended, made } = await exported('csv', join(folder, 'frames/0.png'), (step) => steps.push(step));
    expect([ended?.error?.code, made, steps]).toEqual(['SAVE_FAILED', [], []]);
    const over = await exported('picks', join(folder, 'frames/0.png'), (step) => steps.push(step));
    expect([over.ended?.error?.code, over.made, steps]).toEqual(['SAVE_FAILED', [], []]);
    const files = [{ path: '1.png', content: Buffer.from('a') }];
    const writer: FormatWriter = { ...(writerOf('picks') as object), files: async () => files } as never;
    const work = exportWork(
      writer,
      contextOf(aBoard(2), { folder }),
      { path: join(folder, 'frames') },
      () => undefined,
    );
    expect((await jobs.ended(jobs.start('export', work).id))?.error?.code).toBe('SAVE_FAILED');
    expect(await readFile(join(folder, 'frames/0.png'), 'utf8')).toBe('first');
    expect(await readFile(join(folder, 'frames/1.png'), 'utf8')).toBe('second');
  });

  it('that ends while its files are saved takes away those that are new, and no other', async () => {
    const late = { path: 'c.png', content: Buffer.from('c') };
    const files = [
      { path: '001_shot-1.png', content: Buffer.from('a') },
      { path: 'b.png', content: Buffer.from('b') },
      // Another one that there is no picture for.
      { path: 'd.png', content: { copyOf: join(folder, 'gone.png') } },
      late,
    ];
    const writer: FormatWriter = { ...(writerOf('picks') as object), files: async () => files } as never;
    const save = async (path: string) => {
      const { id } = jobs.start(
        'export',
        exportWork(writer, contextOf(aBoard(2)), { path }, () => undefined),
      );
      return (await jobs.ended(id))?.error?.code;
    };
    expect(await save(join(folder, 'out'))).toBe('SAVE_FAILED');
    expect(await readdir(join(folder, 'out'))).toEqual(['001_shot-1.png']);
    expect(await save(join(folder, 'new'))).toBe('SAVE_FAILED');
    await mkdir(join(folder, 'mine'));
    await writeFile(join(folder, 'mine', 'kept.txt'), '');
    expect(await save(join(folder, 'mine'))).toBe('SAVE_FAILED');
    expect(await readdir(join(folder, 'mine'))).toEqual(['kept.txt']);
    expect(await readdir(folder)).toEqual(['frames', 'mine', 'out']);
  });

  it('lets others be answered after a slice, tells how far it is now and then, and is stopped by a checkpoint', async () => {
    let clock = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => clock);
    onTestFinished(() => void vi.restoreAllMocks());
    const told: unknown[][] = [];
    const checks: number[] = [];
    const step = stepsOf({ progress: (...of) => void told.push(of), checkpoint: () => checks.push(clock) });
    const answered = async (at: number) => {
      clock = at;
      let turned = false;
      setImmediate(() => {
        turned = true;
      });
      await step(at, 300, 'Drawing');
      return turned;
    };
    expect(await answered(7)).toBe(false);
    expect(await answered(9)).toBe(true);
    expect(await answered(16)).toBe(false);
    expect(await answered(17)).toBe(true);
    expect(told).toEqual([]);
    expect(await answered(201)).toBe(true);
    expect(await answered(399)).toBe(true);
    expect(told).toEqual([[201, 300, 'Drawing']]);
    expect(checks).toEqual([7, 9, 16, 17, 201, 399]);
    const stopped = new Error('stopped');
    const ended = stepsOf({
      progress: () => undefined,
      checkpoint: () => {
        throw stopped;
      },
    });
    await expect(ended(0, 1, '')).rejects.toBe(stopped);
  });
});
