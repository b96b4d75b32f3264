import type { DatabaseSync } from '@photostructure/sqlite';
import { ContinuistError } from '@shared/errors.js';

type Database = InstanceType<typeof DatabaseSync>;

/** "CNTN", so that `file` and we tell a review from any other SQLite file. */
const APPLICATION_ID = 0x434e_544e;

/** Records of one type: the whole record as JSON, and the shot it belongs to where others look it up by that. */
const OF_A_SHOT = ['take', 'claim', 'decision', 'request'];
const recordTable = (name: string): string =>
  OF_A_SHOT.includes(name)
    ? `CREATE TABLE ${name} (
         id TEXT PRIMARY KEY,
         json TEXT NOT NULL,
         shot_id TEXT NOT NULL GENERATED ALWAYS AS (json ->> 'shotId') STORED
           REFERENCES shot (id) DEFERRABLE INITIALLY DEFERRED
       ) STRICT;
       CREATE INDEX ${name}_of_shot ON ${name} (shot_id);`
    : `CREATE TABLE ${name} (id TEXT PRIMARY KEY, json TEXT NOT NULL) STRICT;`;

const FIRST = `
  ${['storyboard', 'shot', 'take', 'claim', 'fact', 'decision', 'request'].map(recordTable).join('\n')}
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

/** Number n of the list leads from version n - 1 to n. Entries are never changed once released, only added. */
export const MIGRATIONS: readonly string[] = [FIRST];

function pragma(db: Database, name: 'user_version' | 'application_id'): number {
  const row: Record<string, number> = db.prepare(`PRAGMA ${name}`).get();
  return row[name] ?? 0;
}

const isEmpty = (db: Database): boolean => db.prepare('SELECT 1 FROM sqlite_schema').get() === undefined;

/** Refuses files that are not reviews, or that a newer program wrote. Returns the version of the file, 0 = empty. */
export function checkVersion(db: Database, latest = MIGRATIONS.length): number {
  const version = pragma(db, 'user_version');
  if (isEmpty(db)) return 0;
  if (pragma(db, 'application_id') !== APPLICATION_ID)
    throw new ContinuistError('REVIEW_DAMAGED', 'it is not a review file');
  if (version > latest) throw new ContinuistError('REVIEW_NEWER', '', { version, supported: latest });
  return version;
}

/** Brings the file to the latest version, one transaction a step: a step that fails leaves the step before it. */
export function migrate(db: Database, migrations: readonly string[] = MIGRATIONS): void {
  const from = checkVersion(db, migrations.length);
  for (const [index, up] of migrations.entries()) {
    if (index < from) continue;
    db.exec('BEGIN IMMEDIATE');
    try {
      db.exec(`${up}; PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${index + 1}`);
      db.exec('COMMIT');
    } catch (thrown) {
      if (db.isTransaction) db.exec('ROLLBACK');
      throw thrown;
    }
  }
}
