/** `/ws` of the double: who is connected as whom, and the faults that the real one has with that. */
import { randomUUID } from 'node:crypto';
import type { WebSocket } from 'ws';
import type { News } from './job.js';

interface Connected {
  readonly socket: WebSocket;
  knowsWhose: boolean;
}

export class Sockets implements News {
  readonly #bySid = new Map<string, Connected>();
  /** Sends nothing from now on, though it stays open. */
  isSilent = false;

  /** `now`: what runs for this client, for one that comes back. */
  connect(
    socket: WebSocket,
    client: string | null,
    waiting: number,
    now: string | null,
    features: unknown,
  ): void {
    const sid = client ?? randomUUID().replaceAll('-', '');
    const connected: Connected = { socket, knowsWhose: false };
    this.#bySid.set(sid, connected);
    this.#send(socket, 'status', { status: { exec_info: { queue_remaining: waiting } }, sid });
    if (now !== null) this.#send(socket, 'executing', { node: now });
    socket.on('message', (data) => {
      const flags = flagsIn(String(data));
      if (!flags) return;
      connected.knowsWhose = flags.supports_preview_metadata === true;
      this.#send(socket, 'feature_flags', features);
    });
    // Whoever has the name by then is dropped with it.
    socket.on('close', () => this.#bySid.delete(sid));
    socket.on('error', () => undefined);
  }

  status(waiting: number): void {
    this.tell(null, 'status', { status: { exec_info: { queue_remaining: waiting } } });
  }

  tell(client: string | null, type: string, data: unknown): void {
    for (const { socket } of this.#of(client)) this.#send(socket, type, data);
  }

  preview(
    client: string | null,
    about: Record<string, unknown>,
    picture: Buffer,
    format: 'JPEG' | 'PNG',
  ): void {
    for (const { socket, knowsWhose } of this.#of(client)) {
      if (this.isSilent) continue;
      const head = knowsWhose
        ? Buffer.from(JSON.stringify({ ...about, image_type: `image/${format.toLowerCase()}` }))
        : Buffer.alloc(0);
      const numbers = Buffer.alloc(8);
      numbers.writeUInt32BE(knowsWhose ? 4 : 1, 0);
      numbers.writeUInt32BE(knowsWhose ? head.length : format === 'JPEG' ? 1 : 2, 4);
      socket.send(Buffer.concat([numbers, head, picture]));
    }
  }

  knowsWhose(client: string | null): boolean {
    return client !== null && (this.#bySid.get(client)?.knowsWhose ?? false);
  }

  #of(client: string | null): Connected[] {
    return client === null ? [...this.#bySid.values()] : [this.#bySid.get(client) ?? []].flat();
  }

  #send(socket: WebSocket, type: string, data: unknown): void {
    if (!this.isSilent) socket.send(JSON.stringify({ type, data }));
  }
}

function flagsIn(text: string): Record<string, unknown> | null {
  try {
    const { type, data } = JSON.parse(text);
    return type === 'feature_flags' ? data : null;
  } catch {
    return null;
  }
}
