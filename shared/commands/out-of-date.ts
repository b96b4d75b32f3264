import { basisOf, outdatedOrders, standingCause } from '../out-of-date/index.js';
import { put } from '../records/index.js';
import { define } from './definition.js';
import { decide, onShot, partsOf, setShot } from './on-shot.js';

/**
 * The artist has looked at what changed: orders that were approved for something else are taken back, an approval that
 * counts no more is open again, and a picture that was made for something else is as good as any. Makes no picture.
 */
export const bringUpToDate = define('bring-up-to-date', onShot, {
  apply: (records, { shotId }, inputs) => {
    const parts = partsOf(records, shotId);
    const { status, pickId } = parts.shot;
    const orders = outdatedOrders(parts);
    const isOpen = status === 'approved' || status === 'pending';
    if (orders.length === 0 && standingCause(parts) === null) return [];
    return [
      ...orders.map((request) => put('request', { ...request, state: 'cancelled' })),
      ...(isOpen
        ? [
            setShot(records, shotId, { status: 'pending' }),
            decide(records, inputs, 'reset', { shotId, basis: basisOf(parts, pickId) }),
          ]
        : []),
    ];
  },
  label: (_command, shots) => `Bring ${shots} up to date`,
});
