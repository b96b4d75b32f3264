/**
 * How records of earlier versions of the file become records of this one. A new form of a record is one entry at the
 * end; entries are never changed once released.
 */
import { NO_PARTS } from './no-parts.js';
import type { Row, Rows, TableName } from './tables.js';

/** A record in its next form. `then` are all records as they stood when it was written, in the form before. Pure. */
export type Migration = (row: Row, then: Readonly<Partial<Record<TableName, Rows>>>) => Row;

/** What one version changes, by table. */
export type RowMigrations = Readonly<Partial<Record<TableName, Migration>>>;

/** Facts named positions; now they name the shots that stood there at the time. Throws where there was none. */
const boundsAreShots: Migration = ({ from, to, ...fact }, then) => {
  const idAt = (position: unknown): unknown => {
    if (position === null) return null;
    const shot = Object.values(then.shot ?? {}).find((row) => row.position === position);
    if (!shot) throw new Error(`No shot stood at position ${position}.`);
    return shot.id;
  };
  return { ...fact, firstShotId: idAt(from), lastShotId: idAt(to) };
};

/** Claims were words alone. */
const claimsHaveParts: Migration = (claim) => ({ ...claim, ...NO_PARTS });

/** Requests did not say how their work is called at the generator. */
const requestsHaveHandles: Migration = (request) => ({ ...request, handle: null });

/** Entry n leads from version n + 1 of the file to version n + 2: version 1 was the first. */
export const ROW_MIGRATIONS: readonly RowMigrations[] = [
  { fact: boundsAreShots },
  { claim: claimsHaveParts },
  { request: requestsHaveHandles },
];

/** Requests came one by one and were made as they came. */
export const REQUESTS_ARE_QUEUED: RowMigrations = {
  request: (request) => ({ ...request, setId: null, declined: false, position: request.createdAt }),
};

/** Takes did not say what their pictures' files say of how they were made. */
export const TAKES_ARE_MADE: RowMigrations = { take: (take) => ({ ...take, made: null }) };

/** Requests were for whole pictures only. */
export const REQUESTS_HAVE_MASKS: RowMigrations = { request: (request) => ({ ...request, mask: null }) };

/** Comments were about a whole picture. */
export const COMMENTS_HAVE_PLACES: RowMigrations = { comment: (comment) => ({ ...comment, place: null }) };
