/** Whether a result can be written where it is asked for: known before the work, not after an hour of it. */
import { randomUUID } from 'node:crypto';
import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { realPlace } from '@core/files/index.js';
import { ContinuistError } from '@shared/errors.js';

export interface Output {
  readonly path: string;
  readonly makes: 'file' | 'folder';
}

/**
 * Makes the folders that lead there. Throws SAVE_FAILED where something else lies in its place, where it would be written
 * over one of `inputs`, over another output, or cannot be written.
 */
export async function checkOutputs(outputs: readonly Output[], inputs: readonly string[]): Promise<void> {
  const taken = new Map<string, string>();
  for (const input of inputs)
    taken.set(await realPlace(input), 'which is read here and must not be written over');
  for (const { path, makes } of outputs) {
    const place = await realPlace(path);
    const why = taken.get(place);
    if (why) throw refused(path, why);
    taken.set(place, 'where another result goes');
    await checkOutput(path, makes);
  }
}

async function checkOutput(path: string, makes: Output['makes']): Promise<void> {
  const there = await stat(path).catch(() => null);
  if (there && there.isDirectory() !== (makes === 'folder'))
    throw refused(path, there.isDirectory() ? 'where a folder lies' : 'where a file lies');
  if (there && !there.isDirectory() && !there.isFile())
    throw refused(path, 'where a device or a pipe lies; a result can be sent there from standard output');
  const folder = makes === 'folder' ? path : dirname(path);
  try {
    await mkdir(folder, { recursive: true });
    const probe = join(folder, `.write-${randomUUID()}`);
    await writeFile(probe, '');
    await rm(probe);
  } catch (cause) {
    throw refused(path, `which cannot be written (${(cause as NodeJS.ErrnoException).code})`, cause);
  }
}

const refused = (path: string, why: string, cause?: unknown): ContinuistError =>
  new ContinuistError(
    'SAVE_FAILED',
    `nothing was begun, because the result would go to ${path}, ${why}`,
    { file: basename(path) },
    cause,
  );
