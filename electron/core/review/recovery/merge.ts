/**
 * Puts a review together from what was salvaged of its damaged file and from a backup. What both tell is taken from the
 * later; what neither has as a row of its own is found in the history, where every change stands.
 */
import {
  diffBetween,
  EMPTY_RECORDS,
  isEmptyDiff,
  perTable,
  type Records,
  type Row,
  type Rows,
  recordsDiff,
  TABLE_NAMES,
  TABLES,
  type TableDiff,
  type TableName,
} from '@shared/records/index.js';
import type { z } from 'zod';
import { type Database, openDatabase } from '../database.js';
import { PROGRAM, type ToldEvent } from '../events.js';
import { markOf } from '../lineage.js';
import { parsedJson } from '../parsed-json.js';
import { storedRows } from '../stored-rows.js';
import type { Salvage } from './salvage.js';

export interface Merged {
  readonly records: Records;
  /** They are as they were last; else some may be as they were before a change that is lost. */
  readonly isExact: boolean;
  /** Changes of which nothing can be read any more. */
  readonly changesLost: number;
  /** When the last of what stands before them was done: milliseconds since 1970-01-01 UTC; null = none is lost. */
  readonly lostAfter: number | null;
  /** Records that are gone, by what they are known as, and how many. */
  readonly recordsLost: Readonly<Partial<Record<TableName, number>>>;
}

export interface MergeOptions {
  /** The salvaged file, of this version of the program; what comes of it is written there. */
  readonly target: string;
  readonly salvage: Salvage;
  /** A healthy review of the same place, of this version; null where there is none. */
  readonly backup: string | null;
}

interface Event {
  readonly seq: number;
  readonly at: number;
  readonly diff: string;
}

const BESIDES = ['judgement', 'measures', 'picture', 'approval', 'taken_in'] as const;
const ONE_EACH = ['skipped', 'source', 'matching', 'displaced'] as const;

/** Every record that can be read by itself, whether or not what it belongs to can be. */
const recordsIn = (db: Database): Records =>
  perTable((table) => {
    const { schema }: { schema: z.ZodType<Row> } = TABLES[table];
    const rows = [...storedRows(db, table)].flatMap(({ id, raw }) => {
      const read = schema.safeParse(raw);
      return read.success && read.data.id === id ? [[id, read.data] as const] : [];
    });
    return Object.fromEntries(rows);
  }) as Records;

const lastSeq = (db: Database): number =>
  (db.prepare('SELECT coalesce(max(seq), 0) AS seq FROM events').get() as { seq: number }).seq;

/** How many decisions a review holds; what is compared where two files are not of one history. */
export const decisionsIn = (file: string): number => {
  const db = openDatabase(file, { timeout: 0 });
  try {
    return (db.prepare('SELECT count(*) AS n FROM decision').get() as { n: number }).n;
  } finally {
    db.close();
  }
};

/**
 * Both tell of the same past: an event that both have is the same in both. Where they have none in common, as when the
 * history of one cannot be read, of the same shots.
 */
export function isOfOneHistory(one: string, other: string): boolean {
  const db = openDatabase(one, { timeout: 0 });
  try {
    db.prepare('ATTACH ? AS other').run(other);
    const told = 'seq, at, who, kind, label, command_id AS commandId';
    const inBoth = (mine: string, theirs: string): ToldEvent[] =>
      db.prepare(`SELECT ${told} FROM ${mine}.events WHERE seq IN (SELECT seq FROM ${theirs}.events)`).all();
    const marks = new Set(inBoth('main', 'other').map(markOf));
    if (marks.size > 0) return inBoth('other', 'main').every((event) => marks.has(markOf(event)));
    return (
      db.prepare('SELECT 1 FROM main.shot WHERE id IN (SELECT id FROM other.shot) LIMIT 1').get() !==
      undefined
    );
  } finally {
    db.close();
  }
}

export function merge({ target, salvage, backup }: MergeOptions): Merged {
  const db = openDatabase(target, { timeout: 0 });
  try {
    db.exec('PRAGMA foreign_keys = OFF');
    const old = backup === null ? null : openDatabase(backup, { timeout: 0, readOnly: true });
    const before = old ? { records: recordsIn(old), seq: lastSeq(old) } : { records: EMPTY_RECORDS, seq: 0 };
    old?.close();
    if (backup !== null) db.prepare('ATTACH ? AS old').run(backup);
    db.exec('BEGIN');
    const merged = mergeInto(db, salvage, before, backup !== null);
    db.exec('COMMIT');
    return merged;
  } finally {
    db.close();
  }
}

function mergeInto(
  db: Database,
  salvage: Salvage,
  before: { readonly records: Records; readonly seq: number },
  hasBackup: boolean,
): Merged {
  const ownLast = lastSeq(db);
  if (hasBackup) takeFromBackup(db);
  const { told, changesLost, lostAfter } = follow(db, before, salvage.lastEvent);
  const salvaged = recordsIn(db);
  // The file was put back to an earlier state, as when its log was lost: what stands in its tables is old.
  const isBehind = salvage.whole.has('events') && ownLast < before.seq;
  const isSound = perTable((table) => !isBehind && salvage.whole.has(table) && allValid(db, table));
  const records = complete(
    perTable((table) => {
      if (isSound[table]) return salvaged[table];
      return isBehind || changesLost === 0 ? told[table] : { ...told[table], ...salvaged[table] };
    }) as Records,
  );
  if (changesLost > 0) doubt(db, records.whole, salvaged);
  write(db, records.whole, { told, salvaged });
  const isExact = changesLost === 0 || TABLE_NAMES.every((table) => isSound[table]);
  return { records: records.whole, isExact, changesLost, lostAfter, recordsLost: records.lost };
}

/** Every row of the table can be read as one. */
function allValid(db: Database, table: TableName): boolean {
  for (const { raw } of storedRows(db, table)) if (raw === undefined) return false;
  return true;
}

function takeFromBackup(db: Database): void {
  db.exec('INSERT OR IGNORE INTO main.events SELECT * FROM old.events');
  for (const table of BESIDES) db.exec(`INSERT OR IGNORE INTO main.${table} SELECT * FROM old.${table}`);
  for (const table of ONE_EACH)
    db.exec(
      `INSERT INTO main.${table} SELECT * FROM old.${table} WHERE NOT EXISTS (SELECT 1 FROM main.${table})`,
    );
}

/** The records as the history leads to them, as far as it can be read. */
function follow(
  db: Database,
  before: { readonly records: Records; readonly seq: number },
  lastEvent: number,
): { told: Records; changesLost: number; lostAfter: number | null } {
  const events = db.prepare('SELECT seq, at, diff FROM events ORDER BY seq').iterate() as Iterable<Event>;
  // Changed in place: of a large board, every copy counts.
  const told: Record<TableName, Record<string, Row>> = perTable((table) => ({ ...before.records[table] }));
  let changesLost = 0;
  let lostAfter: number | null = null;
  let last = { seq: before.seq, at: 0 };
  for (const { seq, at, diff } of events) {
    if (seq <= before.seq) {
      last = { seq: before.seq, at };
      continue;
    }
    const read = recordsDiff.safeParse(parsedJson(diff));
    const gap = seq - last.seq - 1 + (read.success ? 0 : 1);
    if (gap > 0) lostAfter ??= last.at;
    changesLost += gap;
    for (const [table, change] of Object.entries(read.data ?? {}) as [TableName, TableDiff<Row>][]) {
      Object.assign(told[table], change.added);
      for (const [id, [, row]] of Object.entries(change.updated)) told[table][id] = row;
      for (const id of Object.keys(change.removed)) delete told[table][id];
    }
    last = { seq, at };
  }
  const tail = Math.max(0, lastEvent - last.seq);
  if (tail > 0) lostAfter ??= last.at;
  return { told: told as Records, changesLost: changesLost + tail, lostAfter };
}

/** Without what belongs to a record that is gone. */
function complete(records: Records): { whole: Records; lost: Partial<Record<TableName, number>> } {
  const lost: Partial<Record<TableName, number>> = {};
  const whole: Record<string, Rows> = {};
  for (const table of TABLE_NAMES) {
    const needs = Object.entries(TABLES[table].needs) as [string, TableName][];
    const stands = (row: Row) =>
      needs.every(
        ([field, other]) => row[field] === null || Object.hasOwn(whole[other] ?? {}, String(row[field])),
      );
    const rows = Object.entries(records[table] as Rows);
    const kept = rows.filter(([, row]) => stands(row));
    if (kept.length < rows.length) lost[table] = rows.length - kept.length;
    whole[table] = Object.fromEntries(kept);
  }
  const takes = whole.take ?? {};
  whole.shot = Object.fromEntries(
    Object.entries(whole.shot ?? {}).map(([id, shot]) => [
      id,
      shot.pickId === null || Object.hasOwn(takes, String(shot.pickId)) ? shot : { ...shot, pickId: null },
    ]),
  );
  return { whole: whole as unknown as Records, lost };
}

/** A request of which only an earlier state is known may have been made since: it waits for a yes. */
function doubt(db: Database, { request }: Records, salvaged: Records): void {
  const forget = db.prepare('DELETE FROM approval WHERE request_id = ?');
  for (const id of Object.keys(request)) if (!Object.hasOwn(salvaged.request, id)) forget.run(id);
}

/** The records as rows; and, where the history does not lead to them, an event that does. */
function write(
  db: Database,
  records: Records,
  { told, salvaged }: { told: Records; salvaged: Records },
): void {
  const displace = db.prepare('INSERT INTO displaced (of_table, id, json) VALUES (?, ?, ?)');
  for (const table of TABLE_NAMES) {
    const remove = db.prepare(`DELETE FROM ${table} WHERE id = ?`);
    const text = db.prepare(`SELECT json FROM ${table} WHERE id = ?`);
    for (const { id, raw } of [...storedRows(db, table)]) {
      const isReadable = Object.hasOwn(salvaged[table], id);
      // What is a row of another program's version stays where it is.
      if (!isReadable && raw !== undefined && !Object.hasOwn(records[table], id)) continue;
      if (!isReadable) displace.run(table, id, (text.get(id) as { json: string }).json);
      remove.run(id);
    }
    const put = db.prepare(`INSERT INTO ${table} (id, json) VALUES (?, ?)`);
    for (const [id, row] of Object.entries(records[table])) put.run(id, JSON.stringify(row));
  }
  const diff = diffBetween(told, records);
  if (isEmptyDiff(diff)) return;
  db.prepare("INSERT INTO events (at, who, label, kind, diff) VALUES (?, ?, ?, 'system', ?)").run(
    Date.now(),
    PROGRAM,
    'Recover the review',
    JSON.stringify(diff),
  );
}
