import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Sample } from '@core/application.js';
import { ContinuistError } from '@shared/errors.js';

/** What keeps a folder from being written, by the system's code. */
const WHY: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is full',
  EACCES: 'it may not be written',
  EPERM: 'it may not be written',
  EROFS: 'it may only be read',
  ENOTDIR: 'a file is in its place',
  EEXIST: 'a file is in its place',
};

/** The sample storyboard, `original`, where the artist may work on it: in a copy in `into`, made when it is first asked for. */
export function writableSample(original: string, into: string): Sample {
  const folder = join(into, basename(original));
  const copy = async (): Promise<void> => {
    const part = `${folder}.${randomUUID()}.part`;
    try {
      await cp(original, part, { recursive: true, filter: (path) => basename(path) !== '.continuist' });
      await rename(part, folder);
    } catch (thrown) {
      await rm(part, { recursive: true, force: true }).catch(() => undefined);
      // Another window was faster.
      if (!existsSync(folder)) throw notCopied(thrown as NodeJS.ErrnoException);
    }
  };
  const notCopied = (thrown: NodeJS.ErrnoException) => {
    const { code = 'it failed' } = thrown;
    const why = existsSync(original)
      ? `${into} (${WHY[code] ?? code})`
      : `${original} (it is missing: install Continuist again)`;
    return new ContinuistError('SAMPLE_FAILED', why, { folder: into }, thrown);
  };
  return {
    folder,
    async ready() {
      if (!existsSync(folder)) await copy();
      return folder;
    },
  };
}
