import { readFileSync } from 'node:fs';
import { DatabaseSync } from '@photostructure/sqlite';
import { codeOf } from '@testing/code-of.js';
import { aBoard } from '@testing/records.js';
import { expect, onTestFinished, test } from 'vitest';
import type { Review } from './index.js';
import { MIGRATIONS, migrate } from './migrations.js';
import { missingIn, strangeIn } from './schema.js';
import { Store } from './store.js';
import { freshDesk } from './testing/desk.js';

const desk = freshDesk();

/** A review with two shots, closed, as `sql` left its file. */
function altered(sql: string): Review {
  const review = desk.open();
  review.importRecords(aBoard(2));
  desk.run(review, { type: 'hold', shotId: 'shot-0', reason: '' });
  desk.close(review);
  desk.alter(review, sql);
  return review;
}

/** Anything that is written to the log takes every decision away. */
const TRIGGER = 'CREATE TRIGGER t AFTER INSERT ON events BEGIN DELETE FROM decision; END;';

test.each([
  ['a trigger', TRIGGER, 'trigger “t”'],
  ['a view', 'CREATE VIEW everything AS SELECT json FROM shot;', 'view “everything”'],
  ['a foreign table', 'CREATE VIRTUAL TABLE found USING fts5(words);', 'table “found” and'],
  ['an index that runs a function', 'CREATE INDEX i ON shot (upper(json));', 'index “i”'],
  ['a table', 'CREATE TABLE more (x);', 'table “more”'],
  [
    'a trigger of a later version',
    `${TRIGGER} PRAGMA user_version = ${MIGRATIONS.length + 1};`,
    'trigger “t”',
  ],
])(
  'a file with %s besides what Continuist puts there is shown, said so, and not changed',
  (_what, sql, name) => {
    const { file, records } = altered(sql);
    const before = readFileSync(file);
    const review = desk.open();
    expect(review.readOnly).toContain(name);
    expect(review.records).toEqual(records);
    expect(codeOf(() => desk.run(review, { type: 'rename', title: 'Pier' }))).toBe('REVIEW_STRANGE');
    expect(codeOf(() => review.undo())).toBe('REVIEW_STRANGE');
    desk.close(review);
    expect(readFileSync(file).equals(before)).toBe(true);
  },
);

const instead = (what: string) => `PRAGMA foreign_keys = OFF; DROP TABLE fact; ${what}`;

test.each([
  ['a view', instead(`CREATE VIEW fact AS SELECT 1 AS rowid, 'fact-0' AS id, '{}' AS json;`)],
  ['a foreign table', instead('CREATE VIRTUAL TABLE fact USING fts5(id, json);')],
  [
    'another table',
    instead('CREATE TABLE fact (id TEXT PRIMARY KEY, json TEXT NOT NULL, more TEXT) STRICT;'),
  ],
  [
    'a view of a later version',
    instead(`CREATE VIEW fact AS SELECT 'x' AS id; PRAGMA user_version = ${MIGRATIONS.length + 1};`),
  ],
])('a file with %s in the place of a table is refused, and not changed', (_what, sql) => {
  const { file } = altered(sql);
  const before = readFileSync(file);
  expect(codeOf(desk.open)).toBe('REVIEW_DAMAGED');
  expect(readFileSync(file).equals(before)).toBe(true);
});

/** A review in memory that somebody has written anything into. */
function inMemory() {
  const db = new DatabaseSync(':memory:', { defensive: false });
  onTestFinished(() => db.close());
  migrate(db);
  const rewrite = (name: string, set: string) =>
    db.exec(`PRAGMA writable_schema = ON; UPDATE sqlite_schema SET ${set} WHERE name = '${name}'`);
  return { db, rewrite };
}

test('a later version may have other tables and indexes, and nothing that runs what it names, however that is written', () => {
  const { db, rewrite } = inMemory();
  expect([strangeIn(db, false), missingIn(db)]).toEqual([null, null]);
  db.exec('CREATE TABLE lens (x); CREATE INDEX of_lens ON lens (x)');
  expect([strangeIn(db, true), strangeIn(db, false)]).toEqual([null, 'table “lens” and 1 more']);
  db.exec('CREATE VIRTUAL TABLE found USING fts5(words)');
  expect(strangeIn(db, true)).toBe('table “found”');
  rewrite('found', "sql = replace(sql, 'CREATE VIRTUAL', 'create \n virtual')");
  expect(strangeIn(db, true)).toBe('table “found”');
});

test('only the planner’s own tables are its statistics', () => {
  const { db, rewrite } = inMemory();
  db.exec('ANALYZE');
  expect(strangeIn(db, false)).toBeNull();
  db.exec('CREATE TABLE lens (x)');
  for (const name of ['sqlite_stat9', 'sqlite_stat12', 'my_sqlite_stat1']) {
    rewrite('lens', `name = '${name}'`);
    expect(strangeIn(db, false)).toBe(`table “${name}”`);
    rewrite(name, "name = 'lens'");
  }
});

test('a table is told by its words, not by the space between them, and one that is missing is named', () => {
  const { db, rewrite } = inMemory();
  rewrite('brand', "sql = replace(sql, ', ', ',\n  ')");
  expect(strangeIn(db, false)).toBeNull();
  rewrite('brand', "sql = replace(sql, 'json', 'text')");
  expect(() => strangeIn(db, false)).toThrow(
    expect.objectContaining({ code: 'REVIEW_DAMAGED', data: { isForeign: true } }),
  );
  rewrite('brand', "name = 'brands'");
  expect(missingIn(db)).toBe('brand');
});

test('what the query planner found out is nobody’s concern', () => {
  altered('ANALYZE');
  expect(desk.open().readOnly).toBeNull();
});

test('nothing that a schema names is trusted, and no statement can damage the file', () => {
  const { file } = altered('');
  for (const readOnly of [false, true]) {
    const { db } = new Store(file, { readOnly });
    expect(db.prepare('PRAGMA trusted_schema').get()).toEqual({ trusted_schema: 0 });
    db.exec('PRAGMA writable_schema = ON');
    expect(() => db.exec(`UPDATE sqlite_schema SET sql = '' WHERE name = 'shot'`)).toThrow(
      'may not be modified',
    );
    db.close();
  }
});
