import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { expect, test } from 'vitest';
import { freshDesk } from '../testing/desk.js';
import { schemaPages } from './schema-pages.js';

const desk = freshDesk();

// A page holds one of such statements: 700 are more than the first page can lead to by itself.
test.each([
  [1, 1],
  [2, 3],
  [40, 41],
  [700, 703],
])('what %i tables are is found on the %i pages on which SQLite says that it lies', (tables, many) => {
  const file = join(desk.root, 'review.sqlite');
  const db = new DatabaseSync(file);
  db.exec('BEGIN');
  for (let n = 0; n < tables; n++) db.exec(`CREATE TABLE t${n} (a /* ${'-'.repeat(3000)} */)`);
  db.exec('COMMIT');
  const told: { pageno: number }[] = db
    .prepare("SELECT pageno FROM dbstat WHERE name = 'sqlite_schema' ORDER BY pageno")
    .all();
  db.close();
  const pages = schemaPages(readFileSync(file)).sort((a, b) => a - b);
  expect(pages).toEqual(told.map(({ pageno }) => pageno));
  expect(pages).toHaveLength(many);
});
