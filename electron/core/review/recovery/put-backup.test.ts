import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { codeOf } from '@testing/code-of.js';
import { aBoard } from '@testing/records.js';
import { expect, test } from 'vitest';
import { backupFile, backupFolder } from '../backups/backup-files.js';
import { freshDesk } from '../testing/desk.js';
import { putBackup } from './put-backup.js';

const desk = freshDesk();

test('a backup that cannot take the place of the review leaves it, and all that lies beside it, as it was', () => {
  const review = desk.open();
  review.importRecords(aBoard(1));
  const { file } = review;
  desk.close(review);
  mkdirSync(backupFolder(file));
  const [good, torn] = [backupFile(file, 1, 1), backupFile(file, 2, 2)];
  copyFileSync(file, good);
  writeFileSync(torn, readFileSync(file).subarray(0, 9000));
  const there = () => [readdirSync(dirname(file)).sort(), readdirSync(backupFolder(file)).sort()];
  const [before, bytes] = [there(), readFileSync(file)];
  const refused = (name: string) => codeOf(() => putBackup(file, name));
  expect([refused('review-9-9.sqlite'), refused('../review.sqlite'), refused(basename(torn))]).toEqual([
    'NOT_FOUND',
    'NOT_FOUND',
    'NOT_FOUND',
  ]);
  expect([there(), readFileSync(file).equals(bytes)]).toEqual([before, true]);
  rmSync(file);
  expect(refused(basename(good))).toBe('NOT_FOUND');
  expect([existsSync(file), readdirSync(join(dirname(file), 'backups'))]).toEqual([false, before[1]]);
  expect(readdirSync(dirname(file)).filter((name) => /part|recover/.test(name))).toEqual([]);
});
