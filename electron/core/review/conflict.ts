import { ContinuistError } from '@shared/errors.js';
import type { Records, RecordsDiff, TableName } from '@shared/records/index.js';

/** Why a step cannot be taken back or done again, in the artist's words. */
export function conflictError(
  records: Records,
  diff: RecordsDiff,
  conflict: { table: TableName; id: string },
): ContinuistError {
  for (const { id, shotId } of Object.values(diff.request?.removed ?? {})) {
    const request = records.request[id];
    if (request?.state !== 'running' && request?.state !== 'done') continue;
    const number = records.shot[shotId]?.number ?? '';
    const detail =
      request.state === 'done'
        ? `the regeneration of shot ${number} already ran; to roll it back, pick the earlier take`
        : `the regeneration of shot ${number} is already running; when it is done, pick the earlier take`;
    return new ContinuistError('CONFLICT', detail, { requestId: id, shotId, state: request.state });
  }
  return new ContinuistError('CONFLICT', '', { ...conflict });
}
