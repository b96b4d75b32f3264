import { ContinuistError } from '@shared/errors.js';
import type { Decision, Records } from '@shared/records/index.js';
import { type Apply, decide, need, without } from './context.js';

const dismissals = (records: Records, shotId: string, key: string): Decision[] =>
  Object.values(records.decision).filter(
    (d) => d.kind === 'dismiss' && d.shotId === shotId && d.findingKey === key,
  );

const restored = (records: Records, shotId: string, key: string): Records =>
  dismissals(records, shotId, key).reduce((rest, { id }) => without(rest, 'decision', id), records);

/** A finding has at most one dismissal: a second one replaces the reason. */
export const dismissFinding: Apply<'dismiss-finding'> = (records, { shotId, key, reason }, context) =>
  decide(restored(records, shotId, key), context, 'dismiss', { shotId, reason, findingKey: key });

export const restoreFinding: Apply<'restore-finding'> = (records, { shotId, key }) => {
  need(records, 'shot', shotId);
  if (dismissals(records, shotId, key).length === 0)
    throw new ContinuistError('NOT_FOUND', 'dismissed finding', { shotId, key });
  return restored(records, shotId, key);
};
