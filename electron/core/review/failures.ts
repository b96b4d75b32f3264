import { ContinuistError } from '@shared/errors.js';

/** Primary result codes of SQLite (https://sqlite.org/rescode.html). */
const BUSY = 5;
const READ_ONLY = 8;
const INPUT_OUTPUT = 10;
const CORRUPT = 11;
const FULL = 13;
const CANNOT_OPEN = 14;
const NOT_A_DATABASE = 26;

/** What SQLite itself says for these codes (sqlite3_errstr); the binding gives errors met among rows no code. */
const CODE_OF_TEXT: ReadonlyMap<string, number> = new Map([
  ['database is locked', BUSY],
  ['attempt to write a readonly database', READ_ONLY],
  ['disk I/O error', INPUT_OUTPUT],
  ['database disk image is malformed', CORRUPT],
  ['database or disk is full', FULL],
  ['unable to open database file', CANNOT_OPEN],
  ['file is not a database', NOT_A_DATABASE],
]);

/** Of SQLite: the result code where the binding knows it. Of the system: the name of the error. */
interface Coded extends Error {
  readonly code?: unknown;
  readonly errcode?: unknown;
}

const coded = (thrown: unknown): Coded | null => (thrown instanceof Error ? thrown : null);

/** The primary result code of an error thrown by SQLite; null for every other error. */
function resultCode(thrown: unknown): number | null {
  const error = coded(thrown);
  if (error?.code !== 'ERR_SQLITE_ERROR') return null;
  return typeof error.errcode === 'number' ? error.errcode & 0xff : (CODE_OF_TEXT.get(error.message) ?? null);
}

export const isBusy = (thrown: unknown): boolean => resultCode(thrown) === BUSY;

export const isDamaged = (thrown: unknown): boolean =>
  [CORRUPT, NOT_A_DATABASE].includes(resultCode(thrown) ?? 0);

/** Of the disk that it lies on. */
const OF_THE_DISK: readonly number[] = [READ_ONLY, INPUT_OUTPUT, CANNOT_OPEN];
/** What says nothing against the file: PERM and NOMEM too. */
const NOT_THE_FILE: readonly number[] = [3, BUSY, 7, FULL, ...OF_THE_DISK];

/** Met while a file of ours was opened, it can only mean that the file is not as we wrote it. */
export function meansDamage(thrown: unknown): boolean {
  if (thrown instanceof ContinuistError) return thrown.code === 'REVIEW_DAMAGED';
  const error = coded(thrown);
  return error?.code === 'ERR_SQLITE_ERROR' && !NOT_THE_FILE.includes(resultCode(thrown) ?? 0);
}

const UNWRITABLE: readonly unknown[] = ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST'];

/** The folder does not let us write, for whatever reason, though the disk has room. */
export const isUnwritable = (thrown: unknown): boolean => UNWRITABLE.includes(coded(thrown)?.code);

/** Does `work` on the review file, and says what went wrong in the artist's words where that is known. */
export function guarded<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (thrown) {
    const code = resultCode(thrown);
    if (code === FULL || coded(thrown)?.code === 'ENOSPC')
      throw new ContinuistError('DISK_FULL', '', { file }, thrown);
    if (isDamaged(thrown)) throw new ContinuistError('REVIEW_DAMAGED', '', { file }, thrown);
    if (OF_THE_DISK.includes(code ?? 0) || ['EIO', 'EROFS'].includes(String(coded(thrown)?.code)))
      throw new ContinuistError('DISK_FAILED', '', { file }, thrown);
    if (code === BUSY) throw new ContinuistError('REVIEW_LOCKED', '', { file }, thrown);
    throw thrown;
  }
}
