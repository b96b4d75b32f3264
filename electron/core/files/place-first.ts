import { linkSync, renameSync } from 'node:fs';

/**
 * Puts the file `part` at `file` as a whole, and never over one that another process put there meanwhile. `part`, which
 * may be left, is the caller's to remove.
 */
export function placeFirst(part: string, file: string): void {
  try {
    linkSync(part, file);
  } catch (thrown) {
    // A file system without links can only rename.
    if ((thrown as NodeJS.ErrnoException).code !== 'EEXIST') renameSync(part, file);
  }
}
