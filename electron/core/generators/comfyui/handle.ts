/** What a request's work is called on the server, kept with the request before anything is sent. */
import { randomUUID } from 'node:crypto';
import type { Handle } from '@shared/records/index.js';
import { z } from 'zod';

const uuid = z.string().regex(/^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/);
const work = z.object({ server: z.string(), promptId: uuid, clientId: uuid });

export type Work = z.infer<typeof work>;

export const newWork = (server: string): Work => ({ server, promptId: randomUUID(), clientId: randomUUID() });

/** Null for what no version of ours wrote, and for work on another server. */
export function workIn(handle: Handle, server: string): Work | null {
  const { data } = work.safeParse(handle);
  return data?.server === server ? data : null;
}

export const FOLDER = 'continuist';

/** What its pictures are called there: found again also when the server has forgotten all else. */
export const prefixOf = ({ promptId }: Work): string => `${FOLDER}/${promptId}`;
