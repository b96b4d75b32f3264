import type { Request } from '../records/index.js';
import { type Cause, orderCause, outdatedOrders, standingCause } from './causes.js';
import type { ShotParts } from './shot-parts.js';

function changed(cause: Cause): string {
  switch (cause.kind) {
    case 'description':
      return 'The description changed';
    case 'canon':
      return cause.name === '' ? 'The style in the canon changed' : `The canon of ${cause.name} changed`;
    case 'prompt':
      return 'The prompt changed';
    case 'picture':
      return 'The picture was replaced';
    case 'reference':
      return `The reference picture of ${cause.name} changed`;
    case 'dismissed':
      return 'You dismissed what this was to mend';
  }
}

/** Why an order needs another look, for the artist; null where it needs none. */
export function orderOutOfDate(parts: ShotParts, request: Request): string | null {
  const cause = orderCause(parts, request);
  const after = request.approvedBy === 'artist' ? 'you approved this' : 'this was ordered';
  return cause && `${changed(cause)} after ${after}. Look again.`;
}

/** The one mark of a shot: why something that hangs on it is out of date, for the artist; null where nothing is. */
export function shotOutOfDate(parts: ShotParts): string | null {
  const [order] = outdatedOrders(parts);
  if (order) return orderOutOfDate(parts, order);
  const cause = standingCause(parts);
  const after = parts.shot.status === 'approved' ? 'you approved this' : 'this picture was ordered';
  return cause && `${changed(cause)} after ${after}. Look again.`;
}
