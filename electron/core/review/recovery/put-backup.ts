import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ContinuistError } from '@shared/errors.js';
import { backupsOf } from '../backups/index.js';
import { flush, RECOVERING } from '../review-files.js';
import { isWhole, keep, putInPlace } from './recover.js';
import { clock } from './told.js';

/**
 * Opens a backup in the place of the review, which is kept under another name with all that is in it. Call it while
 * holding the lock. Throws NOT_FOUND. Returns what the artist is told.
 */
export function putBackup(file: string, name: string): string {
  const backups = backupsOf(file);
  const backup = backups.find((one) => one.name === name);
  if (!backup) throw new ContinuistError('NOT_FOUND', 'the backup is not there any more');
  const work = mkdtempSync(join(dirname(file), RECOVERING));
  try {
    const part = join(work, backup.name);
    copyFileSync(backup.file, part);
    if (!isWhole(part)) throw new ContinuistError('NOT_FOUND', 'the backup cannot be read');
    const kept = keep(file, 'kept');
    if (kept === null) throw new ContinuistError('NOT_FOUND', 'the review is not there any more');
    flush(part);
    putInPlace(file, part);
    // What is in them is in the file that is kept. Else they would be taken in as what this one lost.
    for (const { seq, at, file: newer } of backups) if (at > backup.at && seq > backup.seq) rmSync(newer);
    return `The backup of ${clock(backup.at)} is open. The review as it was before is kept as ${basename(kept)} beside it.`;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
