import { ContinuistError } from '@shared/errors.js';
import { expect, it } from 'vitest';
import { guarded, isBusy, isDamaged, isUnwritable, meansDamage } from './failures.js';

const failure = (message: string, fields: object = {}) => Object.assign(new Error(message), fields);
const ofSqlite = (message: string, errcode?: unknown) =>
  failure(message, { code: 'ERR_SQLITE_ERROR', ...(errcode !== undefined && { errcode }) });

/** What the artist is told when `thrown` comes up; null where it is passed on as it is. */
function toldOf(thrown: unknown): string | null {
  try {
    return guarded('/board/review.sqlite', () => {
      throw thrown;
    });
  } catch (told) {
    if (told === thrown) return null;
    expect(told).toMatchObject({ cause: thrown, data: { file: '/board/review.sqlite' } });
    return told instanceof ContinuistError ? told.code : String(told);
  }
}

it.each([
  ['REVIEW_LOCKED', ofSqlite('busy', 5)],
  ['REVIEW_LOCKED', ofSqlite('busy with recovery', 261)],
  ['REVIEW_LOCKED', ofSqlite('database is locked')],
  ['REVIEW_DAMAGED', ofSqlite('corrupt', 11)],
  ['REVIEW_DAMAGED', ofSqlite('no database', 26)],
  ['REVIEW_DAMAGED', ofSqlite('database disk image is malformed')],
  ['REVIEW_DAMAGED', ofSqlite('file is not a database')],
  ['DISK_FULL', ofSqlite('full', 13)],
  ['DISK_FULL', ofSqlite('database or disk is full')],
  ['DISK_FULL', failure('no space left', { code: 'ENOSPC' })],
  ['DISK_FAILED', ofSqlite('read-only', 8)],
  ['DISK_FAILED', ofSqlite('input or output', 10)],
  ['DISK_FAILED', ofSqlite('cannot open', 14)],
  ['DISK_FAILED', ofSqlite('attempt to write a readonly database')],
  ['DISK_FAILED', ofSqlite('disk I/O error')],
  ['DISK_FAILED', ofSqlite('unable to open database file')],
  ['DISK_FAILED', failure('the drive is gone', { code: 'EIO' })],
  ['DISK_FAILED', failure('the drive may only be read', { code: 'EROFS' })],
  // The code, where there is one, knows better than the text.
  [null, ofSqlite('database is locked', 1)],
  ['REVIEW_LOCKED', ofSqlite('database is locked', 'five')],
  [null, ofSqlite('no such table: shot')],
  [null, failure('database is locked')],
  [null, failure('database is locked', { code: 'ERR_OTHER', errcode: 5 })],
  [null, failure('not writable', { code: 'EACCES' })],
  [null, { code: 'ERR_SQLITE_ERROR', errcode: 11, message: 'no error' }],
  [null, { code: 'ENOSPC' }],
  [null, null],
])('a failure is told as %s (%#)', (code, thrown) => {
  expect(toldOf(thrown)).toBe(code);
  expect(isBusy(thrown)).toBe(code === 'REVIEW_LOCKED');
  expect(isDamaged(thrown)).toBe(code === 'REVIEW_DAMAGED');
});

it.each<[boolean, unknown]>([
  [true, new ContinuistError('REVIEW_DAMAGED', '')],
  [false, new ContinuistError('REVIEW_LOCKED', '')],
  [true, ofSqlite('corrupt', 11)],
  [true, ofSqlite('no database', 26)],
  // Of our own file, a table that is missing is damage too.
  [true, ofSqlite('no such table: shot')],
  [true, ofSqlite('no such table: shot', 1)],
  ...[3, 5, 7, 8, 10, 13, 14].map((errcode): [boolean, unknown] => [false, ofSqlite('', errcode)]),
  [false, failure('corrupt', { code: 'EIO', errcode: 11 })],
  [false, null],
])('that the file is not as it was written is %s (%#)', (isDamage, thrown) => {
  expect(meansDamage(thrown)).toBe(isDamage);
});

it('tells a folder that takes no files from a disk that is full, and from everything else', () => {
  const codes = ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOSPC', 'ENOENT'];
  const unwritable = codes.filter((code) => isUnwritable(failure('refused', { code })));
  expect(unwritable).toEqual(codes.slice(0, 5));
  expect([failure('EACCES'), { code: 'EACCES' }, null].filter(isUnwritable)).toEqual([]);
});
