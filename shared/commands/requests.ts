import { z } from 'zod';
import { ContinuistError } from '../errors.js';
import { asItIsNow, basisOf, givenReferences, outdatedOrders, stillAnswered } from '../out-of-date/index.js';
import {
  id,
  isUnderWay,
  madeNothing,
  movedInQueue,
  need,
  put,
  queued,
  type Records,
  roundOf,
} from '../records/index.js';
import { define } from './definition.js';
import { decide, partsOf, roundFor, setShot } from './on-shot.js';

const ofRequest = { requestId: id };

const shots = ({ requestId }: { requestId: string }, records: Records): string[] => {
  const request = records.request[requestId];
  return request ? [request.shotId] : [];
};

/** One that has ended cannot be cancelled any more; nothing is known of the end of one that is `unknown`. */
export const cancelRequest = define('cancel-request', ofRequest, {
  apply: (records, { requestId }) => {
    const request = need(records, 'request', requestId);
    const { state } = request;
    if (!isUnderWay(request) && state !== 'elsewhere' && state !== 'unknown')
      throw new ContinuistError('CONFLICT', 'the regeneration has already ended', { requestId, state });
    return [put('request', { ...request, state: 'cancelled' })];
  },
  label: (_command, named) => `Cancel regeneration of ${named}`,
  shots,
});

/**
 * Yes to what was approved elsewhere, or for something that changed since: it is ordered as it is now, with the words of
 * the shot where those changed, and starts from the picture that lies in the place of its own. Candidates that were
 * ordered together are one yes. Nothing that was made of it elsewhere is used.
 */
export const approveAgain = define('approve-again', ofRequest, {
  apply: (records, { requestId }, inputs) => {
    const request = need(records, 'request', requestId);
    const { state, shotId } = request;
    const parts = partsOf(records, shotId);
    const outdated = outdatedOrders(parts);
    if (state !== 'elsewhere' && !outdated.some(({ id }) => id === requestId))
      throw new ContinuistError('CONFLICT', 'the regeneration does not wait for a yes', { requestId, state });
    const round = roundFor(records, request, inputs);
    const now = asItIsNow(parts, request);
    const { prompt, negativePrompt, fromTakeId: takeId, references } = now;
    const words = { ...parts, shot: { ...parts.shot, prompt, negativePrompt } };
    const given = givenReferences(records, references ?? []);
    const basis = basisOf(words, takeId, stillAnswered(parts, request), given);
    const together = outdated.filter(
      (one) => one.id !== requestId && roundOf(one) === roundOf(request) && one.state === state,
    );
    return [
      setShot(records, shotId, { status: 'approved', prompt, negativePrompt }),
      decide(records, inputs, 'approve', { shotId, takeId, prompt, negativePrompt, basis }),
      ...[request, ...together].map(({ references: _, ...one }) =>
        put('request', {
          ...one,
          ...(references && { references }),
          prompt,
          negativePrompt,
          fromTakeId: takeId,
          basis,
          round,
          approvedBy: 'artist',
          state: 'queued',
          handle: now === request && state !== 'elsewhere' ? one.handle : null,
          error: null,
          position: inputs.at,
          createdAt: inputs.at,
        }),
      ),
    ];
  },
  label: (_command, named) => `Approve ${named} again`,
  shots,
});

/**
 * What failed waits once more, at the end of the queue, and its generator is asked first for what it has of it. What is
 * `unknown` is sent again from the start: its generator cannot say what became of it.
 */
export const retryRequest = define('retry-request', ofRequest, {
  apply: (records, { requestId }, inputs) => {
    const request = need(records, 'request', requestId);
    const { state, handle } = request;
    if (!madeNothing(request))
      throw new ContinuistError('CONFLICT', 'the regeneration did not fail', { requestId, state });
    return [
      put('request', {
        ...request,
        round: roundFor(records, request, inputs),
        state: 'queued',
        handle: state === 'failed' ? handle : null,
        error: null,
        position: inputs.at,
      }),
    ];
  },
  label: (_command, named) => `Regenerate ${named} once more`,
  shots,
});

/** Before another request that waits; to the end of the queue where that is null, or waits no longer. */
export const moveRequest = define(
  'move-request',
  { ...ofRequest, beforeId: id.nullable() },
  {
    apply: (records, { requestId, beforeId }) => {
      const { state } = need(records, 'request', requestId);
      if (state !== 'queued')
        throw new ContinuistError('CONFLICT', 'it does not wait in the queue', { requestId, state });
      return movedInQueue(queued(records), requestId, beforeId).map((request) => put('request', request));
    },
    label: (_command, named) => `Move ${named} in the queue`,
    shots,
  },
);

/** While it is paused nothing more is begun; what is being made is finished. */
export const pauseQueue = define(
  'pause-queue',
  { paused: z.boolean() },
  {
    apply: (_records, { paused }) => [put('queue', { id: 'queue', paused })],
    label: ({ paused }) => (paused ? 'Pause the queue' : 'Let the queue go on'),
    shots: () => [],
  },
);
