import { readFileSync } from 'node:fs';
import { codeOf } from '@testing/code-of.js';
import { aBoard } from '@testing/records.js';
import { expect, test } from 'vitest';
import type { Review } from './index.js';
import { MIGRATIONS } from './migrations.js';
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
