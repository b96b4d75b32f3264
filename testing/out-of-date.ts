/** For tests of approvals that no longer count. */
import { shotOutOfDate, shotParts } from '@shared/out-of-date/index.js';
import type { Records, Request } from '@shared/records/index.js';

/** The first that was ordered. */
export const orderIn = (records: Records): Request => Object.values(records.request)[0] as Request;

/** What the artist is told of the shot; null where it counts. */
export const markOf = (records: Records, shotId = 'shot-0') => {
  const parts = shotParts(records, shotId);
  return parts && shotOutOfDate(parts);
};

/** Records in which one row is other than it was. */
export const set = <T extends keyof Records>(
  records: Records,
  table: T,
  id: string,
  row: object,
): Records => ({
  ...records,
  [table]: { ...records[table], [id]: { ...records[table][id], ...row } },
});
