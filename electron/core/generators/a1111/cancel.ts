/** Stops work of ours and of nobody else. The server knows one order only: to stop whatever is under way. */
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { Client } from './client.js';
import type { Work } from './handle.js';
import { standingOf } from './standing.js';
import type { UnderWay } from './work.js';

const SMALL = 64 * 1024;
const task = z.object({ active: z.boolean() });

/** `known`: what is known of it; undefined after a restart. Throws `Away` and `Strange`. */
export async function cancelWork(client: Client, { taskId }: Work, known?: UnderWay): Promise<void> {
  const { poll, stopping } = client.limits;
  // It is let go of, so that what it still makes reaches nobody. It may not have begun yet.
  for (const end = performance.now() + stopping; performance.now() < end; await pause(poll)) {
    const { isBusy, job } = await standingOf(client);
    const isNamed = isBusy ? await isOurs(client, taskId) : null;
    if (known && isBusy && isNamed === null) known.job ??= job;
    if (isNamed ?? (known && isBusy && known.job === job)) {
      await client.send('POST', '/sdapi/v1/interrupt', '{}', SMALL);
      return;
    }
    if (!known || known.job !== null) return;
  }
}

/** Null where the server does not tell: it does only while its window is there as well. */
async function isOurs(client: Client, taskId: string): Promise<boolean | null> {
  const asked = JSON.stringify({ id_task: taskId, live_preview: false });
  const { status, bytes } = await client.send('POST', '/internal/progress', asked, client.limits.json);
  return status === 200 ? client.read(bytes, task, '/internal/progress').active : null;
}
