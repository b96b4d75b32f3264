import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Without it, a power cut after a renaming could leave an empty file. */
export function flush(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
