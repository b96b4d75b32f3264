import {
  type Records,
  type RecordsDiff,
  type Request,
  sameValue,
  type TableDiff,
  type TableName,
} from '@shared/records/index.js';

type Row = Readonly<Record<string, unknown>>;

/** The fields that lead from `from` to `to`, set on the row as it is now; as it was when one of them moved on. */
function updateOf(now: Row, from: Row, to: Row): [Row, Row] {
  const fields = Object.keys({ ...from, ...to }).filter((field) => !sameValue(from[field], to[field]));
  if (fields.some((field) => !sameValue(now[field], from[field]))) return [from, to];
  return [now, { ...now, ...Object.fromEntries(fields.map((field) => [field, to[field]])) }];
}

/** Nothing came of it, so taking it back takes nothing else away. */
const cameToNothing = (request: Request): boolean =>
  request.state === 'queued' || request.state === 'failed' || request.state === 'cancelled';

/**
 * `diff` moved onto `records` as they are now, so that a step can be undone although the program has since changed
 * *other* fields of the same records (a new pick, a failed request). Where the same field was changed, that part
 * stays as it was and is a conflict.
 */
export function rebase(records: Records, diff: RecordsDiff): RecordsDiff {
  const rebased: Record<string, TableDiff<unknown>> = {};
  for (const table of Object.keys(diff) as TableName[]) {
    const change: TableDiff<Row> | undefined = diff[table];
    if (!change) continue;
    const rows: Readonly<Record<string, Row>> = records[table];
    const updated: Record<string, [Row, Row]> = {};
    for (const [id, [from, to]] of Object.entries(change.updated)) {
      const now = rows[id];
      updated[id] = now ? updateOf(now, from, to) : [from, to];
    }
    const removed: Record<string, Row> = { ...change.removed };
    if (table === 'request')
      for (const id of Object.keys(removed)) {
        const now = records.request[id];
        if (now && cameToNothing(now)) removed[id] = now;
      }
    rebased[table] = { added: change.added, updated, removed };
  }
  return rebased as RecordsDiff;
}
