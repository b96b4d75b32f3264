/** Rows of a shots file for shots that the artist put in: as its other rows are written, each behind the one it follows. */
import { FIELDS, NamedFields } from '../shot-rows/index.js';
import { JsonEdits } from './json-edits.js';
import { RowEdits } from './row-edits.js';
import type { FoundRow } from './rows.js';
import { sceneOf } from './scene-of.js';

/** What a new row has fields for, where its neighbour has them. */
const COPIED = [
  'number',
  'description',
  'prompt',
  'negativePrompt',
  'seed',
  'picture',
  'seconds',
  'scene',
] as const;

/** Of one shot that has no row. */
export interface AddedRow {
  /** By which it is known again. */
  readonly id: string;
  readonly number: string;
  readonly scene: string | null;
  readonly seconds: number | null;
  /** The place among the file's rows of the one that it stands behind; -1 = before all. */
  readonly behind: number;
  /** Puts in what was decided. */
  readonly fill: (row: RowEdits) => void;
}

/**
 * `text` with these rows, whose neighbours are `rows` as they stand in it; null where there is no room for them: its
 * rows stand under numbers, which have an order of their own.
 */
export function withAddedRows(
  text: string,
  rows: readonly FoundRow[],
  added: readonly AddedRow[],
): string | null {
  const edits = new JsonEdits(text);
  for (const one of added) {
    const beside = rows[one.behind] ?? rows[0];
    if (!beside || typeof beside.path.at(-1) !== 'number') return null;
    // In the list of its own scene, where the next shot begins that.
    const next = rows[one.behind + 1];
    const home = next && beside.scene !== next.scene && sceneOf(next) === one.scene ? next : beside;
    const row = newRow(one, home, edits.written(home.path) ?? '');
    edits.insert(home.path, home === next ? 'before' : 'after', row);
  }
  return edits.toString();
}

/** With the names that its neighbour has, in their order. */
function newRow(
  { id, number, scene, seconds, fill }: AddedRow,
  { fields }: FoundRow,
  written: string,
): string {
  const named = new NamedFields(fields);
  const keyOf = (kind: (typeof COPIED)[number]) => named.all(FIELDS[kind])[0]?.key;
  const keys = new Set(COPIED.flatMap((kind) => keyOf(kind) ?? []));
  const values = new Map<string, unknown>();
  for (const key of Object.keys(fields)) if (keys.has(key)) values.set(key, null);
  values.set(keyOf('number') ?? 'shotNumber', number);
  const secondsKey = keyOf('seconds');
  if (secondsKey !== undefined) values.set(secondsKey, seconds);
  values.set(FIELDS.ownId[0] as string, id);
  const made = Object.fromEntries(values);
  const [, inset] = /\n([ \t]+)\S/.exec(written) ?? [];
  const text =
    inset === undefined
      ? oneLine(made)
      : `{\n${Object.entries(made)
          .map(([key, value]) => `${inset}${JSON.stringify(key)}: ${JSON.stringify(value)}`)
          .join(',\n')}\n${inset.slice(0, closingInset(written).length)}}`;
  const own = new JsonEdits(text);
  const row = new RowEdits({ fields: made, path: [] }, own);
  if (keyOf('scene') !== undefined && keyOf('scene') !== keyOf('number')) row.scene(scene);
  fill(row);
  return own.toString();
}

const oneLine = (fields: object): string =>
  `{${Object.entries(fields)
    .map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`)
    .join(', ')}}`;

const closingInset = (written: string): string => /\n([ \t]*)\}$/.exec(written)?.[1] ?? '';
