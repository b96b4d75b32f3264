/** A board that came with links where the files of its review lie: what they lead to is somebody else's, and stays as it is. */
import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { aBoard } from '@testing/records.js';
import { describe, expect, it } from 'vitest';
import { backupFile } from './backups/backup-files.js';
import { freshDesk } from './testing/desk.js';

const desk = freshDesk();

/** A closed review of a board, and a file of the user's that has nothing to do with it. */
function received() {
  const review = desk.open();
  review.importRecords(aBoard(2));
  desk.run(review, { type: 'set-note', shotId: 'shot-0', note: 'first' });
  desk.close(review);
  const victim = join(desk.root, 'mine.txt');
  writeFileSync(victim, 'what I wrote myself\n'.repeat(999));
  return { file: review.file, victim, before: readFileSync(victim) };
}

/** Opens it, decides, closes and opens it again, as far as that is let. */
function worked(): string {
  try {
    for (const note of ['second', 'third']) {
      const review = desk.open();
      desk.run(review, { type: 'set-note', shotId: 'shot-0', note });
      desk.close(review);
    }
    return desk.open().records.shot['shot-0']?.note ?? '';
  } catch (thrown) {
    return (thrown as { code?: string }).code ?? String(thrown);
  }
}

// Windows asks for a right to make links.
describe.skipIf(process.platform === 'win32')('a link in the place of', () => {
  it.each(['-wal', '-shm', '-journal'])('review.sqlite%s leads to nothing that is written', (suffix) => {
    const { file, victim, before } = received();
    rmSync(file + suffix, { force: true });
    symlinkSync(victim, file + suffix);
    const told = desk.open();
    expect(told.notes).toEqual([expect.stringMatching(/^A link lay where the log of the review belongs/)]);
    desk.close(told);
    expect(worked()).toBe('third');
    expect(readFileSync(victim).equals(before)).toBe(true);
  });

  it('review.sqlite leads to nothing that is written', () => {
    const { file, victim, before } = received();
    rmSync(file);
    symlinkSync(victim, file);
    worked();
    expect(readFileSync(victim).equals(before)).toBe(true);
  });

  it('review.sqlite to the review of another board lets no two write it', () => {
    const { file } = received();
    const other = desk.open('other');
    rmSync(file);
    symlinkSync(other.file, file);
    expect(desk.open().readOnly).toContain('Open by Ada');
  });

  it('a backup leads to nothing that is written or removed', () => {
    const { file, victim, before } = received();
    mkdirSync(join(dirname(file), 'backups'));
    for (let n = 0; n < 12; n++) symlinkSync(victim, backupFile(file, 1_000 + n, 99));
    truncateSync(file, 0);
    worked();
    expect(readFileSync(victim).equals(before)).toBe(true);
    expect(lstatSync(victim).isFile()).toBe(true);
  });

  it('what a recovery left behind is not followed', () => {
    const { file, victim, before } = received();
    const mine = join(desk.root, 'my folder');
    mkdirSync(mine);
    writeFileSync(join(mine, 'letter.txt'), 'mine');
    symlinkSync(mine, join(dirname(file), 'recovering-abc'));
    symlinkSync(victim, join(dirname(file), 'recovered.sqlite.part'));
    expect(worked()).toBe('third');
    expect(readdirSync(mine)).toEqual(['letter.txt']);
    expect(readFileSync(victim).equals(before)).toBe(true);
  });
});
