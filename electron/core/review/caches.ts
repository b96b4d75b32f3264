import { type FrameMeasures, frameMeasures, type Judgement, judgement } from '@shared/analysis.js';
import { Recent } from '@shared/recent.js';
import { z } from 'zod';
import { maybePacked, packNumbers } from './packed-numbers.js';
import type { Store } from './store.js';

/** Rows kept in memory: those that are being worked at. */
const KEPT = 64;

/** What was computed, keyed by what it was computed from. Anything in it can be computed again. */
class Cache<T> {
  readonly #store: Store;
  readonly #schema: z.ZodType<T>;
  readonly #rowOf: (value: T) => string;
  readonly #recent = new Recent<string, T>(KEPT);
  readonly #select: ReturnType<Store['db']['prepare']>;
  readonly #insert: string;

  constructor(store: Store, table: string, key: string, schema: z.ZodType<T>, rowOf: (value: T) => string) {
    this.#store = store;
    this.#schema = schema;
    this.#rowOf = rowOf;
    this.#select = store.db.prepare(`SELECT json FROM ${table} WHERE ${key} = ?`);
    this.#insert = `INSERT OR REPLACE INTO ${table} (${key}, json) VALUES (?, ?)`;
  }

  get(key: string): T | null {
    const recent = this.#recent.get(key);
    if (recent) return recent;
    const row: { json: string } | undefined = this.#select.get(key);
    const value = row ? this.#read(row.json) : null;
    if (value) this.#recent.set(key, value);
    return value;
  }

  /** A row in an older or broken form counts as absent and is written over by the next `put`. */
  #read(json: string): T | null {
    try {
      return this.#schema.parse(JSON.parse(json));
    } catch {
      return null;
    }
  }

  put(key: string, value: T): void {
    this.#store.transaction(() => this.#store.db.prepare(this.#insert).run(key, this.#rowOf(value)));
    this.#recent.set(key, value);
  }
}

export interface Caches {
  readonly judgements: Cache<Judgement>;
  readonly measures: Cache<FrameMeasures>;
}

const packedJudgement = judgement.extend({ features: maybePacked });
const packedMeasures = frameMeasures.extend({ style: z.record(z.string(), maybePacked) });

/** As the review file keeps it. */
export const judgementRow = (value: Judgement): string =>
  JSON.stringify({ ...value, features: packNumbers(value.features) });

export function measuresRow(value: FrameMeasures): string {
  const style = Object.entries(value.style).map(([name, values]) => [name, packNumbers(values)]);
  return JSON.stringify({ ...value, style: Object.fromEntries(style) });
}

export const cachesOf = (store: Store): Caches => ({
  judgements: new Cache(store, 'judgement', 'key', packedJudgement, judgementRow),
  measures: new Cache(store, 'measures', 'sha256', packedMeasures, measuresRow),
});
