/**
 * What was downloaded, written beside the files: the hub's commit, and each file's size and hash. A file whose
 * hash the catalogue does not fix is trusted the first time; from then on this record holds it to what it was.
 */
import { readFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

export const LOCK_FILE = 'lock.json';

const lockedFile = z.object({
  size: z.number().int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

const lock = z.object({
  repository: z.string(),
  revision: z.string(),
  /** The commit that `revision` stood for; null where the server does not tell. */
  commit: z.string().nullable(),
  files: z.record(z.string(), lockedFile),
});

export type Lock = z.infer<typeof lock>;

/** Null when there is none, or none that can be read: then nothing is recorded yet. */
export function readLock(folder: string): Lock | null {
  try {
    return lock.parse(JSON.parse(readFileSync(join(folder, LOCK_FILE), 'utf8')));
  } catch {
    return null;
  }
}

export async function writeLock(folder: string, value: Lock): Promise<void> {
  const file = join(folder, LOCK_FILE);
  await writeFile(`${file}.part`, `${JSON.stringify(value, null, 2)}\n`);
  await rename(`${file}.part`, file);
}
