import {
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { describe, expect, it } from 'vitest';
import { setForeignLogAside } from './foreign-log.js';
import { freshDesk } from './testing/desk.js';

const desk = freshDesk();

type Told = readonly [seq: number, label: string];

const TABLES =
  'CREATE TABLE events (seq INTEGER PRIMARY KEY, at, who, kind, label, command_id); CREATE TABLE shot (id, json)';

/** A database of such a history, with `rows` of some length beside it; all of it stands in its log alone. */
function inItsLog(name: string, history: readonly Told[], rows = 0) {
  const file = join(desk.root, name);
  const db = new DatabaseSync(file);
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; PRAGMA wal_autocheckpoint = 0');
  db.exec(TABLES);
  const put = db.prepare(`INSERT INTO events VALUES (?, 1, 'Ada', 'command', ?, NULL)`);
  for (const [seq, label] of history) put.run(seq, label);
  for (let n = 0; n < rows; n++) db.exec(`INSERT INTO shot VALUES (${n}, hex(zeroblob(3000)))`);
  return { file, db };
}

/** A review that was closed, with nothing but its file: a copy, since a connection leaves its log some time after it. */
function closed(history: readonly Told[], rows = 0): string {
  const { file: made, db } = inItsLog('other made.sqlite', history, rows);
  db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  const file = join(desk.root, 'review.sqlite');
  copyFileSync(made, file);
  db.close();
  return file;
}

/** Lays a log beside it that makes of it a review of this history. */
function layLog(file: string, history: readonly Told[]): string {
  const other = inItsLog('other.sqlite', history);
  copyFileSync(`${other.file}-wal`, `${file}-wal`);
  other.db.close();
  return `${file}-wal`;
}

const OWN: readonly Told[] = [
  [1, 'Import'],
  [2, 'Hold shot 1'],
  [3, 'Reject shot 2'],
];

const filesBeside = (): string[] => readdirSync(desk.root).filter((name) => !name.startsWith('other'));

describe('a log beside a review', () => {
  it.each<[what: string, history: readonly Told[]]>([
    ['goes on from it', [...OWN, [4, 'Undo'], [5, 'Approve shot 3']]],
    ['adds nothing to it', OWN],
  ])('is its own where it %s', (_what, history) => {
    const file = closed(OWN);
    const log = layLog(file, history);
    const before = readFileSync(log);
    expect(setForeignLogAside(file)).toEqual([]);
    expect(filesBeside()).toEqual(['review.sqlite', 'review.sqlite-wal']);
    expect(readFileSync(log).equals(before)).toBe(true);
  });

  it.each<[what: string, history: readonly Told[]]>([
    ['leaves out the last of it', OWN.slice(0, 2)],
    ['says otherwise what happened last', [...OWN.slice(0, 2), [3, 'Reject shot 1']]],
    ['leaves out what came before', [...OWN.slice(1), [4, 'Undo']]],
    ['left something out since', [...OWN, [5, 'Undo']]],
    ['says nothing', []],
  ])('is another’s where it %s, and is kept', (_what, history) => {
    const file = closed(OWN);
    const log = layLog(file, history);
    const before = readFileSync(log);
    writeFileSync(`${file}-shm`, '');
    const alone = readFileSync(file);
    const told = setForeignLogAside(file);
    const [kept = '', ...rest] = filesBeside();
    expect(rest).toEqual(['review.sqlite']);
    expect(kept).toMatch(/^kept-.+[.]sqlite-wal$/);
    expect(told).toEqual([expect.stringContaining(`It is kept as ${kept} beside the review.`)]);
    expect(readFileSync(join(desk.root, kept)).equals(before)).toBe(true);
    expect(readFileSync(file).equals(alone)).toBe(true);
  });

  /** What changed last in another file whose pages mean something else. */
  function layPages(file: string): void {
    const { file: other, db } = inItsLog('other.sqlite', OWN, 20);
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    db.exec('CREATE INDEX of_shots ON shot (json); DELETE FROM shot WHERE id < 10');
    copyFileSync(`${other}-wal`, `${file}-wal`);
    db.close();
  }

  it('is another’s where it makes a whole file damaged', () => {
    const file = closed(OWN);
    layPages(file);
    expect(setForeignLogAside(file)).toHaveLength(1);
    expect(existsSync(`${file}-wal`)).toBe(false);
  });

  it('stays where the file is damaged without it too: nobody knows whose it is', () => {
    const file = closed(OWN, 20);
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.fill(0, bytes.length - 4096));
    layPages(file);
    expect(setForeignLogAside(file)).toEqual([]);
    expect(existsSync(`${file}-wal`)).toBe(true);
  });

  it.each<[what: string, lay: (file: string) => void]>([
    ['is no database', (file) => writeFileSync(file, 'rubbish '.repeat(999))],
    ['says nothing yet', () => void closed([])],
    ['is not there', () => undefined],
  ])('stays where the file %s', (_what, lay) => {
    const file = join(desk.root, 'review.sqlite');
    lay(file);
    layLog(file, OWN);
    expect(setForeignLogAside(file)).toEqual([]);
    expect(filesBeside()).toContain('review.sqlite-wal');
  });

  it.each<[what: string, lay: (log: string) => void]>([
    ['holds no more than its header', (log) => writeFileSync(log, Buffer.alloc(32))],
    ['is a folder', (log) => mkdirSync(log)],
  ])('says nothing where it %s', (_what, lay) => {
    const file = closed(OWN);
    lay(`${file}-wal`);
    expect(setForeignLogAside(file)).toEqual([]);
    expect(existsSync(`${file}-wal`)).toBe(true);
  });

  // Windows asks for a right to make links.
  it.skipIf(process.platform === 'win32')('is removed where it is a link, which is said once', () => {
    const file = closed(OWN);
    const mine = join(desk.root, 'other mine.txt');
    writeFileSync(mine, 'mine');
    for (const suffix of ['-wal', '-shm', '-journal']) symlinkSync(mine, file + suffix);
    expect(setForeignLogAside(file)).toEqual([expect.stringMatching(/^A link lay where the log/)]);
    expect(filesBeside()).toEqual([basename(file)]);
    expect(lstatSync(mine).isFile()).toBe(true);
    expect(readFileSync(mine, 'utf8')).toBe('mine');
  });
});
