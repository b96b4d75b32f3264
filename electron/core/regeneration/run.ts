/** Works off approved requests one by one. */
import type { Board } from '@core/board/index.js';
import type { JobControl } from '@core/jobs/index.js';
import { type RegenerationParts, regenerate } from './regenerate.js';
import { queuedRequests } from './requests.js';

/** Everything that is queued, also what is queued meanwhile. Resolves with the summary for the artist. */
export async function runQueue(board: Board, parts: RegenerationParts, control: JobControl): Promise<string> {
  const count = { better: 0, worse: 0, failed: 0, cancelled: 0, elsewhere: 0, waits: 0 };
  for (;;) {
    control.checkpoint();
    const queue = queuedRequests(board.review.records, (request) => parts.generators.takes(request));
    const [request] = queue;
    if (!request) break;
    const done = Object.values(count).reduce((sum, one) => sum + one, 0);
    const what = `Shot ${board.shot(request.shotId).number}, round ${request.round}`;
    const onProgress = (fraction: number, doing = '') =>
      control.progress(done + fraction, done + queue.length, doing ? `${what}: ${doing}` : what);
    onProgress(0);
    count[await regenerate(board, request, parts, { signal: control.signal, onProgress })]++;
  }
  const said = [`${count.better + count.worse} regenerated`, `${count.better} better than before`];
  if (count.failed > 0) said.push(`${count.failed} failed`);
  if (count.cancelled > 0) said.push(`${count.cancelled} cancelled`);
  if (count.elsewhere > 0) said.push(`${count.elsewhere} not approved on this machine`);
  if (count.waits > 0) said.push(`${count.waits} waiting for your yes`);
  return said.join(', ');
}
