import { z } from 'zod';
import { isOfferKey } from '../canon-offer.js';
import { ContinuistError } from '../errors.js';
import { isHintKey } from '../hint.js';
import { need, type Records, remove, type Write } from '../records/index.js';
import { define } from './definition.js';
import { decide, onShot, reason } from './on-shot.js';

const restored = (records: Records, shotId: string, key: string): Write[] =>
  Object.values(records.decision)
    .filter((one) => one.kind === 'dismiss' && one.shotId === shotId && one.findingKey === key)
    .map(({ id }) => remove('decision', id));

/** A finding has at most one dismissal: a second one replaces the reason. */
export const dismissFinding = define(
  'dismiss-finding',
  { ...onShot, key: z.string(), reason },
  {
    apply: (records, { shotId, key, reason }, inputs) => [
      ...restored(records, shotId, key),
      decide(records, inputs, 'dismiss', { shotId, reason, findingKey: key }),
    ],
    label: ({ key }, shots) =>
      isOfferKey(key)
        ? 'Keep no fact of what the frames show'
        : `Dismiss ${isHintKey(key) ? 'hint' : 'finding'} on ${shots}`,
  },
);

export const restoreFinding = define(
  'restore-finding',
  { ...onShot, key: z.string() },
  {
    apply: (records, { shotId, key }) => {
      need(records, 'shot', shotId);
      const writes = restored(records, shotId, key);
      if (writes.length === 0) throw new ContinuistError('NOT_FOUND', 'dismissed finding', { shotId, key });
      return writes;
    },
    label: (_command, shots) => `Restore finding on ${shots}`,
  },
);
