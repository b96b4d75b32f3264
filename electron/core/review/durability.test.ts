import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { diffFromEmpty } from '@shared/records/index.js';
import { codeOf } from '@testing/code-of.js';
import { aBoard } from '@testing/records.js';
import { expect, test } from 'vitest';
import { takeLock } from './lock.js';
import { MIGRATIONS, migrate } from './migrations.js';
import { Store } from './store.js';
import { freshDesk } from './testing/desk.js';

const desk = freshDesk();

/** Makes a review with two shots, closes it, and gives its file. */
function written(): string {
  const review = desk.open();
  review.importRecords(aBoard(2));
  desk.close(review);
  return review.file;
}

test('a second opening in the same process is read-only too, and the next one writes once the first is closed', () => {
  const first = desk.open();
  first.importRecords(aBoard(1));
  const second = desk.open();
  expect(second.readOnly).toContain(`process ${process.pid}`);
  expect(second.records).toEqual(first.records);
  expect(codeOf(() => second.importRecords(aBoard(2)))).toBe('REVIEW_LOCKED');
  desk.close(first);
  desk.close(second);
  expect(desk.open().readOnly).toBeNull();
});

test('a file of a later version is shown as far as it can be read, is not touched, and is not locked', () => {
  const file = written();
  const db = new DatabaseSync(file);
  db.exec(`
    PRAGMA user_version = ${MIGRATIONS.length + 1};
    UPDATE shot SET json = json_set(json, '$.lens', '35 mm') WHERE id = 'shot-0';
    UPDATE fact SET json = json_set(json, '$.origin', 'dream');
    CREATE TABLE lens (id TEXT PRIMARY KEY, json TEXT NOT NULL);
    DROP TABLE request;
  `);
  db.close();
  const before = readFileSync(file);
  const review = desk.open();
  expect(review.readOnly).toContain('newer version of Continuist');
  const { fact, ...rest } = review.records;
  const { fact: _facts, ...board } = aBoard(2);
  expect(rest).toEqual(board);
  expect(fact).toEqual({});
  expect(review.skipped.map(({ name }) => name)).toEqual(['Fact a girl in a red coat']);
  expect(codeOf(() => desk.run(review, { type: 'rename', title: 'Pier' }))).toBe('REVIEW_NEWER');
  expect(codeOf(() => review.undo())).toBe('REVIEW_NEWER');
  const lock = takeLock(join(file, '..', 'review.lock'), 'Eve');
  expect(lock.held).toBe(true);
  if (lock.held) lock.release();
  const second = desk.open();
  expect(second.readOnly).toBe(review.readOnly);
  desk.close(review);
  desk.close(second);
  expect(readFileSync(file).equals(before)).toBe(true);
});

test.each([
  ['overwritten with something else', (file: string) => writeFileSync(file, 'not a database '.repeat(999))],
  ['cut short', (file: string) => writeFileSync(file, readFileSync(file).subarray(0, 9000))],
  [
    'a database of another program',
    (file: string) => {
      rmSync(file);
      const db = new DatabaseSync(file);
      db.exec('CREATE TABLE notes (text)');
      db.close();
    },
  ],
])('a review file %s is said to be damaged, is not touched, and is not locked', (_how, damage) => {
  const file = written();
  damage(file);
  const before = readFileSync(file);
  expect(codeOf(desk.open)).toBe('REVIEW_DAMAGED');
  expect(codeOf(desk.open)).toBe('REVIEW_DAMAGED');
  expect(readFileSync(file).equals(before)).toBe(true);
});

test('a file that another process has not made ready yet is said to be in use', () => {
  const file = written();
  const db = new DatabaseSync(file);
  db.exec(`PRAGMA user_version = ${MIGRATIONS.length - 1}`);
  db.close();
  expect(codeOf(() => new Store(file, { readOnly: true }))).toBe('REVIEW_LOCKED');
});

test('a full disk is said, and what was there before is all there', () => {
  const store = new Store(join(desk.root, 'review.sqlite'));
  store.transaction(() => store.write(diffFromEmpty(aBoard(2))));
  // SQLite reports a file that may not grow as it reports a disk that is full.
  store.db.exec('PRAGMA max_page_count = 1');
  expect(codeOf(() => store.transaction(() => store.write(diffFromEmpty(aBoard(900)))))).toBe('DISK_FULL');
  expect(store.load().records).toEqual(aBoard(2));
  store.db.exec('PRAGMA max_page_count = 1000000');
  store.transaction(() => store.write(diffFromEmpty(aBoard(3))));
  store.close();
  const again = new Store(join(desk.root, 'review.sqlite'), { readOnly: true });
  expect(again.load().records).toEqual(aBoard(3));
  again.close();
});

test('the file is written through to the disk', () => {
  const store = new Store(join(desk.root, 'review.sqlite'));
  expect(store.db.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
  expect(store.db.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 2 });
  expect(store.db.prepare('PRAGMA foreign_keys').get()).toEqual({ foreign_keys: 1 });
  store.close();
});

test('what can be worked out again waits for no disk, and what is decided after it does', () => {
  const store = new Store(join(desk.root, 'review.sqlite'));
  const levelOf = ({ db }: Store) => db.prepare('PRAGMA synchronous').get().synchronous;
  const level = () => levelOf(store);
  expect(store.derivedTransaction(level)).toBe(1);
  expect([level(), store.transaction(level)]).toEqual([2, 2]);
  const failing = () =>
    store.derivedTransaction(() => {
      throw new Error('no room');
    });
  expect(failing).toThrow('no room');
  expect(level()).toBe(2);
  store.close();
  // There is no write-ahead log on a network: all of it is at stake.
  const far = new Store(join(desk.root, 'far.sqlite'), { onNetwork: true });
  expect(far.derivedTransaction(() => levelOf(far))).toBe(2);
  far.close();
});

test('migrations run once each and in order; one that fails leaves the version before it', () => {
  mkdirSync(join(desk.root, 'm'));
  const db = new DatabaseSync(join(desk.root, 'm', 'x.sqlite'));
  const version = () => db.prepare('PRAGMA user_version').get();
  const first = 'CREATE TABLE a (x); INSERT INTO a VALUES (1)';
  const second = 'ALTER TABLE a ADD COLUMN y; UPDATE a SET y = x + 1';
  migrate(db, [first]);
  migrate(db, [first]);
  expect(() => migrate(db, [first, 'UPDATE a SET x = 9; SELECT * FROM missing'])).toThrow(
    'no such table: missing',
  );
  expect(version()).toEqual({ user_version: 1 });
  migrate(db, [first, second]);
  expect(db.prepare('SELECT x, y FROM a').all()).toEqual([{ x: 1, y: 2 }]);
  expect(version()).toEqual({ user_version: 2 });
  db.close();
});
