import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ContinuistError } from '@shared/errors.js';
import { isRunning } from '../running.js';

const HOLDER = 'downloading.pid';

/** Runs `work` while no other process writes to `folder`; one that was killed holds nothing. Throws DOWNLOAD_FAILED. */
export async function oneAtATime<T>(folder: string, work: () => Promise<T>): Promise<T> {
  await mkdir(folder, { recursive: true });
  const file = join(folder, HOLDER);
  const holder = await writeFile(file, String(process.pid), { flag: 'wx' }).then(
    () => null,
    () => heldBy(folder),
  );
  if (holder !== null) {
    const detail = `process ${holder} is downloading it`;
    throw new ContinuistError('DOWNLOAD_FAILED', detail, { process: holder });
  }
  await writeFile(file, String(process.pid));
  try {
    return await work();
  } finally {
    await rm(file, { force: true });
  }
}

/** The living process that writes to `folder`; null when there is none. */
export async function heldBy(folder: string): Promise<number | null> {
  const pid = Number(await readFile(join(folder, HOLDER), 'utf8').catch(() => ''));
  return Number.isInteger(pid) && pid > 0 && isRunning(pid) ? pid : null;
}
