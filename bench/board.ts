/** One storyboard in the whole program, without a window: opened from a temporary copy, judged, closed. */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Application } from '@core/application.js';
import { applicationOptions } from '@core/host/index.js';
import { InferenceClient, type InferenceOptions, startNodeChild } from '@inference/index.js';
import type { Job } from '@shared/job.js';

export const MODELS_FOLDER =
  process.env.CONTINUIST_MODELS_FOLDER ?? fileURLToPath(new URL('../models', import.meta.url));

export const THREADS = Math.min(4, availableParallelism());

/** The judge alone. Close it. */
export const startJudge = (
  options: Omit<Partial<InferenceOptions>, 'start' | 'modelsFolder' | 'threads'> = {},
): InferenceClient =>
  new InferenceClient({
    start: startNodeChild,
    modelsFolder: MODELS_FOLDER,
    threads: THREADS,
    ...options,
  });

export async function inTemporaryFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'continuist-bench-'));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Opens a copy of `board`, so that every run starts without a review. */
export const withBoard = <T>(board: string, use: (application: Application) => Promise<T>): Promise<T> =>
  inTemporaryFolder(async (folder) => {
    const copy = join(folder, basename(board));
    await cp(board, copy, { recursive: true, filter: (path) => basename(path) !== '.continuist' });
    const application = await Application.create(
      await applicationOptions({
        host: 'test',
        startChild: startNodeChild,
        dataFolder: join(folder, 'data'),
        modelsFolder: MODELS_FOLDER,
        environment: {},
      }),
    );
    try {
      await application.open(copy);
      return await use(application);
    } finally {
      await application.close();
    }
  });

/** The job's summary. Throws what made it fail. */
export async function finished(application: Application, job: Job): Promise<string> {
  const ended = await application.jobs.ended(job.id);
  if (ended?.state !== 'done')
    throw new Error(ended?.error?.message ?? `the job was ${ended?.state ?? 'lost'}`);
  return ended.summary;
}

export const analyseBoard = (application: Application): Promise<string> =>
  finished(application, application.analyse({ shotIds: null, again: false }));
