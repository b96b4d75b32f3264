/** What is read of a damaged review row by row, and from what is not read at all. */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { REQUESTS_HAVE_MASKS } from '@shared/records/index.js';
import { aBoard, aRequest, aShot } from '@testing/records.js';
import { beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../database.js';
import { MIGRATIONS, migrate } from '../migrations.js';
import { freshDesk } from '../testing/desk.js';
import { isWhole } from './recover.js';
import { salvage } from './salvage.js';
import { PAGE } from './schema-pages.js';
import { rootOf, zeroPage } from './testing/damage.js';

const desk = freshDesk();
const ROWS = 1300;

/** Two shots, and so many measures that they lie on pages of their own. */
let file = '';
let all = 0;
beforeEach(() => {
  const review = desk.open();
  review.importRecords(aBoard(2));
  desk.run(review, { type: 'hold', shotId: 'shot-0', reason: '' });
  desk.close(review);
  file = join(desk.root, 'damaged.sqlite');
  copyFileSync(review.file, file);
  sql(`WITH RECURSIVE n (at) AS (SELECT 1 UNION ALL SELECT at + 1 FROM n WHERE at < ${ROWS})
    INSERT INTO measures SELECT 'm' || at, printf('%.200c', 'x') FROM n`);
  const db = new DatabaseSync(file, { readOnly: true });
  const tables: { name: string }[] = db
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .all();
  const count = (table: string) =>
    (db.prepare(`SELECT count(*) AS n FROM ${table}`).get() as { n: number }).n;
  all = tables.reduce((sum, { name }) => sum + count(name), 0);
  db.close();
});

function sql(text: string): void {
  const db = new DatabaseSync(file);
  db.exec(text);
  db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  db.close();
}

/** A new review of this version, without anything. */
function empty(): string {
  const to = join(desk.root, 'new.sqlite');
  const db = openDatabase(to, { timeout: 0 });
  migrate(db);
  db.close();
  return to;
}

const salvaged = (lenders: string[] = []) => salvage(file, join(desk.root, 'target.sqlite'), lenders);

/** Pages below the root of a table, in the order of its rows. */
function leavesOf(table: string): number[] {
  const bytes = readFileSync(file);
  const at = (rootOf(file, table) - 1) * PAGE;
  const cells = bytes.readUInt16BE(at + 3);
  return Array.from({ length: cells }, (_, cell) =>
    bytes.readUInt32BE(at + bytes.readUInt16BE(at + 12 + 2 * cell)),
  );
}

function keptRows(): number[] {
  const db = new DatabaseSync(join(desk.root, 'target.sqlite'), { readOnly: true });
  const rows: { n: number }[] = db
    .prepare('SELECT CAST(substr(sha256, 2) AS INTEGER) AS n FROM measures ORDER BY n')
    .all();
  db.close();
  return rows.map(({ n }) => n);
}

describe('of a damaged file', () => {
  it('that is none, every row is read once', () => {
    expect(salvaged()).toMatchObject({ rows: all, shots: 2, lastEvent: 2 });
    expect(salvaged()?.whole).toContain('measures');
    expect(keptRows()).toHaveLength(ROWS);
  });

  it.each<[what: string, lost: (leaves: number[]) => number[]]>([
    ['the first', ([first = 0]) => [first]],
    ['one in the middle', (leaves) => leaves.slice(20, 21)],
    ['several, here and there', (leaves) => [0, 1, 30, 60].flatMap((at) => leaves[at] ?? [])],
  ])('a page of rows that cannot be read costs its rows alone: %s', (_what, lost) => {
    const leaves = leavesOf('measures');
    expect(leaves.length).toBeGreaterThan(61);
    const gone = lost(leaves);
    for (const page of gone) zeroPage(file, page);
    const found = salvaged();
    const kept = keptRows();
    const mostOnPage = Math.ceil(ROWS / leaves.length) + 3;
    expect(kept.length).toBeLessThan(ROWS);
    expect(kept.length).toBeGreaterThan(ROWS - gone.length * mostOnPage);
    expect([kept.at(-1), found?.whole.has('measures'), found?.whole.has('shot')]).toEqual([
      ROWS,
      false,
      true,
    ]);
    expect(found?.rows).toBe(all - (ROWS - kept.length));
  });

  it('the last row of all is read also where the page before it cannot be', () => {
    // One on a page.
    const rows = [9001, 9002, 9003].map((n) => `('m${n}', printf('%.3000c', 'x'))`);
    sql(`INSERT INTO measures VALUES ${rows.join()}`);
    zeroPage(file, leavesOf('measures').at(-1) ?? 0);
    expect(salvaged()?.rows).toBe(all + 2);
    expect(keptRows().slice(-3)).toEqual([ROWS, 9001, 9003]);
  });

  it('a table whose first page is none has no rows, and the others have theirs', () => {
    zeroPage(file, rootOf(file, 'measures'));
    const found = salvaged();
    expect([found?.rows, found?.whole.has('measures'), found?.whole.has('take')]).toEqual([
      all - ROWS,
      false,
      true,
    ]);
  });

  it('rows are read as this version has them, whatever the header says of its version', () => {
    for (const version of [0, 1, 999]) {
      sql(`PRAGMA user_version = ${version}`);
      expect(salvage(file, join(desk.root, `as-${version}.sqlite`), [])).toMatchObject({
        rows: all,
        shots: 2,
      });
    }
  });

  it('rows of the first version are read too, also where the header no longer says which it is', () => {
    for (const version of [1, 0]) {
      file = join(desk.root, `first-${version}.sqlite`);
      const db = openDatabase(file, { timeout: 0 });
      migrate(db, MIGRATIONS.slice(0, 1));
      db.prepare("INSERT INTO shot (id, json) VALUES ('shot-0', ?)").run(JSON.stringify(aShot(0)));
      db.close();
      sql(`PRAGMA user_version = ${version}`);
      expect(salvage(file, join(desk.root, `of-${version}.sqlite`), [])).toMatchObject({ rows: 1, shots: 1 });
    }
  });

  it('rows of an earlier version come in the form of this one', () => {
    file = join(desk.root, 'earlier.sqlite');
    const db = openDatabase(file, { timeout: 0 });
    migrate(db, MIGRATIONS.slice(0, MIGRATIONS.indexOf(REQUESTS_HAVE_MASKS)));
    const { mask: _, ...order } = aRequest('order');
    db.prepare("INSERT INTO shot (id, json) VALUES ('shot-0', ?)").run(JSON.stringify(aShot(0)));
    db.prepare("INSERT INTO request (id, json) VALUES ('order', ?)").run(JSON.stringify(order));
    db.close();
    expect(salvaged()).toMatchObject({ rows: 2, shots: 1 });
    const target = new DatabaseSync(join(desk.root, 'target.sqlite'), { readOnly: true });
    const { json } = target.prepare('SELECT json FROM request').get() as { json: string };
    target.close();
    expect(JSON.parse(json)).toMatchObject({ id: 'order', mask: null });
  });

  it('nothing is read that the program does not make', () => {
    sql(`CREATE TABLE more (x); INSERT INTO more VALUES (1); DROP TABLE skipped; CREATE TABLE skipped (a, b);
      INSERT INTO skipped VALUES (1, 2)`);
    const found = salvaged();
    expect([found?.rows, found?.whole.has('more'), found?.whole.has('skipped')]).toEqual([all, false, false]);
  });

  it('that no longer says what its tables are, those of another review say it', () => {
    copyFileSync(file, join(desk.root, 'backup.sqlite'));
    writeFileSync(file, readFileSync(file).fill(0, 0, PAGE));
    expect(salvaged()).toBeNull();
    expect(salvaged([join(desk.root, 'backup.sqlite')])).toMatchObject({ rows: all, shots: 2 });
  });

  it('that tells of no shot, or is shorter than a page, nothing is read', () => {
    writeFileSync(file, 'no review '.repeat(9_000));
    expect(salvaged([empty()])).toBeNull();
    writeFileSync(file, 'no');
    expect(salvaged([empty()])).toBeNull();
  });
});

describe('a copy', () => {
  it('is whole where it can be read to the end and holds nothing else, also of an earlier version', () => {
    expect(isWhole(file)).toBe(true);
    expect(isWhole(empty())).toBe(true);
    sql('CREATE TRIGGER t AFTER INSERT ON events BEGIN DELETE FROM decision; END');
    expect(isWhole(file)).toBe(false);
    sql('DROP TRIGGER t');
    expect(isWhole(file)).toBe(true);
    zeroPage(file, leavesOf('measures')[3] ?? 0);
    expect(isWhole(file)).toBe(false);
    writeFileSync(file, 'no review '.repeat(999));
    expect(isWhole(file)).toBe(false);
  });
});
