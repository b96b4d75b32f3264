import { DatabaseSync } from '@photostructure/sqlite';
import { expect, it, onTestFinished } from 'vitest';
import { MIGRATIONS, migrate, versionOf } from './migrations.js';

const fresh = () => {
  const db = new DatabaseSync(':memory:');
  onTestFinished(() => db.close());
  return db;
};
const tables = (db: ReturnType<typeof fresh>): string[] =>
  db
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name LIKE 'step%' ORDER BY name`)
    .all()
    .map(({ name }: { name: string }) => name);
const STEPS = ['CREATE TABLE step1 (x TEXT) STRICT', 'CREATE TABLE step2 (x TEXT) STRICT'];

it('brings an empty file to the newest version, and leaves it there', () => {
  const db = fresh();
  expect(versionOf(db)).toBe(0);
  migrate(db);
  expect(versionOf(db)).toBe(MIGRATIONS.length);
  migrate(db);
  expect(versionOf(db)).toBe(MIGRATIONS.length);
});

it('takes only the steps that a file has not taken', () => {
  const db = fresh();
  migrate(db, STEPS.slice(0, 1));
  expect([versionOf(db), tables(db)]).toEqual([1, ['step1']]);
  // The first step would fail now.
  migrate(db, STEPS);
  expect([versionOf(db), tables(db)]).toEqual([2, ['step1', 'step2']]);
});

it('a step that fails says so, and leaves the file as the step before it made it', () => {
  const db = fresh();
  const [first = '', second = ''] = STEPS;
  migrate(db, [first]);
  const steps = [first, second, `CREATE TABLE step3 (x TEXT) STRICT; ${first}`];
  expect(() => migrate(db, steps)).toThrow(/step1/);
  expect([versionOf(db), tables(db), db.isTransaction]).toEqual([2, ['step1', 'step2'], false]);
});

it('an empty file is made whole or left empty, in one transaction', () => {
  const db = fresh();
  const [first = '', second = ''] = STEPS;
  expect(() => migrate(db, [first, `${second}; ${first}`])).toThrow(/step1/);
  expect([versionOf(db), tables(db), db.isTransaction]).toEqual([0, [], false]);
});

it('refuses a file of another program, and one of a version that there can be none of', () => {
  const other = fresh();
  other.exec('CREATE TABLE notes (x)');
  expect(() => versionOf(other)).toThrow(expect.objectContaining({ code: 'REVIEW_DAMAGED' }));
  expect(() => migrate(other)).toThrow(/not a review file/);
  const odd = fresh();
  migrate(odd);
  odd.exec('PRAGMA user_version = 2000000000');
  expect(() => versionOf(odd)).toThrow(/its version is 2000000000/);
});
