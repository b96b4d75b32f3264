/** Enters the web host as its page does, from a process that is no browser. */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { welcome } from '@shared/web-session.js';
import WebSocket from 'ws';

export interface Entered {
  readonly socket: WebSocket;
  readonly pictureKey: string;
  /** The key of this tab, by which it can enter again. */
  readonly tab: string;
}

/** `address`: with an invitation, or with the key of a tab that was let in. Rejects when it is not let in. */
export async function enter(
  address: string,
  tab: string = randomBytes(32).toString('hex'),
): Promise<Entered> {
  const { host, origin, hash } = new URL(address);
  const socket = new WebSocket(`ws://${host}/ws`, { headers: { origin } });
  await once(socket, 'open');
  socket.send(JSON.stringify({ tab, invitation: hash.slice(1) || null }));
  const answer = await Promise.race([
    once(socket, 'message').then(([data]) => String(data)),
    once(socket, 'close').then(([code]) => Promise.reject(new Error(`not let in: ${code}`))),
  ]);
  return { socket, tab, ...welcome.parse(JSON.parse(answer)) };
}
