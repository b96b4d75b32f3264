import { rename, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { ContinuistError } from '@shared/errors.js';

/**
 * Puts a file that cannot be read aside, under its name and the time, so that a new one can be begun. Returns where the
 * old one lies now, null when there is none. Throws SAVE_FAILED.
 */
export async function setAside(file: string, now: Date): Promise<string | null> {
  const time = now.toISOString().replace(/\D/g, '').slice(0, 14);
  for (let number = 1; ; number++) {
    const aside = `${file}.bak-${time}${number > 1 ? `-${number}` : ''}`;
    if (await stat(aside).catch(() => null)) continue;
    return rename(file, aside).then(
      () => aside,
      (cause: NodeJS.ErrnoException) => {
        if (cause.code === 'ENOENT') return null;
        throw new ContinuistError('SAVE_FAILED', `${basename(aside)} (${cause.code})`, {}, cause);
      },
    );
  }
}
