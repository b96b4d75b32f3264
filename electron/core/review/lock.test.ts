import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterAll, expect, it } from 'vitest';
import type { Database } from './database.js';
import { sayHolder, takeLock } from './lock.js';
import { FAST } from './testing/desk.js';

const root = mkdtempSync(join(FAST, 'continuist-lock-'));
afterAll(() => rmSync(root, { recursive: true }));
let count = 0;
const newFile = () => join(root, `${count++}.lock`);

/** As another program does it. */
function withDatabase(file: string, work: (db: Database) => void): void {
  const db = new DatabaseSync(file);
  work(db);
  db.close();
}

const holder = { pid: 4242, host: hostname(), startedAt: 1_700_000_000_000, who: 'Ada', token: 't' };
const since = new Date(holder.startedAt).toLocaleString();

it('says who holds a review, and on which machine where it is another one', () => {
  expect(sayHolder(holder)).toBe(`Open by Ada since ${since} (process 4242).`);
  expect(sayHolder({ ...holder, who: '' })).toBe(`Open in another window since ${since} (process 4242).`);
  expect(sayHolder({ ...holder, host: 'studio-3' })).toBe(
    `Open by Ada on studio-3 since ${since} (process 4242).`,
  );
  expect(sayHolder(null)).toBe('Open in another window.');
});

it('is held by one at a time, who is named to the others until it is let go', () => {
  const file = newFile();
  for (const who of ['Ada', 'Bo']) {
    const lock = takeLock(file, who);
    if (!lock.held) throw new Error('not held');
    const other = takeLock(file, 'Cy');
    expect(other).toEqual({
      held: false,
      by: {
        who,
        pid: process.pid,
        host: hostname(),
        startedAt: expect.any(Number),
        token: expect.any(String),
      },
    });
    lock.release();
  }
});

it('names nobody while another program is just making the file', () => {
  const file = newFile();
  withDatabase(file, (db) => {
    db.exec('BEGIN EXCLUSIVE');
    expect(takeLock(file, 'Ada')).toEqual({ held: false, by: null });
    db.exec('ROLLBACK');
  });
  const lock = takeLock(file, 'Ada');
  if (lock.held) lock.release();
  expect(lock.held).toBe(true);
});

it('is signed anew where the signature cannot be read', () => {
  const file = newFile();
  const first = takeLock(file, 'Ada');
  if (first.held) first.release();
  withDatabase(file, (db) => db.exec("UPDATE holder SET json = '{'"));
  const lock = takeLock(file, 'Bo');
  expect(takeLock(file, 'Cy')).toMatchObject({ held: false, by: { who: 'Bo' } });
  if (lock.held) lock.release();
  for (const change of ["UPDATE holder SET json = '{'", 'DELETE FROM holder']) {
    withDatabase(file, (db) => db.exec(`BEGIN; ${change}; COMMIT`));
    withDatabase(file, (db) => {
      db.exec('BEGIN IMMEDIATE');
      expect(takeLock(file, 'Cy')).toEqual({ held: false, by: null });
    });
  }
});

it.each<[what: string, make: (file: string) => void]>([
  ['a folder', (file) => mkdirSync(file)],
  ['words', (file) => writeFileSync(file, 'no lock but words '.repeat(99))],
  ['another database', (file) => withDatabase(file, (db) => db.exec('CREATE TABLE shots (id TEXT)'))],
  [
    'a lock with something else in it',
    (file) => {
      const lock = takeLock(file, 'Ada');
      if (lock.held) lock.release();
      withDatabase(file, (db) => db.exec('CREATE TABLE shots (id TEXT)'));
    },
  ],
])('does not touch %s in its place', (what, make) => {
  const file = newFile();
  make(file);
  const before = what === 'a folder' ? null : readFileSync(file);
  expect(() => takeLock(file, 'Ada')).toThrow(
    expect.objectContaining({ code: 'LOCK_DAMAGED', data: { file }, message: expect.stringContaining(file) }),
  );
  if (before) expect(readFileSync(file).equals(before)).toBe(true);
});
