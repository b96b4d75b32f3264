/** What was approved, made without asking any more. */
import type { Board } from '@core/board/index.js';
import type { Came, JobControl } from '@core/jobs/index.js';
import { isPaused, type Request } from '@shared/records/index.js';
import { FailedOrders } from './failed-orders.js';
import type { RegenerationOutcome, RegenerationParts } from './regenerate.js';
import { workOff } from './work-off.js';

/** Everything that is queued, also what is queued meanwhile. Resolves with what came of it, for the artist. */
export async function runQueue(board: Board, parts: RegenerationParts, control: JobControl): Promise<Came> {
  const count = { better: 0, worse: 0, failed: 0, cancelled: 0, elsewhere: 0, waits: 0, unknown: 0 };
  const failed = new FailedOrders(board);
  const ended = (request: Request, outcome: RegenerationOutcome): void => {
    count[outcome]++;
    failed.note(request, outcome);
  };
  await workOff(board, parts, control, { ended });
  const said = [`${count.better + count.worse} regenerated`, `${count.better} better than before`];
  if (count.failed > 0) said.push(`${count.failed} failed`);
  if (count.unknown > 0) said.push(`${count.unknown} of unknown outcome`);
  if (count.cancelled > 0) said.push(`${count.cancelled} cancelled`);
  if (count.elsewhere > 0) said.push(`${count.elsewhere} not approved on this machine`);
  if (count.waits > 0) said.push(`${count.waits} waiting for your yes`);
  if (isPaused(board.review.records)) said.push('paused');
  return { summary: said.join(', '), warning: failed.warning };
}
