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
 */
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

/** Whether what a field would name is there. */
function reachable(now: Records, table: TableName, field: string, value: unknown): boolean {
  const needs: Partial<Record<string, string>> = TABLES[table].needs;
  const other = table === 'shot' && field === 'pickId' ? 'take' : needs[field];
  return (
    other === undefined || value === null || Object.hasOwn(rowsOf(now, other as TableName), String(value))
  );
}

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

  constructor(now: Records, step: RecordsDiff) {
    this.#now = now;
    this.#step = step;
    const going = Object.keys(step.request?.removed ?? {}).flatMap((id) => now.request[id] ?? []);
    this.kept = going.filter(({ state }) => state === 'done');
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
    return (left || settled) && reachable(this.#now, table, field, to[field]);
  }

  #takeOut(table: TableName, id: string): void {
    const row = rowsOf(this.#now, table)[id];
    if (!row) this.partly = true;
    if (!row || this.kept.some((request) => request === row)) return;
    if (table === 'request' && row.state === 'running') this.stopped.push(row as Request);
    this.writes.push(remove(table, id));
  }

  #putBack(table: TableName, row: Row): void {
    const needs = Object.keys(TABLES[table].needs);
    if (!needs.every((field) => reachable(this.#now, table, field, row[field]))) this.partly = true;
    else if (table !== 'request') this.writes.push(put(table, row as never));
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
    const next = { ...row, ...Object.fromEntries(going.map((field) => [field, to[field]])) } as Row;
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
    return made && Object.hasOwn(this.#now.take, made.fromTakeId)
      ? this.#pickBefore(made.fromTakeId)
      : pickId;
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
