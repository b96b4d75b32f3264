/** How a job stands on the server. Asking is the truth of it: the socket may be silent, and says more than has happened. */
import { posix } from 'node:path';
import { Strange } from '../server-client.js';
import type { Client } from './client.js';
import { FOLDER, prefixOf, type Work } from './handle.js';
import { history, type Past, queue, type SavedImage } from './replies.js';

export type Standing =
  | { readonly is: 'waiting'; readonly before: number }
  | { readonly is: 'running' }
  | { readonly is: 'done'; readonly image: SavedImage | null }
  | { readonly is: 'failed'; readonly said: unknown }
  /** Somebody stopped it there. */
  | { readonly is: 'stopped' }
  /** Neither queue nor history has it: it never came, was taken out, or was forgotten. */
  | { readonly is: 'unknown' };

/** Throws `Away` and `Strange`. */
export async function standingOf(client: Client, work: Work, signal?: AbortSignal): Promise<Standing> {
  const before = await pastOf(client, work, signal);
  if (before) return before;
  const { queue_running: running, queue_pending: pending } = await client.get('/queue', queue, signal);
  if (running.some(({ id }) => id === work.promptId)) return { is: 'running' };
  const own = pending.find(({ id }) => id === work.promptId);
  if (own) {
    const earlier = pending.filter(({ number }) => number < own.number).length;
    return { is: 'waiting', before: running.length + earlier };
  }
  // It may have ended between the two.
  return (await pastOf(client, work, signal)) ?? { is: 'unknown' };
}

async function pastOf(client: Client, work: Work, signal?: AbortSignal): Promise<Standing | null> {
  // Some that stand between, and servers that speak like it, have no page for what is not there yet.
  const all = await client.find(`/history/${work.promptId}`, history, signal);
  const past = all?.[work.promptId];
  if (!past?.status) return null;
  const { status_str: status, completed, messages } = past.status;
  if (completed || status === 'success') return { is: 'done', image: imageOf(past, work) };
  const said = (type: string): unknown => messages.find(([one]) => one === type)?.[1];
  if (said('execution_interrupted') !== undefined) return { is: 'stopped' };
  // A failed job may have made its picture all the same.
  const image = imageOf(past, work);
  return image ? { is: 'done', image } : { is: 'failed', said: said('execution_error') };
}

/** The first that bears our name. */
function imageOf({ outputs }: Past, work: Work): SavedImage | null {
  const all = Object.values(outputs).flatMap(({ images }) => images ?? []);
  const name = posix.basename(prefixOf(work));
  return all.find(({ filename, type }) => type === 'output' && filename.startsWith(`${name}_`)) ?? null;
}

/**
 * The bytes of a saved picture; null where the file is gone. What the server calls it is only ever sent back to it.
 * Throws `Strange` for a name that is a path.
 */
export async function pictureOf(
  client: Client,
  { filename, subfolder }: SavedImage,
  signal?: AbortSignal,
): Promise<Buffer | null> {
  if (/[\\/]|\.\./.test(filename) || subfolder !== FOLDER)
    throw new Strange('it names a picture outside of the folder that it was given');
  const query = new URLSearchParams({ filename, subfolder, type: 'output' });
  const { status, bytes } = await client.send('GET', `/view?${query}`, null, client.limits.picture, signal);
  if (status === 404) return null;
  if (status !== 200) throw new Strange(`it does not hand out its picture (status ${status})`);
  return bytes;
}

/** Of work that the server has forgotten: the file is where it was to be, or it is not. */
export const leftPicture = (client: Client, work: Work, signal?: AbortSignal): Promise<Buffer | null> =>
  pictureOf(
    client,
    { filename: `${posix.basename(prefixOf(work))}_00001_.png`, subfolder: FOLDER, type: 'output' },
    signal,
  );
