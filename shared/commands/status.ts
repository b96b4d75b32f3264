import type { DecisionKind, ShotStatus } from '../records/index.js';
import { define } from './definition.js';
import { decide, onShot, reason, setShot } from './on-shot.js';

const deciding = <const T extends string>(type: T, status: ShotStatus, kind: DecisionKind, verb: string) =>
  define(
    type,
    { ...onShot, reason },
    {
      apply: (records, { shotId, reason }, inputs) => [
        setShot(records, shotId, { status }),
        decide(records, inputs, kind, { shotId, reason }),
      ],
      label: (_command, shots) => `${verb} ${shots}`,
    },
  );

export const reject = deciding('reject', 'rejected', 'reject', 'Reject');
export const hold = deciding('hold', 'on-hold', 'hold', 'Hold');
export const needsChanges = deciding('needs-changes', 'needs-changes', 'needs-changes', 'Ask for changes to');

/** Back to pending. */
export const resetStatus = define('reset-status', onShot, {
  apply: (records, { shotId }, inputs) => [
    setShot(records, shotId, { status: 'pending' }),
    decide(records, inputs, 'reset', { shotId }),
  ],
  label: (_command, shots) => `Reset status of ${shots}`,
});
