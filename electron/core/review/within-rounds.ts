/** The limit of rounds, for orders that are given again: it may have been reached since, or lowered. */
import { groupBy } from '@shared/group-by.js';
import {
  byShot,
  perTable,
  type Records,
  type RecordsDiff,
  type Request,
  type Row,
  roundOf,
  type TableDiff,
  type TableName,
  takesRound,
} from '@shared/records/index.js';

export interface WithinRounds {
  /** The step without the shots of which it orders more than their rounds allow; other orders are of the next round. */
  readonly step: RecordsDiff;
  /** Ids of those shots. */
  readonly spent: readonly string[];
}

/** `rounds`: regenerations that a shot may have. */
export function withinRounds(now: Records, step: RecordsDiff, rounds: number): WithinRounds {
  if (!step.request) return { step, spent: [] };
  const added = { ...step.request.added };
  const waitsAgain = ({ id, state }: Request) =>
    !takesRound(now.request[id]?.state ?? 'done') && takesRound(state);
  const again = Object.values(step.request.updated).flatMap(([, to]) => (waitsAgain(to) ? [to] : []));
  // The requests of a shot that comes back are no new ones.
  const given = Object.values(added).filter(({ shotId }) => !Object.hasOwn(step.shot?.added ?? {}, shotId));
  const spent = new Set<string>();
  for (const [shotId, orders] of groupBy([...given, ...again], (order) => order.shotId)) {
    const counted = new Map(
      (byShot(now.request).get(shotId) ?? [])
        .filter(({ state }) => takesRound(state))
        .map((request) => [roundOf(request), request.round]),
    );
    const used = counted.size;
    // Candidates that were ordered together are one round, also with those of them that count already.
    for (const order of orders)
      if (!counted.has(roundOf(order))) counted.set(roundOf(order), counted.size + 1);
    if (counted.size > Math.max(used, rounds)) spent.add(shotId);
    for (const order of orders)
      if (Object.hasOwn(added, order.id))
        added[order.id] = { ...order, round: counted.get(roundOf(order)) ?? order.round };
  }
  const next = { ...step, request: { ...step.request, added } };
  return { step: spent.size > 0 ? without(next, spent) : next, spent: [...spent] };
}

/** What a change does to other shots, and to what belongs to none. */
function without(diff: RecordsDiff, shots: ReadonlySet<string>): RecordsDiff {
  const isOther = (table: TableName, id: string, row: Row) =>
    !shots.has(table === 'shot' ? id : String(row.shotId));
  return perTable((table) => {
    const { added, updated, removed }: TableDiff<Row> = diff[table] ?? NOTHING;
    return {
      added: only(added, (id, row) => isOther(table, id, row)),
      updated: only(updated, (id, [, to]) => isOther(table, id, to)),
      removed: only(removed, (id, row) => isOther(table, id, row)),
    };
  }) as RecordsDiff;
}

const only = <T>(rows: Readonly<Record<string, T>>, stays: (id: string, row: T) => boolean) =>
  Object.fromEntries(Object.entries(rows).filter(([id, row]) => stays(id, row)));

const NOTHING: TableDiff<Row> = { added: {}, updated: {}, removed: {} };
