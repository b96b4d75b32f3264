import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { aBoard } from '@testing/records.js';
import { expect, onTestFinished, test, vi } from 'vitest';
import { Store } from '../store.js';
import { freshDesk } from '../testing/desk.js';
import { backupFile, backupFolder, backupsOf, isMarkedForRepair, thinBackups } from './backup-files.js';
import { Backups } from './backups.js';

const desk = freshDesk();

test('an open review is copied aside while it is written, and again only when it changed', async () => {
  const review = desk.open();
  review.importRecords(aBoard(3));
  const { file } = review;
  const backups = new Backups({
    file,
    onNetwork: false,
    afterOpening: 0,
    between: 0,
    damaged: () => undefined,
  });
  await expect.poll(() => backupsOf(file).length).toBe(1);
  desk.run(review, { type: 'rename', title: 'Pier' });
  backups.changed();
  await expect.poll(() => backupsOf(file).map(({ seq }) => seq)).toEqual([2, 1]);
  backups.changed();
  await expect.poll(() => backups.isCopying).toBe(false);
  backups.close();
  expect(backupsOf(file)).toHaveLength(2);
  expect(readdirSync(backupFolder(file))).toHaveLength(2);
  const [newest] = backupsOf(file);
  const copy = new Store(newest?.file ?? '', { readOnly: true });
  expect(copy.load().records).toEqual(review.records);
  copy.close();
});

test('a copy that is made after the clock was set back is the newest, and stays', async () => {
  const review = desk.open();
  review.importRecords(aBoard(3));
  const { file } = review;
  mkdirSync(backupFolder(file));
  const tomorrow = Date.now() + 86_400_000;
  for (let n = 0; n < 10; n++) writeFileSync(backupFile(file, tomorrow + n, 0), 'an older state');
  const backups = new Backups({ file, onNetwork: false, afterOpening: 0, damaged: () => undefined });
  // The oldest goes after the newest is there.
  const ages = () => backupsOf(file).map(({ at }) => at - tomorrow);
  await expect.poll(ages).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
  backups.close();
  expect(backupsOf(file)[0]?.seq).toBe(1);
});

test('damage that nothing has met yet is found, told, and marked for the next opening, which mends it', async () => {
  const review = desk.open();
  review.importRecords(aBoard(3));
  desk.close(review);
  const { file } = review;
  const bytes = readFileSync(file);
  // Free pages that are none.
  bytes.writeUInt32BE(2, 32);
  bytes.writeUInt32BE(5, 36);
  writeFileSync(file, bytes);
  let told = 0;
  const backups = new Backups({ file, onNetwork: false, afterOpening: 0, damaged: () => told++ });
  await expect.poll(() => told).toBe(1);
  backups.close();
  expect(isMarkedForRepair(file)).toBe(true);
  expect(backupsOf(file)).toEqual([]);
  const mended = desk.open();
  expect(mended.notes[0]).toContain('The review file was damaged.');
  expect(mended.records).toEqual(aBoard(3));
  expect(isMarkedForRepair(file)).toBe(false);
});

test('ten copies are kept, fewer where they are large, but two at least', () => {
  const file = join(desk.root, 'review.sqlite');
  mkdirSync(backupFolder(file));
  const lay = (at: number, bytes: number) => writeFileSync(backupFile(file, at, at), Buffer.alloc(bytes));
  for (let at = 1; at <= 12; at++) lay(at, 9);
  writeFileSync(join(backupFolder(file), 'notes.txt'), 'mine');
  // What is no file, or leads nowhere, is no copy.
  mkdirSync(backupFile(file, 20, 20));
  symlinkSync('gone', backupFile(file, 21, 21));
  thinBackups(file);
  expect(backupsOf(file).map(({ at }) => at)).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3]);
  thinBackups(file, 30);
  expect(backupsOf(file).map(({ at }) => at)).toEqual([12, 11, 10]);
  thinBackups(file, 1);
  expect(backupsOf(file).map(({ at }) => at)).toEqual([12, 11]);
  expect(existsSync(join(dirname(file), 'backups', 'notes.txt'))).toBe(true);
});

test('a copy is made some time after a change, later of a large file, and none without one', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const file = join(desk.root, 'review.sqlite');
  writeFileSync(file, '');
  truncateSync(file, 200e6 + 1);
  const backups = new Backups({ file, onNetwork: false, between: 1000, damaged: () => undefined });
  const isCopiedIn = (milliseconds: number) => {
    vi.advanceTimersByTime(milliseconds - 1);
    expect(backups.isCopying).toBe(false);
    vi.advanceTimersByTime(1);
    expect(backups.isCopying).toBe(true);
  };
  const ended = async () => {
    while (backups.isCopying) await setImmediate();
  };
  isCopiedIn(10_000);
  await ended();
  expect(vi.getTimerCount()).toBe(0);
  backups.changed();
  backups.changed();
  expect(vi.getTimerCount()).toBe(1);
  isCopiedIn(3000);
  // What changes while a copy is made is in the next one, whatever became of the file.
  backups.changed();
  expect(vi.getTimerCount()).toBe(0);
  rmSync(file);
  await ended();
  // Nothing is made in its place, which would pass for an empty review.
  expect(existsSync(file)).toBe(false);
  vi.advanceTimersByTime(999);
  expect([backups.isCopying, vi.getTimerCount()]).toEqual([false, 1]);
  backups.close();
  expect(vi.getTimerCount()).toBe(0);
  // Where it is gone, it is waited for like a small one.
  backups.changed();
  expect(vi.getTimerCount()).toBe(1);
  backups.close();
});
