/** What becomes of decisions when somebody takes the files of an open review away, or puts others in their place. */
import { spawn } from 'node:child_process';
import fs, {
  copyFileSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { DatabaseSync } from '@photostructure/sqlite';
import { importOf } from '@testing/bundle-of.js';
import { codeOf } from '@testing/code-of.js';
import { aBoard } from '@testing/records.js';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Review } from './index.js';
import { Standing } from './standing.js';
import { freshDesk } from './testing/desk.js';

const desk = freshDesk();
const REVIEW = fileURLToPath(new URL('index.ts', import.meta.url));

const lockOf = (review: Review) => join(dirname(review.file), 'review.lock');
const note = (review: Review, words: string) =>
  desk.run(review, { type: 'set-note', shotId: 'shot-0', note: words });
const noteIn = (review: Review) => review.records.shot['shot-0']?.note;

/** Open, with one decision in it. */
function opened(): Review {
  const review = desk.open();
  review.importRecords(aBoard(2));
  note(review, 'first');
  return review;
}

/** The copy that was saved, laid where a storyboard has its review. */
function rescued(): Review {
  const folder = join(desk.root, 'data', 'rescued');
  const [file] = readdirSync(folder);
  mkdirSync(join(desk.root, 'again', '.continuist'), { recursive: true });
  copyFileSync(join(folder, file ?? ''), join(desk.root, 'again', '.continuist', 'review.sqlite'));
  return desk.open('again');
}

/** Another process that opens the review, and then writes a note whenever it is told to. */
async function otherProcess(data = 'other data') {
  const program = `
    import { openReview } from ${importOf(REVIEW)};
    import { createInterface } from 'node:readline';
    const settings = { artist: 'Grace', generator: 'none', rounds: 3 };
    const folder = process.env.FOLDER;
    const review = openReview({ folder, dataFolder: process.env.DATA, settings: () => settings });
    console.log(review.readOnly ?? 'writes');
    let n = 0;
    for await (const words of createInterface({ input: process.stdin })) {
      try {
        const command = { type: 'set-note', shotId: 'shot-0', note: words };
        review.run({ id: 'other-' + n++, at: Date.now(), command });
        console.log('done');
      } catch (thrown) {
        console.log(thrown.code);
      }
    }
  `;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    env: {
      ...process.env,
      FOLDER: join(desk.root, 'board'),
      DATA: join(desk.root, data),
    },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<string> => (await lines.next()).value ?? 'ended';
  return {
    opened: await next(),
    note(words: string): Promise<string> {
      child.stdin.write(`${words}\n`);
      return next();
    },
  };
}

// Windows lets nobody do that to a file that is open.
describe.skipIf(process.platform === 'win32')('a review file that is taken away while it is open', () => {
  it.each([
    ['removed', (file: string) => rmSync(file), 'review.sqlite was removed'],
    ['removed with its folder', (file: string) => rmSync(dirname(file), { recursive: true }), 'removed'],
    [
      'replaced by a copy of itself',
      (file: string) => {
        copyFileSync(file, `${file}.copy`);
        renameSync(`${file}.copy`, file);
      },
      'another review.sqlite was put in its place',
    ],
  ])(
    '%s: the next decision is not acknowledged, and what was decided before is saved',
    (_how, take, says) => {
      const review = opened();
      const told: string[] = [];
      review.onNews((why) => told.push(why));
      take(review.file);
      const there = existsSync(review.file) ? readFileSync(review.file) : null;
      expect(codeOf(() => note(review, 'second'))).toBe('REVIEW_REPLACED');
      expect(noteIn(review)).toBe('first');
      expect(review.readOnly).toContain(says);
      expect(told).toEqual([review.readOnly]);
      expect(codeOf(() => review.undo())).toBe('REVIEW_REPLACED');
      review.putMeasures('0'.repeat(64), {} as never);
      desk.close(review);
      // What lies there now is somebody else's.
      expect(existsSync(review.file) ? readFileSync(review.file) : null).toEqual(there);
      const again = rescued();
      expect(again.readOnly).toBeNull();
      expect(again.records).toEqual(review.records);
      expect(again.canUndo).toBe('Edit note of shot 1');
    },
  );
});

describe.skipIf(process.platform === 'win32')('a lock file', () => {
  it('that is removed lets no second process of this machine write, nor the first without it', async () => {
    const review = opened();
    rmSync(lockOf(review));
    const other = await otherProcess('data');
    expect(other.opened).toContain('Open by Ada');
    expect(await other.note('theirs')).toBe('REVIEW_LOCKED');
    expect(codeOf(() => note(review, 'mine'))).toBe('REVIEW_REPLACED');
    expect(review.readOnly).toContain('review.lock');
    desk.close(review);
    expect(noteIn(desk.open())).toBe('first');
  });

  it('that is removed lets one of two write, where their data folders differ', async () => {
    const review = opened();
    rmSync(lockOf(review));
    const other = await otherProcess('other data');
    expect(other.opened).toBe('writes');
    expect(await other.note('theirs')).toBe('done');
    expect(codeOf(() => note(review, 'mine'))).toBe('REVIEW_CHANGED');
    expect(review.readOnly).toContain('another program wrote to its file');
    expect(await other.note('theirs again')).toBe('done');
    desk.close(review);
    expect(noteIn(desk.open())).toBe('theirs again');
  });

  it('does not lie beside another name of the same file, which is held all the same', async () => {
    const review = opened();
    const twin = join(desk.root, 'twin', '.continuist');
    mkdirSync(twin, { recursive: true });
    linkSync(review.file, join(twin, 'review.sqlite'));
    expect(() => desk.open('twin')).toThrow(/open in another window.*Open by Ada/s);
    desk.closeAll();
    expect(desk.open('twin').readOnly).toBeNull();
  });

  it('that is filled with rubbish is refused and stays as it is, while whoever holds it goes on', async () => {
    desk.close(opened());
    const holder = await otherProcess();
    expect(holder.opened).toBe('writes');
    const lock = join(desk.root, 'board', '.continuist', 'review.lock');
    const inode = lstatSync(lock).ino;
    writeFileSync(lock, 'x'.repeat(5000));
    expect(codeOf(desk.open)).toBe('LOCK_DAMAGED');
    expect(lstatSync(lock).ino).toBe(inode);
    expect(readFileSync(lock, 'utf8')).toBe('x'.repeat(5000));
    expect(await holder.note('theirs')).toBe('done');
  });
});

it.each([
  ['rubbish', (lock: string) => writeFileSync(lock, 'x'.repeat(5000))],
  ['a folder', (lock: string) => mkdirSync(lock)],
  [
    'a link to another database',
    (lock: string) => {
      const other = new DatabaseSync(join(desk.root, 'other.sqlite'));
      other.exec('CREATE TABLE mine (x)');
      other.close();
      symlinkSync(join(desk.root, 'other.sqlite'), lock);
    },
  ],
  [
    'a lock with a trigger',
    (lock: string) => {
      const db = new DatabaseSync(lock);
      db.exec(`CREATE TABLE holder (one INTEGER PRIMARY KEY CHECK (one = 1), json TEXT NOT NULL);
        CREATE TRIGGER t AFTER INSERT ON holder BEGIN DELETE FROM holder; END`);
      db.close();
    },
  ],
])('%s in the place of the lock file is refused', (_what, put) => {
  const review = opened();
  desk.close(review);
  rmSync(lockOf(review));
  put(lockOf(review));
  expect(codeOf(desk.open)).toBe('LOCK_DAMAGED');
  expect(existsSync(lockOf(review))).toBe(true);
  if (existsSync(join(desk.root, 'other.sqlite'))) {
    const other = new DatabaseSync(join(desk.root, 'other.sqlite'));
    expect(other.prepare('SELECT name FROM sqlite_schema').all()).toEqual([{ name: 'mine' }]);
    other.close();
  }
});

it('files are told apart whose numbers are larger than a plain number holds, as drives of a network give them', () => {
  let inode = 2n ** 60n;
  const lstat = ((_path: string, { bigint = false } = {}) =>
    bigint ? { dev: 1n, ino: inode } : { dev: 1, ino: Number(inode) }) as never;
  const spy = vi.spyOn(fs, 'lstatSync').mockImplementation(lstat);
  syncBuiltinESMExports();
  const standing = new Standing(['/far/review.sqlite']);
  const told = [standing.lost()];
  inode++;
  told.push(standing.lost());
  spy.mockRestore();
  syncBuiltinESMExports();
  expect(told).toEqual([null, 'another review.sqlite was put in its place']);
});
