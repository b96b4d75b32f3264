/** What a review is brought back from, and what is gone from beside it. */
import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { aBoard } from '@testing/records.js';
import { expect, it } from 'vitest';
import {
  backupFile,
  backupFolder,
  backupsOf,
  isMarkedForRepair,
  markForRepair,
} from '../backups/backup-files.js';
import { openDatabase } from '../database.js';
import { migrate } from '../migrations.js';
import { freshDesk } from '../testing/desk.js';
import { ailmentBefore, endRecovery, keep, putInPlace, recover } from './recover.js';
import { rootOf, zeroPage } from './testing/damage.js';

const desk = freshDesk();

/** A review of three shots with a decision on the first, backed up; since then one on the second. Closed. */
function decided(): { file: string; seq: number } {
  const review = desk.open();
  review.importRecords(aBoard(3));
  desk.run(review, { type: 'hold', shotId: 'shot-0', reason: '' });
  desk.close(review);
  mkdirSync(backupFolder(review.file));
  copyFileSync(review.file, backupFile(review.file, 1_700_000_000_000, review.seq));
  const again = desk.open();
  desk.run(again, { type: 'hold', shotId: 'shot-1', reason: '' });
  desk.close(again);
  // A connection that was closed may hold the file for a while.
  copyFileSync(again.file, join(desk.root, 'copy'));
  for (const suffix of ['-wal', '-shm']) rmSync(again.file + suffix, { force: true });
  renameSync(join(desk.root, 'copy'), again.file);
  return { file: again.file, seq: again.seq };
}

const names = (file: string): string[] =>
  readdirSync(dirname(file)).filter((name) => !/lock$|^takes$|^backups$/.test(name));

/** A review of nothing but one event that says otherwise, all of it in a log, which is laid beside `file`. */
function layLog(file: string): void {
  const other = join(desk.root, 'other.sqlite');
  const db = openDatabase(other, { timeout: 0 });
  db.exec('PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0');
  migrate(db);
  db.exec("INSERT INTO events (at, who, label, kind, diff) VALUES (1, 'Bo', 'Import', 'import', '{}')");
  copyFileSync(`${other}-wal`, `${file}-wal`);
  db.close();
}

it('of a damaged file beside the log of another the file alone counts: what was decided since the backup is there', () => {
  const { file } = decided();
  zeroPage(file, rootOf(file, 'fact'));
  layLog(file);
  const recovered = recover(file, 'damaged');
  expect(recovered).toMatchObject({
    ailment: 'damaged',
    isFileUsed: true,
    backup: { at: 1_700_000_000_000 },
  });
  const held = Object.values(recovered?.merged.records.decision ?? {}).map(({ shotId }) => shotId);
  expect(held.sort()).toEqual(['shot-0', 'shot-1']);
  // What lay there is kept, with its log.
  expect(names(file).map((name) => name.replace(/^damaged-.+[.]sqlite/, 'damaged'))).toEqual([
    'damaged',
    'damaged-wal',
    'review.sqlite',
  ]);
});

it('a file that takes the place of the review has none of its logs, and need not be repaired', () => {
  const { file } = decided();
  for (const suffix of ['-wal', '-shm', '-journal']) writeFileSync(file + suffix, 'of the one before');
  markForRepair(file);
  const made = join(desk.root, 'made');
  copyFileSync(file, made);
  putInPlace(file, made);
  expect([names(file), isMarkedForRepair(file), existsSync(made)]).toEqual([['review.sqlite'], false, false]);
});

it('what was cut off is cleared away, and what was ready by then takes its place', () => {
  const { file } = decided();
  const folder = dirname(file);
  mkdirSync(join(folder, 'recovering-1'));
  writeFileSync(join(folder, 'recovering-1', 'half'), '');
  endRecovery(file);
  expect(names(file)).toEqual(['review.sqlite']);
  renameSync(file, join(folder, 'recovered.sqlite'));
  endRecovery(file);
  expect(names(file)).toEqual(['review.sqlite']);
  endRecovery(join(desk.root, 'nowhere', 'review.sqlite'));
  expect(existsSync(join(desk.root, 'nowhere'))).toBe(false);
});

it('nothing is done where there is nothing to bring back, or nothing newer than the file', () => {
  const { file, seq } = decided();
  expect(recover(file, 'behind', seq)).toBeNull();
  for (const { file: backup } of backupsOf(file)) rmSync(backup);
  writeFileSync(file, 'no database '.repeat(999));
  const before = names(file);
  expect(recover(file, 'damaged')).toBeNull();
  expect(names(file)).toEqual(before);
});

it('is brought back from the newest backup that can be read', () => {
  const { file, seq } = decided();
  writeFileSync(backupFile(file, 1_800_000_000_000, seq + 9), 'no database '.repeat(999));
  rmSync(file);
  const recovered = recover(file, 'gone');
  expect(recovered).toMatchObject({ kept: null, isFileUsed: false, backup: { at: 1_700_000_000_000 } });
  expect(Object.keys(recovered?.merged.records.decision ?? {})).toHaveLength(1);
});

it('sees before it is opened that a review is gone or empty', () => {
  const { file } = decided();
  expect(ailmentBefore(file)).toBeNull();
  writeFileSync(file, '');
  expect(ailmentBefore(file)).toBe('empty');
  rmSync(file);
  expect([ailmentBefore(file), keep(file, 'kept')]).toEqual(['gone', null]);
  mkdirSync(file);
  expect(ailmentBefore(file)).toBeNull();
  rmSync(backupFolder(file), { recursive: true });
  rmSync(file, { recursive: true });
  expect(ailmentBefore(file)).toBeNull();
});
