/** Between a new WebSocket and the contract: its first message must say who it is, soon, and nothing is answered before. */
import type { Socket } from 'node:net';
import { knock, NOT_LET_IN } from '@shared/web-session.js';
import type { RawData, WebSocket } from 'ws';
import type { Gate } from './gate.js';

/** Milliseconds until the first message must have come. */
const PATIENCE = 5_000;
/** Milliseconds that a wrong one waits for the end of its connection. With `MOST_WAITING` it limits the attempts. */
const PAUSE = 1_000;
/** When more wait, the oldest goes: a page says who it is at once, so that a crowd shuts nobody out. */
const MOST_WAITING = 64;
/** Bytes that are taken from one who was not let in. */
const LARGEST_KNOCK = 1_024;

export class Doorway {
  readonly #gate: Pick<Gate, 'letsIn' | 'pictureKey'>;
  readonly #letIn: (socket: WebSocket, tab: string) => void;
  readonly #waiting = new Set<WebSocket>();

  /** `letIn` must listen before it returns: what follows the first message may come at once. */
  constructor(gate: Pick<Gate, 'letsIn' | 'pictureKey'>, letIn: (socket: WebSocket, tab: string) => void) {
    this.#gate = gate;
    this.#letIn = letIn;
  }

  /** `connection`: what carries the socket. */
  receive(socket: WebSocket, connection: Pick<Socket, 'on' | 'off'>): void {
    this.#waiting.add(socket);
    if (this.#waiting.size > MOST_WAITING) [...this.#waiting][0]?.terminate();
    const tooLate = setTimeout(() => socket.terminate(), PATIENCE);
    let taken = 0;
    const count = ({ length }: Buffer): void => {
      taken += length;
      if (taken > LARGEST_KNOCK) socket.terminate();
    };
    const leave = (): void => {
      this.#waiting.delete(socket);
      clearTimeout(tooLate);
      connection.off('data', count);
    };
    connection.on('data', count);
    socket.once('close', leave);
    socket.once('message', (data, isBinary) => {
      const said = isBinary ? null : knockIn(data);
      if (!said || !this.#gate.letsIn(said)) {
        setTimeout(() => socket.close(NOT_LET_IN), PAUSE);
        return;
      }
      leave();
      this.#letIn(socket, said.tab);
      socket.send(JSON.stringify({ pictureKey: this.#gate.pictureKey }));
    });
  }
}

function knockIn(data: RawData) {
  try {
    return knock.safeParse(JSON.parse(String(data))).data ?? null;
  } catch {
    return null;
  }
}
