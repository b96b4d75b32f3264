import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { codeOf } from '@testing/code-of.js';
import { aBoard } from '@testing/records.js';
import { describe, expect, it } from 'vitest';
import { isMarkedForRepair, markForRepair } from './backups/backup-files.js';
import { hasReview, openReview } from './index.js';
import { homesOf } from './location.js';
import { takeLock } from './lock.js';
import { MIGRATIONS } from './migrations.js';
import { ADAS, freshDesk } from './testing/desk.js';

const desk = freshDesk();
const locks = (): string[] => readdirSync(join(desk.root, 'data', 'locks'));

/** Whether nobody holds the review any more. */
function isFree(): boolean {
  const { home } = homesOf(desk.options().folder, desk.options().dataFolder);
  const lock = takeLock(home.lockFile, 'Eve');
  if (lock.held) lock.release();
  return lock.held;
}

describe('a review that is opened', () => {
  it('is made where there is none, held under its own name too, and let go when it is closed', () => {
    const review = desk.open();
    expect([review.isNew, review.readOnly, review.notes]).toEqual([true, null, []]);
    expect(hasReview(desk.options().folder, desk.options().dataFolder)).toBe(true);
    expect([locks().length, isFree()]).toEqual([1, false]);
    desk.close(review);
    expect([locks(), isFree()]).toEqual([[], true]);
  });

  it('while another has it open is read as it lies there: nothing of it is mended', () => {
    const first = desk.open();
    first.importRecords(aBoard(2));
    markForRepair(first.file);
    const second = desk.open();
    expect(second.readOnly).toMatch(/^Open by Ada/);
    expect(second.records).toEqual(first.records);
    expect([second.notes, isMarkedForRepair(first.file)]).toEqual([[], true]);
    expect(readdirSync(join(desk.options().folder, '.continuist')).join()).not.toMatch(/damaged|recover/);
  });

  it('while another has it open and it cannot be read says what is wrong with it, and else who has it', () => {
    const { home } = homesOf(desk.open().folder, desk.options().dataFolder);
    desk.closeAll();
    const lock = takeLock(home.lockFile, 'Bo');
    writeFileSync(home.file, 'no database '.repeat(99));
    expect(codeOf(desk.open)).toBe('REVIEW_DAMAGED');
    if (lock.held) lock.release();
  });

  it('while another has it open and it cannot be reached says who has it', () => {
    const { home } = homesOf(desk.open().folder, desk.options().dataFolder);
    desk.closeAll();
    const lock = takeLock(home.lockFile, 'Bo');
    // Where its log belongs lies a folder. A copy: a connection that was closed may hold the file for a while.
    copyFileSync(home.file, `${home.file}.copy`);
    renameSync(`${home.file}.copy`, home.file);
    rmSync(`${home.file}-wal`, { force: true });
    mkdirSync(`${home.file}-wal`);
    expect(desk.open).toThrow(
      expect.objectContaining({ code: 'REVIEW_LOCKED', detail: expect.stringMatching(/^Open by Bo since/) }),
    );
    if (lock.held) lock.release();
    expect(codeOf(desk.open)).toBe('DISK_FAILED');
  });

  /** A review with a decision, closed, as it lies in its other home. */
  function inOtherHome() {
    const review = desk.open();
    review.importRecords(aBoard(2));
    desk.run(review, { type: 'hold', shotId: 'shot-0', reason: '' });
    desk.close(review);
    const { other } = homesOf(desk.options().folder, desk.options().dataFolder);
    mkdirSync(dirname(other.file), { recursive: true });
    renameSync(review.file, other.file);
    return { other, records: review.records };
  }

  it('goes on with what lies in its other home, which is said once', () => {
    const { other, records } = inOtherHome();
    const review = desk.open();
    expect(review.records).toEqual(records);
    expect(review.notes).toEqual([expect.stringContaining('is beside the pictures now')]);
    expect(existsSync(other.file)).toBe(false);
    const lock = takeLock(other.lockFile, 'Eve');
    expect(lock.held).toBe(true);
    if (lock.held) lock.release();
    desk.close(review);
    expect(desk.open().notes).toEqual([]);
  });

  it('and cannot take over what belongs to its other home is let go, and nothing is lost', () => {
    const { other, records } = inOtherHome();
    mkdirSync(other.takesFolder);
    writeFileSync(join(other.takesFolder, 'made.png'), 'made');
    const path = relative(desk.options().folder, join(other.takesFolder, 'made.png')).split(sep).join('/');
    const { 'take-1': take } = records.take;
    const db = new DatabaseSync(other.file);
    db.prepare("UPDATE take SET json = ? WHERE id = 'take-1'").run(JSON.stringify({ ...take, path }));
    db.close();
    const { home } = homesOf(desk.options().folder, desk.options().dataFolder);
    // In the place of the picture lies a folder.
    mkdirSync(join(home.takesFolder, 'made.png'), { recursive: true });
    expect(desk.open).toThrow();
    expect([locks(), isFree()]).toEqual([[], true]);
    expect(readFileSync(join(other.takesFolder, 'made.png'), 'utf8')).toBe('made');
    rmSync(home.takesFolder, { recursive: true });
    const review = desk.open();
    expect(Object.keys(review.records.decision)).toEqual(Object.keys(records.decision));
    expect(readFileSync(join(home.takesFolder, 'made.png'), 'utf8')).toBe('made');
  });

  it('of a later version is let go at once: others may write theirs meanwhile', () => {
    const review = desk.open();
    desk.close(review);
    desk.alter(review, `PRAGMA user_version = ${MIGRATIONS.length + 1}`);
    expect(desk.open().readOnly).toContain('newer version');
    expect([locks(), isFree()]).toEqual([[], true]);
  });

  it('and cannot be is let go, and stays as it is', () => {
    const review = desk.open();
    desk.close(review);
    writeFileSync(review.file, 'no database '.repeat(99));
    const before = readFileSync(review.file);
    expect(codeOf(desk.open)).toBe('REVIEW_DAMAGED');
    expect([locks(), isFree()]).toEqual([[], true]);
    expect(readFileSync(review.file).equals(before)).toBe(true);
  });

  it('says that it lies on a network drive where the system says so of its folder', () => {
    mkdirSync(desk.options().folder);
    const asked: string[] = [];
    const isOnNetwork = (folder: string) => asked.push(folder) > 0;
    const review = openReview({ ...desk.options(), isOnNetwork });
    expect(review.notes).toEqual([expect.stringMatching(/^The review is on a network drive[.]/)]);
    expect(asked).toEqual([join(desk.options().folder, '.continuist')]);
    review.close();
  });

  it('is in the name of the artist of the settings, whoever that is by then', () => {
    let artist = 'Ada';
    mkdirSync(desk.options().folder);
    const review = openReview({ ...desk.options(), settings: () => ({ ...ADAS, artist }) });
    review.importRecords(aBoard(1));
    artist = 'Bo';
    desk.run(review, { type: 'hold', shotId: 'shot-0', reason: '' });
    expect(desk.open().readOnly).toContain('Ada');
    expect(Object.values(review.records.decision).map(({ who }) => who)).toEqual(['Bo']);
    desk.closeAll();
    review.close();
  });

  it('is refused where its folder is not there, which makes nothing', () => {
    expect(codeOf(() => openReview(desk.options('nowhere')))).toBe('OPEN_FAILED');
    expect(readdirSync(desk.root)).toEqual([]);
  });
});
