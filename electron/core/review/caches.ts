import { type FrameMeasures, frameMeasures, type Judgement, judgement } from '@shared/analysis.js';
import type { z } from 'zod';
import type { Store } from './store.js';

/** What was computed, keyed by what it was computed from. Anything in it can be computed again. */
class Cache<T> {
  readonly #store: Store;
  readonly #table: string;
  readonly #key: string;
  readonly #schema: z.ZodType<T>;

  constructor(store: Store, table: string, key: string, schema: z.ZodType<T>) {
    this.#store = store;
    this.#table = table;
    this.#key = key;
    this.#schema = schema;
  }

  get(key: string): T | null {
    const row: { json: string } | undefined = this.#store.db
      .prepare(`SELECT json FROM ${this.#table} WHERE ${this.#key} = ?`)
      .get(key);
    return row ? this.#read(row.json) : null;
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
    this.#store.transaction(() =>
      this.#store.db
        .prepare(`INSERT OR REPLACE INTO ${this.#table} (${this.#key}, json) VALUES (?, ?)`)
        .run(key, JSON.stringify(value)),
    );
  }
}

export interface Caches {
  readonly judgements: Cache<Judgement>;
  readonly measures: Cache<FrameMeasures>;
}

export const cachesOf = (store: Store): Caches => ({
  judgements: new Cache(store, 'judgement', 'key', judgement),
  measures: new Cache(store, 'measures', 'sha256', frameMeasures),
});
