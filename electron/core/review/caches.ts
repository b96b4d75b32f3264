import { type FrameMeasures, frameMeasures, type Judgement, judgement } from '@shared/analysis.js';
import { Recent } from '@shared/recent.js';
import { making, take } from '@shared/records/index.js';
import { type Sighting, sighting } from '@shared/sighting.js';
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
    const row = this.#store.derived(() => this.#select.get(key) as { json: string } | undefined);
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
    this.putAll([[key, value]]);
  }

  /** In one transaction. */
  putAll(entries: readonly (readonly [key: string, value: T])[]): void {
    this.#store.derived(() =>
      this.#store.derivedTransaction(() => {
        const insert = this.#store.db.prepare(this.#insert);
        for (const [key, value] of entries) insert.run(key, this.#rowOf(value));
      }),
    );
    for (const [key, value] of entries) this.#recent.set(key, value);
  }
}

/** What was read of a picture's file, by its path in the storyboard's folder. */
const pictureReading = z.object({
  /** Of the file as it was then: another one is another file. */
  stamp: z.string(),
  /** What it says of how it was made. */
  says: take
    .pick({ prompt: true, negativePrompt: true, seed: true, settings: true })
    .extend(making.shape)
    .nullable(),
  asset: z
    .object({
      sha256: z.string(),
      width: z.number(),
      height: z.number(),
      format: z.string(),
      unreadable: z.string().nullable(),
    })
    .nullable(),
});
export type PictureReading = z.infer<typeof pictureReading>;

export interface Caches {
  readonly pictures: Cache<PictureReading>;
  readonly judgements: Cache<Judgement>;
  /** What eyes saw stands among what judges said: both are a model's word of a picture, under the model's version. */
  readonly sightings: Cache<Sighting>;
  readonly measures: Cache<FrameMeasures>;
  readonly judgedFeatures: (key: string) => readonly number[] | null;
  readonly isJudged: (sha256: string) => boolean;
}

const packedJudgement = judgement.extend({ features: maybePacked });
const packedMeasures = frameMeasures.extend({ style: z.record(z.string(), maybePacked) });

const packedSighting = sighting.extend({ vectors: z.array(maybePacked) });

const sightingRow = (value: Sighting): string =>
  JSON.stringify({ ...value, vectors: value.vectors.map((vector) => packNumbers(vector)) });

/** As the review file keeps it. */
export const judgementRow = (value: Judgement): string =>
  JSON.stringify({ ...value, features: packNumbers(value.features) });

export function measuresRow(value: FrameMeasures): string {
  const style = Object.entries(value.style).map(([name, values]) => [name, packNumbers(values)]);
  return JSON.stringify({ ...value, style: Object.fromEntries(style) });
}

export const cachesOf = (store: Store): Caches => ({
  pictures: new Cache(store, 'picture', 'path', pictureReading, (value) => JSON.stringify(value)),
  judgements: new Cache(store, 'judgement', 'key', packedJudgement, judgementRow),
  sightings: new Cache(store, 'judgement', 'key', packedSighting, sightingRow),
  measures: new Cache(store, 'measures', 'sha256', packedMeasures, measuresRow),
  judgedFeatures: featuresReader(store),
  isJudged: judgedReader(store),
});

/** SQLite finds them in the row, so that the answers beside them are not read. */
function featuresReader(store: Store): Caches['judgedFeatures'] {
  const select = store.db.prepare(
    "SELECT json_extract(json, '$.features') AS features FROM judgement WHERE key = ?",
  );
  return (key) => {
    try {
      const row = store.derived(() => select.get(key) as { features: string } | undefined);
      return row
        ? maybePacked.parse(row.features.startsWith('[') ? JSON.parse(row.features) : row.features)
        : null;
    } catch {
      return null;
    }
  };
}

/** Keys of judgements begin with the picture's hash; what an eye saw has no answers. */
function judgedReader(store: Store): Caches['isJudged'] {
  const select = store.db.prepare(
    "SELECT 1 FROM judgement WHERE key > ? AND key < ? AND json_valid(json) AND json -> '$.answers' NOT NULL LIMIT 1",
  );
  return (sha256) => store.derived(() => select.get(`${sha256}:`, `${sha256};`)) !== undefined;
}
