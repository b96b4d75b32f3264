/** Rows of the file that are not among the records: those that cannot be read, and those that mean nothing without them. */
import { capitalised } from '@shared/capitalised.js';
import type { Skipped } from '@shared/contract/index.js';
import {
  perTable,
  type Records,
  type Row,
  sameValue,
  TABLE_NAMES,
  TABLES,
  type TableName,
} from '@shared/records/index.js';
import { z } from 'zod';
import { CompactRows } from './compact-rows.js';
import type { StoredRow } from './stored-rows.js';

/** Of a hundred thousand rows the checks that zod compiles take half of the time. */
const SCHEMAS = perTable((name) => z.compile(TABLES[name].schema));

interface LeftOut {
  readonly table: TableName;
  readonly id: string;
  /** As far as it can be read. */
  readonly raw: Row;
  readonly reason: string;
  /** How many records went with it. */
  others: number;
}

export type LeavesOut = (table: TableName, id: string) => boolean;

/** What can be read of a file, and what was left out of it; nothing is lost by it, since the file keeps every row. */
export class Reading {
  readonly #records = Object.fromEntries(TABLE_NAMES.map((name) => [name, {}])) as Record<
    TableName,
    Record<string, Row>
  >;
  /** By `keyOf`: what stands in the way, itself or another row that it needs. */
  readonly #leftOut = new Map<string, LeftOut>();

  #isTorn = false;

  constructor(rows: Iterable<StoredRow>) {
    const compact = new CompactRows();
    for (const row of rows) this.#read(row, compact);
    if (this.#leftOut.size > 0) this.#follow();
  }

  /** The text of a row is broken: no version of the program wrote it so. */
  get isTorn(): boolean {
    return this.#isTorn;
  }

  get records(): Records {
    return this.#records as Records;
  }

  /** Whether the file has a row of this table and id that is not among the records, for whoever keeps it and not those. */
  get leavesOut(): LeavesOut {
    const leftOut = this.#leftOut;
    return (table, id) => leftOut.has(keyOf(table, id));
  }

  /** For the artist: each row that cannot be read, why, and how many went with it. */
  get skipped(): Skipped[] {
    return [...new Set(this.#leftOut.values())].map(({ table, id, raw, reason, others }) => ({
      name: nameOf(table, id, raw),
      reason: `cannot be read (${reason})${others > 0 ? `; ${others} more that belong to it are left out too` : ''}. It stays in the review file as it is.`,
    }));
  }

  #read({ table, id, raw }: StoredRow, compact: CompactRows): void {
    this.#isTorn ||= raw === undefined;
    try {
      const row = SCHEMAS[table].parse(raw);
      if (row.id !== id) throw new Error('Every question about a row is asked by its id.');
      // As JSON gives it, it takes half of what the schema's copy does.
      this.#records[table][id] = compact.of(id, sameValue(raw, row) ? (raw as Row) : row);
    } catch (thrown) {
      const fields = typeof raw === 'object' && raw !== null ? (raw as Row) : {};
      this.#leftOut.set(keyOf(table, id), { table, id, raw: fields, reason: whyNot(thrown), others: 0 });
    }
  }

  /** Leaves out what needs a row that is left out. One pass is enough: a table stands after those that it needs. */
  #follow(): void {
    for (const table of TABLE_NAMES)
      for (const [id, row] of Object.entries(this.#records[table])) {
        const cause = this.#causeOf(table, row);
        if (!cause) continue;
        delete this.#records[table][id];
        this.#leftOut.set(keyOf(table, id), cause);
        cause.others++;
      }
  }

  #causeOf(table: TableName, row: Row): LeftOut | undefined {
    for (const [field, other] of Object.entries(TABLES[table].needs)) {
      const cause = this.#leftOut.get(keyOf(other, String(row[field])));
      if (cause) return cause;
    }
    return undefined;
  }
}

const keyOf = (table: string, id: string): string => `${table} ${id}`;

/** The first thing that is wrong, in the words of the schema: "stars: expected number". */
function whyNot(thrown: unknown): string {
  if (!(thrown instanceof z.ZodError)) return 'it is not a valid record';
  const [issue] = thrown.issues;
  return issue?.path.length ? `${issue.path.join('.')}: ${issue.message}` : 'it is not a valid record';
}

/** As the artist knows it: "Shot 3", "Take frames/3.png"; by its id where nothing of it can be read. */
function nameOf(table: TableName, id: string, raw: Row): string {
  const known = raw[TABLES[table].named];
  const name = capitalised(table);
  return typeof known === 'string' && known ? `${name} ${known}` : `${name} with the id ${id}`;
}
