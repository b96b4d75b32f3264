import { z } from 'zod';
import { ContinuistError } from '../errors.js';
import {
  add,
  fact,
  id,
  need,
  put,
  type Records,
  remove,
  shotsInOrder,
  type Write,
} from '../records/index.js';
import { define } from './definition.js';

/** What can be asked of a picture, in words. */
const statement = z.string().trim().min(1).max(300);

/** Throws NOT_FOUND for an end that is not on the board, CONFLICT where it would end before it begins. */
function checkStretch(records: Records, first: string | null, last: string | null): void {
  const [from, to] = [first, last].map((shotId) => shotId && need(records, 'shot', shotId).position);
  if (typeof from === 'number' && typeof to === 'number' && to < from)
    throw new ContinuistError('CONFLICT', 'a fact ends at the shot where it begins, or after it');
}

export const putFact = define(
  'put-fact',
  { fact },
  {
    apply: (records, { fact }) => {
      checkStretch(records, fact.firstShotId, fact.lastShotId);
      return [put('fact', fact)];
    },
    label: ({ fact }, _shots, records) =>
      `${Object.hasOwn(records.fact, fact.id) ? 'Edit' : 'Add'} canon: ${fact.name || 'style'}`,
  },
);

/**
 * "From shot 12 on: a girl in a blue coat." The fact ends with the shot before, and the new one goes on to where it
 * would have ended; null = nothing holds any more. What would have held for no shot goes.
 */
export const changeFact = define(
  'change-fact',
  { factId: id, shotId: id, statement: statement.nullable() },
  {
    apply: (records, { factId, shotId, statement }, inputs) => {
      const old = need(records, 'fact', factId);
      const order = shotsInOrder(records);
      const at = order.findIndex((shot) => shot.id === need(records, 'shot', shotId).id);
      const indexOf = (end: string | null, none: number) =>
        end === null ? none : order.findIndex((shot) => shot.id === end);
      const from = indexOf(old.firstShotId, 0);
      if (from < 0 || at < from || at > indexOf(old.lastShotId, order.length))
        throw new ContinuistError('CONFLICT', 'it does not hold for that shot', { factId, shotId });
      const writes: Write[] = [
        at === from ? remove('fact', factId) : put('fact', { ...old, lastShotId: order[at - 1]?.id ?? null }),
      ];
      if (statement === null) return writes;
      const firstShotId = at === from ? old.firstShotId : shotId;
      const next = { ...old, statement, firstShotId, origin: 'artist' as const };
      return at === from
        ? [put('fact', next)]
        : [...writes, add(records, 'fact', { ...next, id: inputs.id })];
    },
    label: ({ factId, statement }, shots, records) =>
      `${statement === null ? 'End' : 'Change'} canon from ${shots} on: ${records.fact[factId]?.name || 'style'}`,
  },
);

export const removeFact = define(
  'remove-fact',
  { factId: id },
  {
    apply: (records, { factId }) => {
      need(records, 'fact', factId);
      return [remove('fact', factId)];
    },
    label: ({ factId }, _shots, records) => `Remove canon: ${records.fact[factId]?.name || 'style'}`,
  },
);
