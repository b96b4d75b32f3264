import { ContinuistError } from '@shared/errors.js';
import { type Apply, need, put } from './context.js';

/** A request that has ended cannot be cancelled any more. */
export const cancelRequest: Apply<'cancel-request'> = (records, { requestId }) => {
  const request = need(records, 'request', requestId);
  if (request.state !== 'queued' && request.state !== 'running')
    throw new ContinuistError('CONFLICT', 'the regeneration has already ended', {
      requestId,
      state: request.state,
    });
  return put(records, 'request', { ...request, state: 'cancelled' });
};
