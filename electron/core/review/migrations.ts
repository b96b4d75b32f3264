import { ContinuistError } from '@shared/errors.js';
import {
  COMMENTS_HAVE_PLACES,
  REQUESTS_ARE_QUEUED,
  REQUESTS_HAVE_MASKS,
  ROW_MIGRATIONS,
  type RowMigrations,
  TABLE_NAMES,
  TABLES,
  TAKES_ARE_MADE,
} from '@shared/records/index.js';
import type { Database } from './database.js';
import { migrateRows } from './migrate-rows.js';

/** "CNTN", so that `file` and we tell a review from any other SQLite file. */
const APPLICATION_ID = 0x434e_544e;

/** No program has written or will write a later one: a file that says so is damaged. */
const FARTHEST_VERSION = 1_000;

/** What leads from one version of the file to the next: SQL, or new forms of records. */
export type Migration = string | RowMigrations;

const FIRST = `
  CREATE TABLE events (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    who TEXT NOT NULL,
    label TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('import', 'command', 'system', 'undo', 'redo')),
    command_id TEXT UNIQUE,
    command TEXT,
    step INTEGER REFERENCES events (seq),
    diff TEXT NOT NULL
  ) STRICT;
  CREATE TABLE judgement (key TEXT PRIMARY KEY, json TEXT NOT NULL) STRICT;
  CREATE TABLE measures (sha256 TEXT PRIMARY KEY, json TEXT NOT NULL) STRICT;
`;

/** Rows that could not be read and whose shot is gone, or whose id something else has taken since, as they were. */
const DISPLACED = `
  CREATE TABLE displaced (of_table TEXT NOT NULL, id TEXT NOT NULL, json TEXT NOT NULL) STRICT;
`;

/** What an import left out, and why. */
const SKIPPED = `
  CREATE TABLE skipped (name TEXT NOT NULL, reason TEXT NOT NULL) STRICT;
`;

/** Marks by which a machine knows its own approvals; see approvals.ts. */
const APPROVALS = `
  CREATE TABLE approval (request_id TEXT PRIMARY KEY, mark TEXT NOT NULL) STRICT;
`;

/** Claims may come from a field of the storyboard's source, which an earlier program does not know. Rows stay as they are. */
const CLAIMS_OF_SOURCE: RowMigrations = {};

/** Of other reviews of the same storyboard, the last event of each that was taken in; see lineage.ts. */
const TAKEN_IN = `
  CREATE TABLE taken_in (mark TEXT PRIMARY KEY) STRICT;
`;

/** What the storyboard's source said when its changes were last taken in; see base.ts. */
const SOURCE = `
  CREATE TABLE source (json TEXT NOT NULL) STRICT;
`;

/** What clients said in contact sheets has a table of its own. What stands in notes stays there. */
const COMMENTS: RowMigrations = {};

/** What was read of the storyboard's pictures; see caches.ts. */
const PICTURES = `
  CREATE TABLE picture (path TEXT PRIMARY KEY, json TEXT NOT NULL) STRICT;
`;

/** What the artist said of which picture shows which shot; see `MatchChoice`. */
const MATCHING = `
  CREATE TABLE matching (json TEXT NOT NULL) STRICT;
`;

/** Pictures that the artist keeps as references have a table of their own. Rows stay as they are. */
const REFERENCES: RowMigrations = {};

/** Approvals say what stood where they gave pictures to look like. Those of an earlier version count whatever became of them. */
const GIVEN_REFERENCES: RowMigrations = {};

/** Claims may be phrases, which an earlier program does not know. Rows stay as they are. */
const PHRASES: RowMigrations = {};

/** Pictures of the source's cast have a table of their own, and approvals may give them to look like. Rows stay as they are. */
const PORTRAITS: RowMigrations = {};

/** Filters that the artist saves have a table of their own, and decisions may say which score they follow from. Rows stay as they are. */
const SAVED_FILTERS: RowMigrations = {};

/** Examples of a brand's style, and what holds for all of them, have tables of their own. Rows stay as they are. */
const STYLE_EXAMPLES: RowMigrations = {};

/** Boxes that the artist corrected have a table of their own. Rows stay as they are. */
const CORRECTIONS: RowMigrations = {};

/** Shots may be left out of play. Rows stay as they are. */
const OMITTED_SHOTS: RowMigrations = {};

/** Shots may be such that the artist put in. Rows stay as they are. */
const ADDED_SHOTS: RowMigrations = {};

/** What is drawn over pictures has a table of its own, and notes may answer others. Rows stay as they are. */
const DRAWINGS: RowMigrations = {};

/** Number n of the list leads from version n - 1 to n. Entries are never changed once released, only added. */
export const MIGRATIONS: readonly Migration[] = [
  FIRST,
  ...ROW_MIGRATIONS,
  DISPLACED,
  SKIPPED,
  APPROVALS,
  CLAIMS_OF_SOURCE,
  TAKEN_IN,
  TAKES_ARE_MADE,
  SOURCE,
  COMMENTS,
  PICTURES,
  MATCHING,
  REQUESTS_HAVE_MASKS,
  COMMENTS_HAVE_PLACES,
  REQUESTS_ARE_QUEUED,
  REFERENCES,
  GIVEN_REFERENCES,
  PHRASES,
  PORTRAITS,
  SAVED_FILTERS,
  STYLE_EXAMPLES,
  CORRECTIONS,
  OMITTED_SHOTS,
  ADDED_SHOTS,
  DRAWINGS,
];

/**
 * The tables of the records, each with the whole record as JSON and, where it belongs to a shot, that shot. A file of
 * an earlier version may lack some; a table that replaces none needs no migration.
 */
const RECORD_TABLES = TABLE_NAMES.map((name) =>
  'shotId' in TABLES[name].needs
    ? `CREATE TABLE IF NOT EXISTS ${name} (
         id TEXT PRIMARY KEY,
         json TEXT NOT NULL,
         shot_id TEXT NOT NULL GENERATED ALWAYS AS (json ->> 'shotId') STORED
           REFERENCES shot (id) DEFERRABLE INITIALLY DEFERRED
       ) STRICT;
       CREATE INDEX IF NOT EXISTS ${name}_of_shot ON ${name} (shot_id);`
    : `CREATE TABLE IF NOT EXISTS ${name} (id TEXT PRIMARY KEY, json TEXT NOT NULL) STRICT;`,
).join('\n');

function pragma(db: Database, name: 'user_version' | 'application_id'): number {
  const row: Record<string, number> = db.prepare(`PRAGMA ${name}`).get();
  return row[name] ?? 0;
}

const isEmpty = (db: Database): boolean => db.prepare('SELECT 1 FROM sqlite_schema').get() === undefined;

/** The version of the file, 0 = empty. Refuses files that are not reviews. */
export function versionOf(db: Database): number {
  if (isEmpty(db)) return 0;
  if (pragma(db, 'application_id') !== APPLICATION_ID)
    throw new ContinuistError('REVIEW_DAMAGED', 'it is not a review file');
  const version = pragma(db, 'user_version');
  if (version > FARTHEST_VERSION) throw new ContinuistError('REVIEW_DAMAGED', `its version is ${version}`);
  return version;
}

/**
 * Brings the file to the latest version, one transaction a step: a step that fails leaves the step before it. An empty
 * file is made in one, which waits for the disk once.
 */
export function migrate(db: Database, migrations: readonly Migration[] = MIGRATIONS): void {
  const from = versionOf(db);
  const steps = migrations.map((migration, index) => ({ migration, version: index + 1 })).slice(from);
  for (const together of from === 0 ? [steps] : steps.map((step) => [step])) {
    db.exec('BEGIN IMMEDIATE');
    try {
      for (const { migration, version } of together) {
        db.exec(RECORD_TABLES);
        if (typeof migration === 'string') db.exec(migration);
        else migrateRows(db, migration);
        db.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${version}`);
      }
      db.exec('COMMIT');
    } catch (thrown) {
      if (db.isTransaction) db.exec('ROLLBACK');
      throw thrown;
    }
  }
}
