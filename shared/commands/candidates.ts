import { byShot, need, openSet, put, type Records, type Write } from '../records/index.js';
import { define } from './definition.js';
import { onShot } from './on-shot.js';

/** The artist wants none of the candidates that wait for a choice: they stay as takes. Throws NOT_FOUND. */
export const declined = (records: Records, shotId: string): Write[] =>
  openSet(need(records, 'shot', shotId), byShot(records.request).get(shotId) ?? []).map((request) =>
    put('request', { ...request, declined: true }),
  );

/** None of them: the take that they start from stays the pick. Changes nothing where none wait. */
export const declineCandidates = define('decline-candidates', onShot, {
  apply: (records, { shotId }) => declined(records, shotId),
  label: (_command, shots) => `Keep the take of ${shots}`,
});
