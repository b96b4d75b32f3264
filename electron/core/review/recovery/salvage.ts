/**
 * What can still be read of a damaged review, row by row, into a new file of the same version. The damaged file is a
 * copy: SQLite may change what it opens.
 */
import { closeSync, ftruncateSync, openSync, readFileSync, readSync, statSync, writeSync } from 'node:fs';
import { type Database, openDatabase } from '../database.js';
import { MIGRATIONS, migrate } from '../migrations.js';
import { formsOf, knownForms } from '../schema.js';
import { INNER, LEAF, PAGE, schemaPages } from './schema-pages.js';

export interface Salvage {
  /** Tables of which every row was read. */
  readonly whole: ReadonlySet<string>;
  readonly rows: number;
  readonly shots: number;
  /** The number of the last event that there was; 0 where it cannot be told. */
  readonly lastEvent: number;
}

/** Those that the file does not make itself. */
const columnsOf = (db: Database, table: string): string[] =>
  (db.prepare(`PRAGMA table_info(${table})`).all() as { name: string }[]).map(({ name }) => name);

/** Rows that are looked for one by one where a page cannot be read: more than one page holds. */
const NEAR = 400;

/** Where nothing says how far the rows go. */
const FARTHEST = 1_000_000;

type Row = Record<string, unknown>;

/** Where the rows of a table are read from. */
interface Source {
  readonly db: Database;
  readonly file: string;
  readonly table: string;
}

/** Of a table, every row that SQLite can reach; returns whether those were all. */
function readable(source: Source, columns: readonly string[], take: (row: Row) => void): boolean {
  const { db, table } = source;
  const from = `SELECT rowid AS place, ${columns.join(', ')} FROM ${table}`;
  let isWhole = true;
  let last = Number.MIN_SAFE_INTEGER;
  const next = db.prepare(`${from} WHERE rowid >= ? ORDER BY rowid LIMIT 500`);
  const one = db.prepare(`${from} WHERE rowid = ?`);
  const end = attempt(
    () => (db.prepare(`SELECT max(rowid) AS at FROM ${table}`).get() as { at: number | null }).at,
  );
  for (;;) {
    const portion = attempt(() => next.all(last) as Row[]);
    if (portion) {
      for (const row of portion) take(row);
      if (portion.length < 500) return isWhole;
      last = Number(portion.at(-1)?.place) + 1;
      continue;
    }
    if (isWhole && !hasRoot(source)) return false;
    // A page of this portion cannot be read: its rows one by one, and past it in steps that grow.
    isWhole = false;
    const stop = end === undefined || end === null ? FARTHEST : end;
    let misses = 0;
    for (last = Math.max(1, last); last <= stop; last += Math.max(1, misses - NEAR)) {
      const row = attempt(() => one.get(last) as Row | undefined);
      if (row) take(row);
      // Past a page that cannot be read, whole portions are read again.
      if (row && misses > 0 && attempt(() => next.all(last + 1))) break;
      misses = row ? 0 : misses + 1;
    }
    if (last > stop) return false;
    last++;
  }
}

/**
 * The page from which all rows of a table are reached looks like one (https://sqlite.org/fileformat.html#b_tree_pages).
 * Where it does not, looking for each of them takes a second or more, and finds none.
 */
function hasRoot({ db, file, table }: Source): boolean {
  // The page may stand in the log.
  if ((statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0) return true;
  const { at }: { at: number } = db
    .prepare('SELECT rootpage AS at FROM sqlite_schema WHERE name = ?')
    .get(table);
  const handle = openSync(file, 'r');
  const first = Buffer.alloc(1);
  readSync(handle, first, 0, 1, (at - 1) * PAGE);
  closeSync(handle);
  return first[0] === INNER || first[0] === LEAF;
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

/**
 * Puts the pages in which a healthy review keeps what its tables are in the place of those of a damaged one: tables begin
 * at the same pages in both.
 */
function lendSchema(file: string, lender: string): void {
  const review = readFileSync(lender);
  const pages = schemaPages(review);
  // A table that would begin behind the last page keeps all of them from being read: as many pages as both have.
  const all = Math.max(Math.floor(statSync(file).size / PAGE), review.length / PAGE);
  review.writeUInt32BE(all, 28);
  // No list of free ones.
  review.fill(0, 32, 40);
  const handle = openSync(file, 'r+');
  ftruncateSync(handle, all * PAGE);
  for (const page of pages) writeSync(handle, review, (page - 1) * PAGE, PAGE, (page - 1) * PAGE);
  closeSync(handle);
}

/** What the header says of its version; 0 where it cannot be told. */
function versionIn(db: Database, tables: ReadonlySet<string>): number {
  const row = attempt(() => db.prepare('PRAGMA user_version').get() as { user_version: number });
  const said = row?.user_version ?? 0;
  if (said > MIGRATIONS.length) return MIGRATIONS.length;
  // A version that has fewer tables than the file was not what it was.
  const made = openDatabase(':memory:', { timeout: 0 });
  try {
    migrate(made, MIGRATIONS.slice(0, Math.max(1, said)));
    const known = new Set(formsOf(made).keys());
    return said > 0 && [...tables].every((table) => known.has(table)) ? said : MIGRATIONS.length;
  } finally {
    made.close();
  }
}

/** SQLite keeps count of it apart from the events themselves. */
function lastEventIn(db: Database): number {
  const row = attempt(
    () =>
      db.prepare("SELECT seq FROM sqlite_sequence WHERE name = 'events'").get() as
        | { seq: number }
        | undefined,
  );
  return typeof row?.seq === 'number' ? row.seq : 0;
}

/** The tables that have the form in which this program makes them: nothing else is read of a file that is not trusted. */
function plainTables(db: Database): Set<string> {
  const forms = knownForms();
  const there = attempt(() => formsOf(db)) ?? new Map<string, string>();
  return new Set(
    [...there].flatMap(([name, form]) =>
      form.startsWith('table ') && forms.get(name) === form && !name.startsWith('sqlite_') ? [name] : [],
    ),
  );
}

/**
 * Writes what can be read of `damaged` as `target`, in the form of this version of the program. `lenders`: reviews
 * of which the pages that say what its tables are may stand in for those that cannot be read. Null where nothing can be read.
 */
export function salvage(damaged: string, target: string, lenders: readonly string[]): Salvage | null {
  if (statSync(damaged).size < PAGE) return null;
  let found = salvaged(damaged, target);
  for (const lender of lenders) {
    if (found !== null) break;
    lendSchema(damaged, lender);
    found = salvaged(damaged, target);
    // What tells of no shot is next to nothing, and no reason to go on without the file as it was.
    if (found?.shots === 0) found = null;
  }
  return found;
}

function salvaged(damaged: string, target: string): Salvage | null {
  let db: Database;
  try {
    db = openDatabase(damaged, { timeout: 0 });
  } catch {
    return null;
  }
  try {
    const tables = plainTables(db);
    if (!tables.has('events')) return null;
    const into = openDatabase(target, { timeout: 0 });
    try {
      migrate(into, MIGRATIONS.slice(0, versionIn(db, tables)));
      into.exec('PRAGMA foreign_keys = OFF; BEGIN');
      const whole = new Set<string>();
      let rows = 0;
      let shots = 0;
      for (const table of tables) {
        const columns = columnsOf(into, table);
        const put = into.prepare(
          `INSERT OR IGNORE INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
        );
        let isKept = true;
        const isRead = readable({ db, file: damaged, table }, columns, (row) => {
          try {
            put.run(...columns.map((column) => row[column] as string));
            rows++;
            if (table === 'shot') shots++;
          } catch {
            isKept = false;
          }
        });
        if (isRead && isKept) whole.add(table);
      }
      into.exec('COMMIT');
      migrate(into);
      return rows > 0 ? { whole, rows, shots, lastEvent: lastEventIn(db) } : null;
    } finally {
      into.close();
    }
  } finally {
    db.close();
  }
}
