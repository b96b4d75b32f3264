/** What becomes of a review whose file is not as it was left; that what was in it comes back is recovery/recovery.test.ts. */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { codeOf } from '@testing/code-of.js';
import { aBoard } from '@testing/records.js';
import { describe, expect, it } from 'vitest';
import {
  backupFile,
  backupFolder,
  backupsOf,
  isMarkedForRepair,
  markForRepair,
} from './backups/backup-files.js';
import type { Review } from './index.js';
import { homesOf } from './location.js';
import { takeLock } from './lock.js';
import { MIGRATIONS } from './migrations.js';
import { freshDesk } from './testing/desk.js';

const desk = freshDesk();
const LAST_TUESDAY = Date.UTC(2026, 10, 24, 9);

/** Of a review that is closed: a copy as it is now, which says that its last change was number `seq`. */
function backUp({ file, seq }: Review, as = seq): void {
  mkdirSync(backupFolder(file), { recursive: true });
  copyFileSync(file, backupFile(file, LAST_TUESDAY, as));
}

/** Two shots and a note, closed. */
function closed(): Review {
  const review = desk.open();
  review.importRecords(aBoard(2));
  desk.run(review, { type: 'set-note', shotId: 'shot-0', note: 'darker' });
  desk.close(review);
  return review;
}

const noteOf = ({ records }: Review): string | undefined => records.shot['shot-0']?.note;

/** Opened, and what the artist is told. */
function opened() {
  const review = desk.open();
  return { review, notes: review.notes, note: noteOf(review), offered: review.offeredBackup };
}

describe('a file that is older than its newest backup', () => {
  /** The file as it was before its last decision, beside a backup from after it. */
  function putBack(): Review {
    const { file } = closed();
    copyFileSync(file, join(desk.root, 'earlier'));
    const review = desk.open();
    desk.run(review, { type: 'set-note', shotId: 'shot-0', note: 'lighter' });
    desk.close(review);
    backUp(review);
    copyFileSync(join(desk.root, 'earlier'), file);
    return review;
  }

  it('takes in what that has besides, and says so', () => {
    const { file } = putBack();
    const { notes, note, offered } = opened();
    expect(note).toBe('lighter');
    // It was held all the time.
    expect(takeLock(file.replace('sqlite', 'lock'), 'Bo').held).toBe(false);
    expect(notes[0]).toMatch(/^The review file was older than its newest backup[.]/);
    expect(offered?.at).toBe(LAST_TUESDAY);
  });

  it('of a later version of the program is only read, as it is', () => {
    const review = putBack();
    desk.alter(review, `PRAGMA user_version = ${MIGRATIONS.length + 1}`);
    const before = readFileSync(review.file);
    const { note, notes, review: again } = opened();
    expect([again.readOnly !== null, note, notes]).toEqual([true, 'darker', []]);
    expect(readFileSync(review.file).equals(before)).toBe(true);
  });

  it.each<[what: string, lay: (review: Review) => void]>([
    [
      'cannot be read',
      ({ file, seq }) => writeFileSync(backupFile(file, LAST_TUESDAY, seq + 99), 'no review'),
    ],
    ['is as old as the file', (review) => backUp(review)],
  ])('is left alone where the backup %s, at this opening and the next', (_what, lay) => {
    const review = closed();
    mkdirSync(backupFolder(review.file), { recursive: true });
    lay(review);
    for (let opening = 0; opening < 2; opening++) {
      const { review: again, note, notes } = opened();
      expect([note, notes]).toEqual(['darker', []]);
      desk.close(again);
    }
    expect(readdirSync(dirname(review.file)).filter((name) => /damaged|kept/.test(name))).toEqual([]);
  });

  it('is left alone where it is another review that somebody put there', () => {
    const review = closed();
    backUp(review, review.seq + 99);
    const other = desk.open('other');
    other.importRecords(aBoard(3));
    desk.close(other);
    copyFileSync(other.file, review.file);
    const { review: again, notes } = opened();
    expect([Object.keys(again.records.shot).length, notes]).toEqual([3, []]);
  });
});

describe('a file that is', () => {
  it.each<[what: string, happened: RegExp, harm: (file: string) => void]>([
    ['gone', /^The review file was gone[.] It is back/, (file) => rmSync(file)],
    ['empty', /^The review file was empty[.] It is back/, (file) => truncateSync(file)],
  ])('%s comes back from its backup, which is not offered besides', (_what, happened, harm) => {
    const review = closed();
    backUp(review);
    harm(review.file);
    const { note, notes, offered } = opened();
    expect([note, offered]).toEqual(['darker', null]);
    expect(notes[0]).toMatch(happened);
  });

  it('empty, with nothing else there, is begun anew, which is said', () => {
    mkdirSync(desk.options().folder);
    const { home } = homesOf(desk.options().folder, desk.options().dataFolder);
    writeFileSync(home.file, '');
    const { review, notes } = opened();
    expect(review.isNew).toBe(true);
    expect(notes).toEqual([
      'The review file was empty. There is no backup that can be read, so the review starts anew. Your pictures are untouched.',
    ]);
  });

  it('gone, with its other home in its place, goes on there and not from a backup', () => {
    const review = closed();
    backUp(review);
    const { other } = homesOf(desk.options().folder, desk.options().dataFolder);
    mkdirSync(dirname(other.file), { recursive: true });
    renameSync(review.file, other.file);
    const { note, notes } = opened();
    expect(note).toBe('darker');
    expect(notes).toEqual([expect.stringContaining('is beside the pictures now')]);
  });

  it('marked for repair is mended at once, and one that is gone with all else is begun anew without a word', () => {
    const review = closed();
    markForRepair(review.file);
    const mended = opened();
    expect(mended.note).toBe('darker');
    expect(mended.notes[0]).toMatch(
      /^The review file was damaged[.] It is mended, from what can be read of it:/,
    );
    expect([isMarkedForRepair(review.file), mended.offered]).toEqual([false, null]);
    desk.close(mended.review);
    for (const name of readdirSync(dirname(review.file)).filter((one) => /sqlite/.test(one)))
      rmSync(join(dirname(review.file), name));
    markForRepair(review.file);
    const fresh = opened();
    expect([fresh.review.isNew, fresh.notes, isMarkedForRepair(review.file)]).toEqual([true, [], false]);
  });

  it.each<[what: string, harm: (review: Review) => void]>([
    ['rubbish', ({ file }) => writeFileSync(file, 'no database '.repeat(999))],
    // Somebody’s doing, which is only gone by where a backup says otherwise.
    [
      'of another form',
      (review) =>
        desk.alter(
          review,
          `PRAGMA foreign_keys = OFF; DROP TABLE fact; CREATE VIEW fact AS SELECT 'x' AS id`,
        ),
    ],
  ])('%s is refused and stays, and comes back where there is a backup', (_what, harm) => {
    const review = closed();
    copyFileSync(review.file, join(desk.root, 'whole'));
    harm(review);
    const before = readFileSync(review.file);
    expect(codeOf(desk.open)).toBe('REVIEW_DAMAGED');
    expect(readFileSync(review.file).equals(before)).toBe(true);
    mkdirSync(backupFolder(review.file), { recursive: true });
    copyFileSync(join(desk.root, 'whole'), backupFile(review.file, LAST_TUESDAY, review.seq));
    const { note, notes } = opened();
    expect(note).toBe('darker');
    expect(notes[0]).toMatch(/^The review file was damaged[.] It is mended/);
  });

  it('not there while its other home is rubbish names that one, and makes none', () => {
    const { file } = closed();
    const { other } = homesOf(desk.options().folder, desk.options().dataFolder);
    mkdirSync(dirname(other.file), { recursive: true });
    rmSync(file);
    writeFileSync(other.file, 'no database '.repeat(999));
    expect(desk.open).toThrow(
      expect.objectContaining({
        code: 'REVIEW_DAMAGED',
        data: expect.objectContaining({ file: other.file }),
      }),
    );
    expect(existsSync(file)).toBe(false);
    expect(backupsOf(file)).toEqual([]);
  });
});
