/** Whether the files of an open review still are those that lie at their paths. */
import { lstatSync } from 'node:fs';
import { basename } from 'node:path';

interface Identity {
  readonly file: string;
  readonly device: bigint;
  readonly inode: bigint;
}

function identityOf(file: string): Identity | null {
  const entry = lstatSync(file, { bigint: true, throwIfNoEntry: false });
  return entry ? { file, device: entry.dev, inode: entry.ino } : null;
}

export class Standing {
  readonly #known: readonly Identity[];

  /** As they lie there now. */
  constructor(files: readonly string[]) {
    this.#known = files.flatMap((file) => identityOf(file) ?? []);
  }

  /** What became of the first file that is no longer at its path, for the artist; null while all are. */
  lost(): string | null {
    for (const { file, device, inode } of this.#known) {
      const now = identityOf(file);
      if (!now) return `${basename(file)} was removed or moved`;
      if (now.device !== device || now.inode !== inode)
        return `another ${basename(file)} was put in its place`;
    }
    return null;
  }
}
