import type { DecisionKind, Records, ShotStatus } from '@shared/records/index.js';
import { type Apply, type CommandContext, decide, setShot } from './context.js';

const deciding =
  (status: ShotStatus, kind: DecisionKind) =>
  (records: Records, { shotId, reason }: { shotId: string; reason: string }, context: CommandContext) =>
    decide(setShot(records, shotId, { status }), context, kind, { shotId, reason });

export const reject: Apply<'reject'> = deciding('rejected', 'reject');
export const hold: Apply<'hold'> = deciding('on-hold', 'hold');
export const needsChanges: Apply<'needs-changes'> = deciding('needs-changes', 'needs-changes');

export const resetStatus: Apply<'reset-status'> = (records, { shotId }, context) =>
  decide(setShot(records, shotId, { status: 'pending' }), context, 'reset', { shotId });
