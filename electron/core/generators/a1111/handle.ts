/** What a request's work is called, kept with the request before anything is sent. */
import { randomUUID } from 'node:crypto';
import type { Handle } from '@shared/records/index.js';
import { z } from 'zod';

/** The server takes the name as its task's (`force_task_id`) and tells it only while its own window is there as well. */
const work = z.object({
  server: z.string(),
  taskId: z.string().regex(/^continuist-[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/),
});

export type Work = z.infer<typeof work>;

export const newWork = (server: string): Work => ({ server, taskId: `continuist-${randomUUID()}` });

/** Null for what no version of ours wrote, and for work on a server that is not the artist's any more. */
export function workIn(handle: Handle, server: string): Work | null {
  const { data } = work.safeParse(handle);
  return data?.server === server ? data : null;
}
