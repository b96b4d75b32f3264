/** What is put together of a file that was read in part and of its history, table by table. */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { type Records, TABLE_NAMES } from '@shared/records/index.js';
import { aBoard } from '@testing/records.js';
import { beforeEach, describe, expect, it } from 'vitest';
import { freshDesk } from '../testing/desk.js';
import { decisionsIn, isOfOneHistory, merge } from './merge.js';
import type { Salvage } from './salvage.js';

const desk = freshDesk();

/** Three shots; two notes and a decision of the second, at minutes 1 to 4. Closed. */
let file = '';
let records: Records;
beforeEach(() => {
  const review = desk.open();
  review.importRecords(aBoard(3));
  for (const note of ['darker', 'lighter']) desk.run(review, { type: 'set-note', shotId: 'shot-1', note });
  desk.run(review, { type: 'hold', shotId: 'shot-1', reason: 'light' });
  ({ file, records } = review);
  desk.close(review);
  change(file, 'UPDATE events SET at = seq * 60000');
});

function change(at: string, sql: string): void {
  const db = new DatabaseSync(at);
  db.exec(`PRAGMA foreign_keys = OFF; ${sql}; PRAGMA wal_checkpoint(TRUNCATE)`);
  db.close();
}

const rowsIn = (at: string, sql: string): Record<string, unknown>[] => {
  const db = new DatabaseSync(at, { readOnly: true });
  const rows = db.prepare(sql).all() as Record<string, unknown>[];
  db.close();
  return rows.map((row) => ({ ...row }));
};

/** A copy of the review, changed by `sql`. */
function copy(name: string, sql = ''): string {
  const to = join(desk.root, name);
  copyFileSync(file, to);
  change(to, sql);
  return to;
}

const ALL = new Set<string>([...TABLE_NAMES, 'events']);
const without = (...tables: string[]) => new Set([...ALL].filter((table) => !tables.includes(table)));

/** Merges a copy changed by `sql`, of which the tables `whole` were read to the end. */
function merged(sql: string, more: Partial<Salvage> & { readonly backup?: string } = {}) {
  const { backup = null, ...rest } = more;
  const target = copy('target.sqlite', sql);
  const salvage: Salvage = { whole: ALL, rows: 1, shots: 1, lastEvent: 0, ...rest };
  return { target, ...merge({ target, salvage, backup }) };
}
const labels = (at: string) => rowsIn(at, 'SELECT label FROM events ORDER BY seq').map(({ label }) => label);

describe('a table of which rows are missing', () => {
  it('is as the history says, which is then told nothing new', () => {
    const before = labels(file);
    const { target, ...told } = merged('DELETE FROM decision; DELETE FROM shot', {
      whole: without('decision', 'shot'),
    });
    expect(told).toEqual({ records, isExact: true, changesLost: 0, lostAfter: null, recordsLost: {} });
    expect(rowsIn(target, 'SELECT id FROM shot')).toHaveLength(3);
    expect(labels(target)).toEqual(before);
  });

  it('is, where the history has a gap, as the rows say that there are, and the history leads there', () => {
    const { target, ...told } = merged(
      "DELETE FROM events WHERE seq = 4; DELETE FROM shot WHERE id = 'shot-0'",
      {
        whole: without('shot'),
        lastEvent: 4,
      },
    );
    expect(told).toMatchObject({ isExact: false, changesLost: 1, lostAfter: 180_000 });
    expect(told.records).toEqual(records);
    expect(labels(target).at(-1)).toBe('Recover the review');
  });

  it('lets what belongs to them go, and counts it', () => {
    const {
      target,
      records: left,
      recordsLost,
    } = merged(
      "DELETE FROM events; DELETE FROM shot WHERE id = 'shot-1'; DELETE FROM take WHERE id = 'take-2'",
      { whole: without('events', 'shot', 'take'), lastEvent: 4 },
    );
    expect(Object.keys(left.shot)).toEqual(['shot-0', 'shot-2']);
    expect(recordsLost).toEqual({ take: 1, claim: 1, decision: 1 });
    const claims = rowsIn(target, 'SELECT id FROM claim ORDER BY id').map(({ id }) => id);
    expect(claims).toEqual(['claim-0', 'claim-2']);
    expect([left.shot['shot-0']?.pickId, left.shot['shot-2']?.pickId]).toEqual(['take-0', null]);
  });
});

describe('changes that are lost', () => {
  it.each<[what: string, sql: string, lastEvent: number, lost: number, after: number | null]>([
    ['none', '', 4, 0, null],
    ['in the middle', 'DELETE FROM events WHERE seq IN (2, 3)', 4, 2, 60_000],
    ['one that cannot be read', "UPDATE events SET diff = '{' WHERE seq = 3", 4, 1, 120_000],
    ['at the end', 'DELETE FROM events WHERE seq > 3', 5, 2, 180_000],
    ['from the start', 'DELETE FROM events', 4, 4, 0],
    ['twice', 'DELETE FROM events WHERE seq IN (2, 4)', 4, 2, 60_000],
  ])('are counted: %s', (_what, sql, lastEvent, changesLost, lostAfter) => {
    const told = merged(sql, { lastEvent });
    expect(told).toMatchObject({ changesLost, lostAfter });
    // All its tables were read: nothing is other than it was last.
    expect(told).toMatchObject({ isExact: true, records });
  });

  it('leave a table that was read to the end as it is, but for a row of it that is torn', () => {
    const sql = "DELETE FROM events WHERE seq = 3; UPDATE shot SET json = '{' WHERE id = 'shot-2'";
    const { target, records: left, isExact } = merged(sql);
    expect([isExact, left]).toEqual([false, records]);
    expect(rowsIn(target, 'SELECT of_table, id, json FROM displaced')).toEqual([
      { of_table: 'shot', id: 'shot-2', json: '{' },
    ]);
  });
});

it('a row that is of another version stays where it is, and one that is torn or told otherwise is put aside', () => {
  const sql = `INSERT INTO fact VALUES ('odd', '{"lens":1}'), ('torn', '{');
    UPDATE fact SET json = '{"lens":2}' WHERE id = 'fact-0'`;
  const { target, records: left } = merged(sql, { whole: without('fact') });
  expect(left).toEqual(records);
  expect(rowsIn(target, 'SELECT id, json FROM fact ORDER BY id')).toEqual([
    { id: 'fact-0', json: JSON.stringify(records.fact['fact-0']) },
    { id: 'odd', json: '{"lens":1}' },
  ]);
  expect(rowsIn(target, 'SELECT id, json FROM displaced ORDER BY id')).toEqual([
    { id: 'fact-0', json: '{"lens":2}' },
    { id: 'torn', json: '{' },
  ]);
});

describe('a backup', () => {
  it('stands for what cannot be read, and the history after it is followed', () => {
    const backup = copy('backup.sqlite', 'DELETE FROM events WHERE seq > 2; DELETE FROM decision');
    const sql = 'DELETE FROM events WHERE seq <= 2; DELETE FROM shot; DELETE FROM take';
    const { target, ...told } = merged(sql, {
      whole: without('events', 'shot', 'take'),
      lastEvent: 4,
      backup,
    });
    expect(told).toMatchObject({ records, isExact: true, changesLost: 0, lostAfter: null });
    expect(labels(target)).toEqual(labels(file));
  });

  it('is counted from where its own history ends', () => {
    const backup = copy('backup.sqlite', 'DELETE FROM events WHERE seq > 2; DELETE FROM decision');
    const { changesLost, lostAfter } = merged('DELETE FROM events', {
      whole: without('events', 'shot'),
      lastEvent: 4,
      backup,
    });
    expect([changesLost, lostAfter]).toEqual([2, 120_000]);
  });

  it('that goes on from the file counts in all that it says', () => {
    const earlier =
      "DELETE FROM events WHERE seq > 2; DELETE FROM decision; UPDATE shot SET json = json_set(json, '$.note', 'old')";
    const { records: now } = merged(earlier, { backup: copy('backup.sqlite') });
    expect(now).toEqual(records);
  });
});

it('two files are of one history where they tell the same of all that both tell, else of the same shots', () => {
  const others = "UPDATE shot SET id = 'x' || id, json = json_set(json, '$.id', 'x' || id)";
  const isOne = (sql: string) => isOfOneHistory(file, copy('other.sqlite', sql));
  expect(isOne('')).toBe(true);
  expect(isOne('DELETE FROM events WHERE seq > 1')).toBe(true);
  expect(isOne(others)).toBe(true);
  expect(isOne("UPDATE events SET label = 'Undo' WHERE seq = 4")).toBe(false);
  expect(isOne('DELETE FROM events')).toBe(true);
  expect(isOne(`DELETE FROM events; ${others}`)).toBe(false);
});

it('decisions are counted', () => {
  expect([decisionsIn(file), decisionsIn(copy('none.sqlite', 'DELETE FROM decision'))]).toEqual([1, 0]);
});
