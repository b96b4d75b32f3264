/** What the artist does to orders, each as one step of undo. */
import type { Request } from '@shared/records/index.js';
import { asOne } from '../board/index.js';
import { send } from '../link/index.js';

async function forEach(
  type: 'cancel-request' | 'retry-request',
  requests: readonly Request[],
): Promise<void> {
  const command = asOne(requests.map(({ id }) => ({ type, requestId: id })));
  if (command) await send(command);
}

export const cancelRequests = (requests: readonly Request[]): Promise<void> =>
  forEach('cancel-request', requests);

export const retryRequests = (requests: readonly Request[]): Promise<void> =>
  forEach('retry-request', requests);

export const moveRequest = (requestId: string, beforeId: string | null): void =>
  void send({ type: 'move-request', requestId, beforeId });

export const pauseQueue = (paused: boolean): void => void send({ type: 'pause-queue', paused });
