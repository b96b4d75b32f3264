/**
 * A change to the records as it crosses to the window. It names what changed and leaves out what was: the window
 * has that. The review file keeps whole records, see diff.ts.
 */
import { z } from 'zod';
import { copied } from './copied.js';
import { type RecordsDiff, sameValue } from './diff.js';
import { madeFrom } from './made-from.js';
import type { Shot } from './shot.js';
import {
  perTable,
  type RecordOf,
  type Records,
  type Row,
  type Rows,
  TABLE_NAMES,
  TABLES,
  type TableName,
} from './tables.js';

/** Shots at positions `from` to `to` (both included) move on by `by`. */
const move = z.tuple([z.number().int(), z.number().int(), z.number().int()]);

export interface TablePatch<T> {
  /** Whole records: new ones, and those that lost a field. */
  readonly set: Readonly<Record<string, T>>;
  /** The fields that changed. */
  readonly changed: Readonly<Record<string, Partial<T>>>;
  readonly removed: readonly string[];
}

type Moves = readonly z.infer<typeof move>[];

/** `moves` come first, all at once, and count positions as they were before the patch. */
export type RecordsPatch = { readonly moves: Moves } & {
  readonly [T in TableName]?: TablePatch<RecordOf<T>>;
};

const tablePatch = <T extends z.ZodObject>(of: T) =>
  z.object({
    set: z.record(z.string(), of),
    changed: z.record(z.string(), of.partial()),
    removed: z.array(z.string()),
  });

export const recordsPatch = z.object({
  moves: z.array(move),
  ...perTable((name) => tablePatch(TABLES[name].schema).optional()),
}) as unknown as z.ZodType<RecordsPatch>;

/** The patch of a change. Positions of shots are unique, before it and after it. */
export function patchOf(diff: RecordsDiff): RecordsPatch {
  const patch: Record<string, unknown> = {};
  const moved: [from: number, to: number][] = [];
  for (const table of TABLE_NAMES) {
    const change = diff[table];
    if (!change) continue;
    const set: Record<string, Row> = { ...change.added };
    const changed: Record<string, Row> = {};
    for (const [id, [from, to]] of Object.entries(change.updated) as [string, [Row, Row]][]) {
      const lost = Object.keys(from).some((field) => !Object.hasOwn(to, field));
      const fields = Object.entries(to).filter(([field, value]) => !sameValue(from[field], value));
      if (lost) set[id] = to;
      else if (table === 'shot' && fields.length === 1 && from.position !== to.position)
        moved.push([from.position as number, to.position as number]);
      else changed[id] = Object.fromEntries(fields);
    }
    const removed = Object.keys(change.removed);
    if (Object.keys(set).length + Object.keys(changed).length + removed.length > 0)
      patch[table] = { set, changed, removed };
  }
  return { ...patch, moves: movesOf(moved) } as RecordsPatch;
}

/** Neighbours that moved by the same, as one. */
function movesOf(moved: readonly [from: number, to: number][]): Moves {
  const moves: [number, number, number][] = [];
  for (const [from, to] of [...moved].sort(([a], [b]) => a - b)) {
    const last = moves.at(-1);
    if (last && last[1] === from - 1 && last[2] === to - from) last[1] = from;
    else moves.push([from, from, to - from]);
  }
  return moves;
}

/** The records after the change that `patch` is of. Changes of records that are not there are left out. */
export function applyPatch(records: Records, patch: RecordsPatch): Records {
  const next: Record<string, Rows> = { ...records };
  if (patch.moves.length > 0) next.shot = afterMoves(records.shot, patch.moves);
  for (const table of TABLE_NAMES) {
    const change = patch[table];
    if (!change) continue;
    const rows: Record<string, Row> = Object.assign(copied(next[table] as Rows), change.set);
    for (const [id, fields] of Object.entries(change.changed)) {
      const row = rows[id];
      if (row) rows[id] = { ...row, ...fields };
    }
    for (const id of change.removed) delete rows[id];
    const changed = [...Object.keys(change.set), ...Object.keys(change.changed), ...change.removed];
    next[table] = madeFrom(rows, next[table] as Rows, changed);
  }
  return next as unknown as Records;
}

function afterMoves(shots: Records['shot'], moves: Moves): Records['shot'] {
  const to = new Map<number, number>();
  for (const [first, last, by] of moves) for (let at = first; at <= last; at++) to.set(at, at + by);
  const moved: Record<string, Shot> = { ...shots };
  const changed: string[] = [];
  for (const shot of Object.values(shots)) {
    const position = to.get(shot.position);
    if (position === undefined) continue;
    moved[shot.id] = { ...shot, position };
    changed.push(shot.id);
  }
  return madeFrom(moved, shots, changed);
}
