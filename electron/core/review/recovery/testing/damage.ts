/** Ways in which the file of a closed review comes to harm: one row each. Each is tried with a backup and, where that can be, without. */
import {
  closeSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { TABLE_NAMES } from '@shared/records/index.js';
import { aBoard } from '@testing/records.js';
import { openReview, type Review } from '../../index.js';
import { FAST } from '../../testing/desk.js';
import { PAGE, schemaPages } from '../schema-pages.js';

export interface Damage {
  readonly name: string;
  /** `file`: the closed review. */
  readonly harm: (file: string) => void;
  /**
   * What must be there again where there is a backup: all that was decided, or what was decided before the backup. By
   * default all: the rest of the file, or its history, still says so.
   */
  readonly left?: 'all' | 'backup';
  /** Where no backup is: nothing that was decided can be read. */
  readonly isLostAlone?: true;
  /** It opens as if nothing were wrong, with everything there. */
  readonly isHarmless?: true;
  /** Something of another file lies beside it: it opens with everything there, and says so. */
  readonly isNotItsOwn?: true;
}

function altered(file: string, sql: string): void {
  const db = new DatabaseSync(file);
  db.exec(sql);
  db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  db.close();
}

function write(file: string, at: number, bytes: Uint8Array): void {
  const handle = openSync(file, 'r+');
  writeSync(handle, bytes, 0, bytes.length, at);
  closeSync(handle);
}

export const zeroPage = (file: string, page: number): void =>
  write(file, (page - 1) * PAGE, Buffer.alloc(PAGE));

function flip(file: string, at: number): void {
  const byte = readFileSync(file)[at] ?? 0;
  write(file, at, Buffer.of(byte ^ 0xff));
}

export function rootOf(file: string, name: string): number {
  const db = new DatabaseSync(file, { readOnly: true });
  const row: { rootpage: number } = db.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').get(name);
  db.close();
  return row.rootpage;
}

const cut = (file: string, share: number): void =>
  truncateSync(file, Math.floor((statSync(file).size / PAGE) * share) * PAGE);

const zeroed = (table: string): Damage => ({
  name: `the first page of ${table} is zero`,
  harm: (file) => zeroPage(file, rootOf(file, table)),
});

export const spoilLastChange = (file: string): void =>
  altered(file, "UPDATE events SET diff = '{' WHERE seq = (SELECT max(seq) FROM events)");

/** Spoils the text of a row where it lies, as no statement would. */
function tear(file: string, table: string): void {
  const db = new DatabaseSync(file, { readOnly: true });
  const { id }: { id: string } = db.prepare(`SELECT id FROM ${table} ORDER BY rowid DESC`).get();
  db.close();
  // In a table of records, and nowhere else, the id stands right before the text.
  const at = readFileSync(file).indexOf(`${id}{"`);
  if (at < 0) throw new Error(`no row of ${table} is found`);
  write(file, at + id.length, Buffer.from('x'));
}

/** Beside it goes what another review has in its log while it is open: one of the same shots, or a copy of this one. */
function otherLog(file: string, isCopy: boolean): void {
  const folder = mkdtempSync(join(FAST, 'continuist-other-'));
  const options = { folder, dataFolder: join(folder, 'data') };
  const home = join(folder, '.continuist');
  mkdirSync(home);
  if (isCopy) copyFileSync(file, join(home, 'review.sqlite'));
  const note = (review: Review, n: number) =>
    review.run({
      id: `other-${n}`,
      at: n,
      command: { type: 'set-note', shotId: `shot-${n % 24}`, note: `theirs ${n}` },
    });
  const first = openReview(options);
  if (!isCopy) first.importRecords(aBoard(24));
  for (let n = 0; n < 40; n++) note(first, n);
  first.close();
  const other = openReview(options);
  for (let n = 40; n < 50; n++) note(other, n);
  copyFileSync(`${other.file}-wal`, `${file}-wal`);
  other.close();
  rmSync(folder, { recursive: true });
}

/** More of it than the first page holds. */
export const TABLES_UNTOLD = 'a page of what its tables are is zero';

export const DAMAGES: readonly Damage[] = [
  { name: 'cut to nine tenths', harm: (file) => cut(file, 0.9), left: 'backup' },
  { name: 'cut to a half', harm: (file) => cut(file, 0.5), left: 'backup', isLostAlone: true },
  { name: 'cut to one page', harm: (file) => truncateSync(file, PAGE), left: 'backup', isLostAlone: true },
  {
    name: 'cut within a page',
    harm: (file) => truncateSync(file, statSync(file).size - 1000),
    left: 'backup',
  },
  ...[...TABLE_NAMES, 'judgement', 'measures', 'picture', 'approval', 'source', 'matching'].map(zeroed),
  {
    name: TABLES_UNTOLD,
    harm: (file) => zeroPage(file, Math.max(...schemaPages(readFileSync(file)))),
  },
  zeroed('events'),
  { name: 'the first page is zero', harm: (file) => zeroPage(file, 1) },
  { name: 'the last page is zero', harm: (file) => zeroPage(file, statSync(file).size / PAGE) },
  ...[0, 16, 18, 28, 44, 47, 56, 62, 70, 100].map((at) => ({
    name: `byte ${at} of the header is flipped`,
    harm: (file: string) => flip(file, at),
  })),
  { name: 'the version is an earlier one', harm: (file) => altered(file, 'PRAGMA user_version = 3') },
  { name: 'the version is none', harm: (file) => altered(file, 'PRAGMA user_version = 0') },
  { name: 'empty', harm: (file) => truncateSync(file, 0), left: 'backup', isLostAlone: true },
  { name: 'removed', harm: (file) => rmSync(file), left: 'backup', isLostAlone: true },
  {
    name: 'text instead',
    harm: (file) => writeFileSync(file, 'Dear diary, '.repeat(9_000)),
    left: 'backup',
    isLostAlone: true,
  },
  {
    name: 'noise instead',
    harm: (file) =>
      writeFileSync(file, Buffer.from(Array.from({ length: 9 * PAGE }, (_, n) => (n * 7919) >> 3))),
    left: 'backup',
    isLostAlone: true,
  },
  {
    name: 'a database of another program instead',
    harm: (file) => {
      rmSync(file);
      altered(file, 'CREATE TABLE notes (text)');
    },
    left: 'backup',
    isLostAlone: true,
  },
  {
    name: 'a log of rubbish beside it',
    harm: (file) => writeFileSync(`${file}-wal`, 'rubbish '.repeat(999)),
    isHarmless: true,
  },
  {
    name: 'the log of another review beside it',
    harm: (file) => otherLog(file, false),
    isNotItsOwn: true,
  },
  {
    name: 'the log of a copy that had gone on beside it',
    harm: (file) => otherLog(file, true),
    isNotItsOwn: true,
  },
  ...TABLE_NAMES.map((table) => ({
    name: `a row of ${table} is torn`,
    harm: (file: string) => tear(file, table),
  })),
  ...['source', 'matching'].map((table) => ({
    name: `${table} is broken off`,
    harm: (file: string) => altered(file, `DELETE FROM ${table}; INSERT INTO ${table} VALUES ('{"a')`),
    isHarmless: true as const,
  })),
  {
    name: 'a change in the history is broken off',
    harm: (file) => altered(file, `UPDATE events SET diff = '{' WHERE seq = 2`),
    isHarmless: true,
  },
  {
    name: 'the list of free pages leads astray',
    harm: (file) => {
      altered(file, 'DELETE FROM judgement');
      write(file, 32, Buffer.of(0x7f, 0xff, 0xff, 0xff));
    },
  },
  {
    name: 'an index does not match its table',
    // One entry fewer, in the two bytes that say how many a page has.
    harm: (file) => {
      const at = (rootOf(file, 'decision_of_shot') - 1) * PAGE + 4;
      write(file, at, Buffer.of((readFileSync(file)[at] ?? 1) - 1));
    },
  },
  {
    name: 'a table is gone',
    harm: (file) => altered(file, 'PRAGMA foreign_keys = OFF; DROP TABLE decision'),
  },
  { name: 'an index is gone', harm: (file) => altered(file, 'DROP INDEX decision_of_shot') },
];
