/** Stops one job and no other. */
import type { Client } from './client.js';
import type { Work } from './handle.js';
import { standingOf } from './job.js';
import { cancelled } from './replies.js';

/** It may begin while it is taken out of the queue. */
const TRIES = 3;
const SMALL = 64 * 1024;

/** Throws `Away` and `Strange`. */
export async function cancelWork(client: Client, work: Work): Promise<void> {
  const { promptId } = work;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const { is } = await standingOf(client, work);
    if (is === 'waiting') await client.send('POST', '/queue', JSON.stringify({ delete: [promptId] }), SMALL);
    else if (is === 'running') {
      if (await isCancelledAsJob(client, promptId)) return;
      // Only while ours runs, and with its id: without one it stops whoever's is running.
      await client.send('POST', '/interrupt', JSON.stringify({ prompt_id: promptId }), SMALL);
      return;
    } else return;
  }
}

/** Newer servers stop a job by its name alone. */
async function isCancelledAsJob(client: Client, promptId: string): Promise<boolean> {
  const { status, bytes } = await client.send('POST', `/api/jobs/${promptId}/cancel`, '{}', SMALL);
  return status === 200 && client.read(bytes, cancelled, '/api/jobs').cancelled;
}
