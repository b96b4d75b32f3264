/** How a double of a server misbehaves on request. */
import type { IncomingMessage, ServerResponse } from 'node:http';

/** What becomes of a request instead of its answer. */
export type Fate =
  /** Taken, and never answered, nor carried out unless `after`. */
  | { do: 'silence'; after?: boolean }
  /** The connection is cut, before or after the request is carried out. */
  | { do: 'cut'; after?: boolean }
  /** Another answer, in its place or, with `after`, once it was carried out. */
  | { do: 'say'; status: number; body: string | Buffer; type?: string; after?: boolean }
  /** A body that goes on as long as anybody reads it. */
  | { do: 'endless' }
  /** The answer, a byte at a time, with these milliseconds between two. */
  | { do: 'drip'; pause: number };

/** What a double answers; a body of '' where the server sends none. */
export interface Reply {
  readonly status: number;
  readonly body: string | Buffer;
  readonly type?: string;
}

/** Answers as the fate will have it. `answer` carries the request out. */
export async function meet(
  fate: Fate | null,
  { request, response }: { readonly request: IncomingMessage; readonly response: ServerResponse },
  answer: () => Promise<Reply>,
  send: (reply: Reply) => void,
): Promise<void> {
  if (fate?.do === 'silence' && !fate.after) return;
  if (fate?.do === 'cut' && !fate.after) return void request.socket.destroy();
  if (fate?.do === 'say' && !fate.after) return send(fate);
  if (fate?.do === 'endless') return endless(response);
  const reply = await answer();
  if (fate?.do === 'silence') return;
  if (fate?.do === 'say') return send(fate);
  if (fate?.do === 'cut') return void request.socket.destroy();
  if (fate?.do === 'drip') return drip(response, reply.body, fate.pause);
  send(reply);
}

function endless(response: ServerResponse): void {
  const piece = Buffer.alloc(256 * 1024, ' ');
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
  const more = (): void => {
    if (!response.destroyed) response.write(piece, () => setImmediate(more));
  };
  more();
}

function drip(response: ServerResponse, body: string | Buffer, pause: number): void {
  const bytes = Buffer.from(body);
  response.writeHead(200);
  let at = 0;
  const timer = setInterval(() => {
    if (response.destroyed || at >= bytes.length) {
      clearInterval(timer);
      response.end();
    } else response.write(bytes.subarray(at, ++at));
  }, pause);
}
