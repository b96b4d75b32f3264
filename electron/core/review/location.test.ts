import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { aBoard } from '@testing/records.js';
import { expect, test } from 'vitest';
import { backupFile, backupFolder } from './backups/backup-files.js';
import { hasReview, openReview, reviewedOf } from './index.js';
import { homesOf } from './location.js';
import { ADAS, freshDesk } from './testing/desk.js';
import { canRefuse, whileUnwritable } from './testing/unwritable.js';

const desk = freshDesk();
const folder = () => join(desk.root, 'board');
const data = () => join(desk.root, 'data');

/** The review of a shots file, opened once. */
function reviewed(source: string | null, kind: 'pipeline' | 'images' = 'pipeline'): string {
  mkdirSync(folder(), { recursive: true });
  if (source !== null) writeFileSync(join(folder(), source), '{}');
  const review = openReview({ folder: folder(), dataFolder: data(), settings: () => ADAS, source });
  const board = aBoard(1);
  const named = { ...board.storyboard.board, source: { kind, name: source ?? 'board', format: 'x' } };
  review.importRecords({ ...board, storyboard: { board: named as never } });
  review.close();
  return review.file;
}

test('a storyboard that was never opened has no review, and looking makes none', () => {
  mkdirSync(folder());
  expect(hasReview(folder(), data())).toBe(false);
  expect(reviewedOf(folder(), data(), ['a.json'])).toBeNull();
  expect(existsSync(join(folder(), '.continuist'))).toBe(false);
});

test('of the shots files of a folder, the one that has a review is known, and none where two have', () => {
  const first = reviewed('a.json');
  expect(hasReview(folder(), data(), 'a.json')).toBe(true);
  expect(hasReview(folder(), data(), 'b.json')).toBe(false);
  expect(reviewedOf(folder(), data(), ['a.json', 'b.json'])).toBe('a.json');
  expect(reviewedOf(folder(), data(), ['b.json'])).toBeNull();
  // A second one gets a review of its own.
  expect(reviewed('b.json')).not.toBe(first);
  expect(reviewedOf(folder(), data(), ['b.json', 'c.json'])).toBe('b.json');
  expect(reviewedOf(folder(), data(), ['a.json', 'b.json'])).toBeNull();
});

test('a review of its own stays that of its shots file when the other file or the other review goes', () => {
  const first = reviewed('a.json');
  const second = reviewed('b.json');
  rmSync(join(folder(), 'a.json'));
  expect(homesOf(folder(), data(), 'b.json').home.file).toBe(second);
  rmSync(first);
  expect(reviewedOf(folder(), data(), ['a.json', 'b.json'])).toBe('b.json');
});

test('what is no folder, or is not there, is said', () => {
  const file = join(desk.root, 'file');
  writeFileSync(file, '');
  for (const path of [file, folder()])
    expect(() => homesOf(path, data())).toThrow(expect.objectContaining({ code: 'OPEN_FAILED' }));
});

test('a storyboard has one place for its review, beside its pictures, and one in the data folder by its path', () => {
  mkdirSync(folder());
  const { home, other, isBeside } = homesOf(folder(), data());
  expect([home.file, isBeside]).toEqual([join(folder(), '.continuist', 'review.sqlite'), true]);
  expect(other.file.startsWith(join(data(), 'reviews'))).toBe(true);
  expect(homesOf(join(folder(), '..', 'board'), data()).other.file).toBe(other.file);
  mkdirSync(join(desk.root, 'board 2'));
  expect(homesOf(join(desk.root, 'board 2'), data()).other.file).not.toBe(other.file);
});

test('the review of a shots file that is gone, or of pictures alone, is gone on with', () => {
  const first = reviewed('a.json');
  rmSync(join(folder(), 'a.json'));
  expect(homesOf(folder(), data(), 'renamed.json').home.file).toBe(first);
  rmSync(join(folder(), '.continuist'), { recursive: true });
  const pictures = reviewed(null, 'images');
  writeFileSync(join(folder(), 'board'), '');
  expect(homesOf(folder(), data(), 'shots.json').home.file).toBe(pictures);
});

test('a review whose file is gone and can be brought back is one still', () => {
  const file = reviewed('a.json');
  rmSync(file);
  expect(hasReview(folder(), data(), 'a.json')).toBe(false);
  mkdirSync(backupFolder(file), { recursive: true });
  writeFileSync(backupFile(file, 1_700_000_000_000, 1), '');
  expect(hasReview(folder(), data(), 'a.json')).toBe(true);
});

test.skipIf(!canRefuse)(
  'where nothing can be written beside the pictures, the review lies in the data folder',
  () => {
    mkdirSync(folder());
    mkdirSync(data());
    chmodSync(desk.root, 0o777);
    chmodSync(data(), 0o777);
    const { home, other, isBeside } = whileUnwritable(folder(), [], () => homesOf(folder(), data()));
    expect([isBeside, other.file]).toEqual([false, join(folder(), '.continuist', 'review.sqlite')]);
    expect(home.file.startsWith(join(data(), 'reviews'))).toBe(true);
    expect(existsSync(dirname(home.file))).toBe(true);
  },
);

test('where a file lies in the place of the folder for the review, it lies in the data folder', () => {
  mkdirSync(folder());
  writeFileSync(join(folder(), '.continuist'), '');
  expect(homesOf(folder(), data()).isBeside).toBe(false);
});
