import type { DecisionKind, ShotStatus } from '../records/index.js';
import { define } from './definition.js';
import { byScore, decide, onShot, reason, setShot } from './on-shot.js';

const deciding = <const T extends string>(type: T, status: ShotStatus, kind: DecisionKind, verb: string) =>
  define(
    type,
    { ...onShot, reason, byScore },
    {
      apply: (records, { type: _type, ...of }, inputs) => [
        setShot(records, of.shotId, { status }),
        decide(records, inputs, kind, of),
      ],
      label: (_command, shots) => `${verb} ${shots}`,
    },
  );

export const reject = deciding('reject', 'rejected', 'reject', 'Reject');
export const hold = deciding('hold', 'on-hold', 'hold', 'Hold');
export const needsChanges = deciding('needs-changes', 'needs-changes', 'needs-changes', 'Ask for changes to');

/** Back to pending. */
export const resetStatus = define(
  'reset-status',
  { ...onShot, byScore },
  {
    apply: (records, { type: _type, ...of }, inputs) => [
      setShot(records, of.shotId, { status: 'pending' }),
      decide(records, inputs, 'reset', of),
    ],
    label: (_command, shots) => `Reset status of ${shots}`,
  },
);
