/** The secret by which this machine knows its own approvals: 32 random bytes in the user's data folder. */
import { randomBytes, randomUUID } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { placeFirst } from '@core/files/index.js';

const BYTES = 32;
const ONLY_ITS_OWNER = 0o600;

/**
 * Made once, whole or not at all, whoever asks first. One that is damaged is made anew, which costs no more than being
 * asked again for what waits.
 */
export function approvalKey(dataFolder: string): Buffer {
  const file = join(dataFolder, 'approvals.key');
  const known = read(file);
  if (known?.length === BYTES) return known;
  mkdirSync(dataFolder, { recursive: true });
  const part = `${file}.${randomUUID()}.part`;
  try {
    writeFileSync(part, randomBytes(BYTES), { mode: ONLY_ITS_OWNER, flag: 'wx', flush: true });
    if (known === null) placeFirst(part, file);
    else renameSync(part, file);
  } finally {
    rmSync(part, { force: true });
  }
  return readFileSync(file);
}

function read(file: string): Buffer | null {
  try {
    const key = readFileSync(file);
    chmodSync(file, ONLY_ITS_OWNER);
    return key;
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw thrown;
  }
}
