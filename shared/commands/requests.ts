import { ContinuistError } from '../errors.js';
import { id, need, put } from '../records/index.js';
import { define } from './definition.js';

/** A request that has ended cannot be cancelled any more. */
export const cancelRequest = define(
  'cancel-request',
  { requestId: id },
  {
    apply: (records, { requestId }) => {
      const request = need(records, 'request', requestId);
      const { state } = request;
      if (state !== 'queued' && state !== 'running')
        throw new ContinuistError('CONFLICT', 'the regeneration has already ended', { requestId, state });
      return [put('request', { ...request, state: 'cancelled' })];
    },
    label: (_command, shots) => `Cancel regeneration of ${shots}`,
    shots: ({ requestId }, records) => {
      const request = records.request[requestId];
      return request ? [request.shotId] : [];
    },
  },
);
