/** Small copies of pictures, packed into one SQLite file: one read brings one, where a file each would take five calls. */
import { DatabaseSync } from '@photostructure/sqlite';

type Database = InstanceType<typeof DatabaseSync>;

/** Of its tables: a file with another is thrown away, since all of it can be made again. */
const VERSION = 1;
/** Milliseconds that another program's writing is waited for. */
const PATIENCE = 50;
/** Copies that are looked at together when room is made. */
const AT_ONCE = 64;

const TABLES = `
  CREATE TABLE IF NOT EXISTS copy (name TEXT PRIMARY KEY, used INTEGER NOT NULL, length INTEGER NOT NULL, bytes BLOB NOT NULL);
  CREATE INDEX IF NOT EXISTS copy_by_use ON copy (used, length);
  PRAGMA user_version = ${VERSION}`;

/** The file is of no use as it is. */
export class Unusable extends Error {}

/** Throws `Unusable` where the file is damaged or of another version, else what SQLite throws. */
export class PackedCopies {
  readonly #db: Database;
  readonly #statements: ReturnType<typeof statementsOf>;
  #lastUse: number;

  constructor(file: string) {
    this.#db = new DatabaseSync(file, { timeout: PATIENCE });
    try {
      this.#lastUse = usable(() => prepared(this.#db));
      this.#statements = statementsOf(this.#db);
    } catch (thrown) {
      this.#db.close();
      throw thrown;
    }
  }

  read(name: string): Buffer | null {
    const row = usable(() => this.#statements.read.get(name) as { bytes: Uint8Array } | undefined);
    return row ? Buffer.from(row.bytes.buffer, row.bytes.byteOffset, row.bytes.byteLength) : null;
  }

  /**
   * Notes uses, in their order; those with bytes are new. Then what was used least recently goes until `limit` bytes are
   * left, but never the last one.
   */
  write(uses: ReadonlyMap<string, Uint8Array | null>, limit: number): void {
    const { put, use } = this.#statements;
    usable(() => {
      this.#db.exec('BEGIN IMMEDIATE');
      for (const [name, bytes] of uses) {
        this.#lastUse = Math.max(Date.now(), this.#lastUse + 1);
        if (bytes) put.run(name, this.#lastUse, bytes.length, bytes);
        else use.run(this.#lastUse, name);
      }
      this.#trim(limit, [...uses.keys()].at(-1));
      this.#db.exec('COMMIT');
    });
  }

  #trim(limit: number, keep: string | undefined): void {
    const { total, oldest, remove } = this.#statements;
    let left = (total.get() as { total: number }).total;
    while (left > limit) {
      const rows = (oldest.all() as { name: string; length: number }[]).filter(({ name }) => name !== keep);
      if (rows.length === 0) return;
      for (const { name, length } of rows) {
        if (left <= limit) return;
        remove.run(name);
        left -= length;
      }
    }
  }

  /** What was begun and not ended is taken back. */
  close(): void {
    this.#db.close();
  }
}

/** Makes the file ready. Returns when a copy was last used. */
function prepared(db: Database): number {
  // What a power cut damages is made again.
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; PRAGMA cache_size = -1024');
  const { user_version: version } = db.prepare('PRAGMA user_version').get() as { user_version: number };
  if (version !== 0 && version !== VERSION) throw new Unusable();
  if (version === 0) db.exec(TABLES);
  return (db.prepare('SELECT coalesce(max(used), 0) AS last FROM copy').get() as { last: number }).last;
}

const statementsOf = (db: Database) => ({
  read: db.prepare('SELECT bytes FROM copy WHERE name = ?'),
  put: db.prepare('INSERT OR REPLACE INTO copy (name, used, length, bytes) VALUES (?, ?, ?, ?)'),
  use: db.prepare('UPDATE copy SET used = ? WHERE name = ?'),
  total: db.prepare('SELECT coalesce(sum(length), 0) AS total FROM copy'),
  oldest: db.prepare(`SELECT name, length FROM copy ORDER BY used LIMIT ${AT_ONCE}`),
  remove: db.prepare('DELETE FROM copy WHERE name = ?'),
});

/** What SQLite says of a file that it cannot read, and of one that another program made; not all of it has a code. */
const DAMAGE = /malformed|not a database|no such (?:table|column)|has no column/;

function usable<T>(work: () => T): T {
  try {
    return work();
  } catch (thrown) {
    if (thrown instanceof Error && DAMAGE.test(thrown.message)) throw new Unusable(thrown.message);
    throw thrown;
  }
}
