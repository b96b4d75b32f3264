/**
 * The one list of what a review file stores. The file's tables, diffs, validation, migration and the merging of an
 * import are derived from it: a new record is a schema of its own and one row here.
 */
import { z } from 'zod';
import { claim } from './claim.js';
import { correction } from './correction.js';
import { decision } from './decision.js';
import { drawing } from './drawing.js';
import { fact } from './fact.js';
import { note } from './note.js';
import { portrait } from './portrait.js';
import { queue } from './queue.js';
import { reference } from './reference.js';
import { request } from './request.js';
import { run } from './run.js';
import { savedFilter } from './saved-filter.js';
import { shot } from './shot.js';
import { storyboard } from './storyboard.js';
import { brand, styleExample } from './style-example.js';
import { take } from './take.js';

type Keyed = z.ZodObject<{ id: z.ZodString | z.ZodLiteral<string> }>;

interface Table<S extends Keyed> {
  readonly schema: S;
  /** The field by which people know a record of it. */
  readonly named: keyof z.infer<S> & string;
  /** Fields that name a record of another table without which this one means nothing. Null needs none. */
  readonly needs: Partial<Record<keyof z.infer<S>, string>>;
  /** Fields that mean something together only, over all records of a change. */
  readonly together: readonly (keyof z.infer<S>)[];
  /** What the artist made, or the program at their word: an import over the review leaves it there. */
  readonly outlivesImport: (row: z.infer<S>) => boolean;
}

const table = <S extends Keyed>(
  schema: S,
  named: Table<S>['named'],
  more: Partial<Table<S>> = {},
): Table<S> => ({
  schema,
  named,
  needs: {},
  together: [],
  outlivesImport: () => false,
  ...more,
});

/** A table stands after those that it needs. */
export const TABLES = {
  storyboard: table(storyboard, 'title'),
  shot: table(shot, 'number', { together: ['position'] }),
  take: table(take, 'path', {
    needs: { shotId: 'shot' },
    outlivesImport: ({ origin }) => origin.kind === 'regenerated',
  }),
  claim: table(claim, 'text', {
    needs: { shotId: 'shot' },
    outlivesImport: ({ source }) => source === 'artist',
  }),
  portrait: table(portrait, 'path'),
  fact: table(fact, 'statement', {
    needs: { firstShotId: 'shot', lastShotId: 'shot' },
    together: ['firstShotId', 'lastShotId'],
    outlivesImport: ({ origin }) => origin === 'artist',
  }),
  decision: table(decision, 'kind', { needs: { shotId: 'shot' }, outlivesImport: () => true }),
  request: table(request, 'prompt', {
    needs: { shotId: 'shot', fromTakeId: 'take' },
    together: ['position'],
    outlivesImport: () => true,
  }),
  /** Notes. Files and their logs have had them by this name from the first, which nobody sees: it is worth no migration. */
  comment: table(note, 'author', { needs: { shotId: 'shot' }, outlivesImport: () => true }),
  drawing: table(drawing, 'id', {
    needs: { shotId: 'shot', commentId: 'comment' },
    outlivesImport: () => true,
  }),
  queue: table(queue, 'id', { outlivesImport: () => true }),
  run: table(run, 'generator', { outlivesImport: () => true }),
  reference: table(reference, 'name', { needs: { takeId: 'take' }, outlivesImport: () => true }),
  savedFilter: table(savedFilter, 'name', { outlivesImport: () => true }),
  styleExample: table(styleExample, 'id', { needs: { takeId: 'take' }, outlivesImport: () => true }),
  brand: table(brand, 'name', { outlivesImport: () => true }),
  correction: table(correction, 'id', { needs: { id: 'take' }, outlivesImport: () => true }),
} as const;

export type TableName = keyof typeof TABLES;
export type RecordOf<T extends TableName> = z.infer<(typeof TABLES)[T]['schema']>;

/** All records of one review, by table and id. */
export type Records = { readonly [T in TableName]: Readonly<Record<string, RecordOf<T>>> };

/** A record of whichever table. */
export type Row = Readonly<Record<string, unknown>>;

/** A table whose records are not looked into. */
export type Rows = Readonly<Record<string, Row>>;

export const TABLE_NAMES = Object.keys(TABLES) as readonly TableName[];

/** One value for each table of the list. */
export const perTable = <T>(of: (name: TableName) => T): { readonly [N in TableName]: T } =>
  Object.fromEntries(TABLE_NAMES.map((name) => [name, of(name)])) as { [N in TableName]: T };

export const EMPTY_RECORDS: Records = perTable(() => ({}));

export const records = z.object(
  perTable((name) => z.record(z.string(), TABLES[name].schema)),
) as unknown as z.ZodType<Records>;
