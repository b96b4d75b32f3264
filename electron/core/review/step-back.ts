/**
 * A step taken back, or done again, on records that have moved on since. It never fails: what can go back does, and
 * what cannot stays as it is.
 *
 * - A field goes back when it still is as the step left it. A later change of another field, or of the same one, stays.
 * - Some fields mean something together only: the order of the shots, the ends of a fact. All of them go back or none.
 * - An approval that already ran is stepped over: its picture stays as a take and its request as done, while the words,
 *   the status and the pick go back, the last two also from where the program put them when the picture came.
 * - A request that has made nothing yet goes, and whoever works on it stops. Done again, it is a fresh order, of a
 *   shot that may have another round; a shot that may not stays as it is.
 * - A shot that the step brought goes with what the program read of it since; with what the artist made of it, it
 *   stays. A shot that the step took away comes back with all that it had, its requests as they were.
 */
import { groupBy } from '@shared/group-by.js';
import {
  diffOfWrites,
  isUnderWay,
  put,
  type Records,
  type RecordsDiff,
  type Request,
  type Row,
  type Rows,
  remove,
  type Shot,
  sameValue,
  TABLE_NAMES,
  TABLES,
  type TableDiff,
  type TableName,
  type Write,
} from '@shared/records/index.js';
import { withinRounds } from './within-rounds.js';

/** What a step still changes, and what of it stays. */
export interface StepBack {
  readonly diff: RecordsDiff;
  /** Requests whose pictures are made already; they stay. */
  readonly kept: readonly Request[];
  /** Requests that were being worked on. */
  readonly stopped: readonly Request[];
  /** Ids of shots that stay as they are because they have had their rounds. */
  readonly spent: readonly string[];
  /** Something that the step left was changed again later, or is gone, and stays so. */
  readonly partly: boolean;
}

const rowsOf = (records: Records, table: TableName): Rows => records[table];

const changeOf = (step: RecordsDiff, table: TableName): TableDiff<Row> =>
  step[table] ?? { added: {}, updated: {}, removed: {} };

const changedFields = (from: Row, to: Row): string[] =>
  Object.keys({ ...from, ...to }).filter((field) => !sameValue(from[field], to[field]));

const isTogether = (table: TableName, field: string): boolean =>
  (TABLES[table].together as readonly string[]).includes(field);

const isRequestState = (table: TableName, field: string): boolean => table === 'request' && field === 'state';

/** Nobody works any more on what is ordered again: it waits. */
const waiting = (state: unknown): unknown => (state === 'running' ? 'queued' : state);

/** The table of the records that a field names. */
function namedBy(table: TableName, field: string): TableName | undefined {
  const needs: Partial<Record<string, string>> = TABLES[table].needs;
  return (table === 'shot' && field === 'pickId' ? 'take' : needs[field]) as TableName | undefined;
}

type Leaning = readonly [table: TableName, row: Row];

const keyOf = (table: TableName, id: unknown): string => `${table} ${id}`;

/** Records by each that they mean nothing without. */
function leaningByNeed(records: Records): ReadonlyMap<string, readonly Leaning[]> {
  const all = TABLE_NAMES.flatMap((table) =>
    Object.keys(TABLES[table].needs).flatMap((field) => {
      const needed = namedBy(table, field) as TableName;
      return Object.values(rowsOf(records, table)).map((row) => ({
        key: keyOf(needed, row[field]),
        leaning: [table, row] as const,
      }));
    }),
  );
  return new Map(
    [...groupBy(all, ({ key }) => key)].map(([key, some]) => [key, some.map(({ leaning }) => leaning)]),
  );
}

const isArtists = (table: TableName, row: Row): boolean => TABLES[table].outlivesImport(row as never);

const NEEDED: ReadonlySet<string> = new Set(TABLE_NAMES.flatMap((name) => Object.values(TABLES[name].needs)));

/** Of one step on one state of the records. */
class Mover {
  readonly writes: Write[] = [];
  readonly stopped: Request[] = [];
  readonly kept: readonly Request[];
  partly = false;
  readonly #now: Records;
  readonly #step: RecordsDiff;
  /** Shots for which the step ordered pictures that are made. */
  readonly #ran: ReadonlySet<string>;
  readonly #together: boolean;
  #leaning: ReadonlyMap<string, readonly Leaning[]> | null = null;
  /** Records that the step brought and that stay. */
  readonly #staying = new Set<string>();

  constructor(now: Records, step: RecordsDiff) {
    this.#now = now;
    this.#step = step;
    const going = Object.keys(step.request?.removed ?? {}).flatMap((id) => now.request[id] ?? []);
    // What goes with its shot was not ordered by this step.
    const withShot = ({ shotId }: Request) => Object.hasOwn(changeOf(step, 'shot').removed, shotId);
    this.kept = going.filter((request) => request.state === 'done' && !withShot(request));
    this.#ran = new Set(this.kept.map(({ shotId }) => shotId));
    this.#together = this.#updates().every(([table, row, from, to]) =>
      changedFields(from, to)
        .filter((field) => isTogether(table, field))
        .every((field) => row !== undefined && this.#canGo(table, row, from, to, field)),
    );
  }

  move(): void {
    for (const table of TABLE_NAMES) {
      const { removed, added } = changeOf(this.#step, table);
      for (const id of Object.keys(removed)) this.#takeOut(table, id);
      for (const row of Object.values(added)) this.#putBack(table, row);
    }
    for (const [table, row, from, to] of this.#updates()) this.#change(table, row, from, to);
    for (const shotId of this.#ran) this.#asBeforeThePicture(shotId);
  }

  /** Each record that the step changes, as it is now and as the step has it. */
  #updates(): [TableName, now: Row | undefined, from: Row, to: Row][] {
    return TABLE_NAMES.flatMap((table) =>
      Object.entries(changeOf(this.#step, table).updated).map(
        ([id, [from, to]]): [TableName, Row | undefined, Row, Row] => [
          table,
          rowsOf(this.#now, table)[id],
          from,
          to,
        ],
      ),
    );
  }

  /** The field is as the step left it, or as the program did when the picture came; and what it goes back to is there. */
  #canGo(table: TableName, row: Row, from: Row, to: Row, field: string): boolean {
    const left = isRequestState(table, field)
      ? waiting(row[field]) === waiting(from[field])
      : sameValue(row[field], from[field]);
    const settled =
      table === 'shot' && field === 'status' && row.status === 'pending' && this.#ran.has(String(row.id));
    return (left || settled) && this.#reaches(table, field, to[field]);
  }

  /** What a field would name is there, or comes back with this step. */
  #reaches(table: TableName, field: string, value: unknown): boolean {
    const named = namedBy(table, field);
    if (named === undefined || value === null) return true;
    return (
      Object.hasOwn(rowsOf(this.#now, named), String(value)) ||
      Object.hasOwn(changeOf(this.#step, named).added, String(value))
    );
  }

  #takeOut(table: TableName, id: string): void {
    const row = rowsOf(this.#now, table)[id];
    if (!row) this.partly = true;
    if (!row || this.kept.some((request) => request === row)) return;
    const leaning = this.#leaningOn(table, id);
    if (this.#leansOnStaying(table, row) || leaning.some(([other, one]) => isArtists(other, one))) {
      this.partly = true;
      this.#staying.add(keyOf(table, id));
      return;
    }
    if (table === 'request' && row.state === 'running') this.stopped.push(row as Request);
    for (const [other, one] of leaning) this.writes.push(remove(other, String(one.id)));
    this.writes.push(remove(table, id));
  }

  /** Records that mean nothing without this one, of which the step says nothing. */
  #leaningOn(table: TableName, id: string): readonly Leaning[] {
    if (!NEEDED.has(table)) return [];
    this.#leaning ??= leaningByNeed(this.#now);
    return (this.#leaning.get(keyOf(table, id)) ?? []).filter(([other, row]) => {
      const { added, updated, removed } = changeOf(this.#step, other);
      return ![added, updated, removed].some((rows) => Object.hasOwn(rows, String(row.id)));
    });
  }

  #leansOnStaying(table: TableName, row: Row): boolean {
    return Object.keys(TABLES[table].needs).some((field) =>
      this.#staying.has(keyOf(namedBy(table, field) as TableName, row[field])),
    );
  }

  #putBack(table: TableName, row: Row): void {
    const needs = Object.keys(TABLES[table].needs);
    if (!needs.every((field) => this.#reaches(table, field, row[field]))) this.partly = true;
    else if (table !== 'request') this.writes.push(put(table, row as never));
    else if (Object.hasOwn(changeOf(this.#step, 'shot').added, String(row.shotId)))
      this.writes.push(put(table, { ...(row as Request), state: waiting(row.state) as Request['state'] }));
    else if (!Object.hasOwn(this.#now.request, String(row.id)))
      this.writes.push(put(table, { ...(row as Request), state: 'queued', error: null }));
  }

  #change(table: TableName, row: Row | undefined, from: Row, to: Row): void {
    const fields = changedFields(from, to);
    const going = fields.filter((field) =>
      isTogether(table, field) ? this.#together : row && this.#canGo(table, row, from, to, field),
    );
    if (fields.some((field) => !going.includes(field) && !sameValue(row?.[field], to[field])))
      this.partly = true;
    if (!row) return;
    const next: Record<string, unknown> = { ...row };
    for (const field of going) {
      // It was not there before the step.
      if (to[field] === undefined) delete next[field];
      else next[field] = to[field];
    }
    if (table !== 'request') this.writes.push(put(table, next as never));
    else {
      if (row.state === 'running' && !isUnderWay(next as Request)) this.stopped.push(row as Request);
      this.writes.push(put(table, { ...(next as Request), state: waiting(next.state) as Request['state'] }));
    }
  }

  /** What the program made of the shot when the picture came goes back too, where it still is so. */
  #asBeforeThePicture(shotId: string): void {
    const written = this.writes.findLast(({ table, id }) => table === 'shot' && id === shotId)?.row;
    const shot = (written as Shot | undefined) ?? this.#now.shot[shotId];
    if (!shot) return;
    const [from, to] = this.#step.shot?.updated[shotId] ?? [];
    // An approval that left the status alone was of a shot approved before.
    const status = from?.status === to?.status && shot.status === 'pending' ? 'approved' : shot.status;
    this.writes.push(put('shot', { ...shot, status, pickId: this.#pickBefore(shot.pickId) }));
  }

  #pickBefore(pickId: string | null): string | null {
    const made = pickId && this.kept.find(({ resultTakeId }) => resultTakeId === pickId);
    const from = made && this.#now.take[made.fromTakeId];
    if (!made || !from) return pickId;
    // A first picture was made like one of another shot.
    return from.shotId === made.shotId ? this.#pickBefore(from.id) : null;
  }
}

/** A step moved onto the records as they are now. `rounds`: regenerations that a shot may have. */
export function stepBack(now: Records, whole: RecordsDiff, rounds: number): StepBack {
  const { step, spent } = withinRounds(now, whole, rounds);
  const mover = new Mover(now, step);
  mover.move();
  const { writes, kept, stopped, partly } = mover;
  return { diff: diffOfWrites(now, writes), kept, stopped, spent, partly };
}
