import { ContinuistError } from '../errors.js';
import { id, isUnderWay, need, put, type Records } from '../records/index.js';
import { define } from './definition.js';
import { decide, roundAfter, setShot } from './on-shot.js';

const ofRequest = { requestId: id };

const shots = ({ requestId }: { requestId: string }, records: Records): string[] => {
  const request = records.request[requestId];
  return request ? [request.shotId] : [];
};

/** A request that has ended cannot be cancelled any more. */
export const cancelRequest = define('cancel-request', ofRequest, {
  apply: (records, { requestId }) => {
    const request = need(records, 'request', requestId);
    const { state } = request;
    if (!isUnderWay(request) && state !== 'elsewhere')
      throw new ContinuistError('CONFLICT', 'the regeneration has already ended', { requestId, state });
    return [put('request', { ...request, state: 'cancelled' })];
  },
  label: (_command, named) => `Cancel regeneration of ${named}`,
  shots,
});

/** Yes to what was approved elsewhere: it is ordered as it stands, and nothing that was made of it there is used. */
export const approveAgain = define('approve-again', ofRequest, {
  apply: (records, { requestId }, inputs) => {
    const request = need(records, 'request', requestId);
    const { state, shotId, fromTakeId: takeId, prompt, negativePrompt } = request;
    if (state !== 'elsewhere')
      throw new ContinuistError('CONFLICT', 'the regeneration does not wait for a yes', { requestId, state });
    const round = roundAfter(records, shotId, inputs);
    return [
      setShot(records, shotId, { status: 'approved' }),
      decide(records, inputs, 'approve', { shotId, takeId, prompt, negativePrompt }),
      put('request', {
        ...request,
        round,
        approvedBy: 'artist',
        state: 'queued',
        handle: null,
        error: null,
        createdAt: inputs.at,
      }),
    ];
  },
  label: (_command, named) => `Approve ${named} again`,
  shots,
});
