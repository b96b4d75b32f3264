/** A file server over real sockets that can be told to fail, for tests of the downloader. */
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type ApiAnswer, answerApi, type PublishedRepository } from './hub-api.js';

/** What the server does to one GET; afterwards it behaves again. */
export const PASSING_FAULTS = [
  'cut',
  'cut-early',
  'no-range',
  'busy',
  'too-many',
  'redirect',
  'other-range',
] as const;
export type Fault =
  | (typeof PASSING_FAULTS)[number]
  | 'none'
  | 'gone'
  | 'stall'
  | 'short'
  | 'long'
  | 'wrong-bytes'
  | 'circle'
  | 'slow'
  /** Whatever is asked for, a page to log in: what a hotel's network does. */
  | 'page';

export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly range: string | null;
}

const commitOf = (path: string): string => /\/resolve\/([0-9a-f]{40})\//.exec(path)?.[1] ?? 'a'.repeat(40);

export class FaultServer {
  /** By path. Change them to publish another version. */
  readonly files: Map<string, Buffer>;
  /** Repositories the hub's API tells of, by `owner/name`; their files are those of their commit's addresses. */
  readonly repositories = new Map<string, PublishedRepository>();
  /** One for each GET to come; after the last the server behaves. */
  faults: Fault[] = [];
  /** What every further GET meets. */
  always: Fault = 'none';
  /** Seconds asked for with `too-many`. */
  retryAfter = 0;
  /** What it tells to be the commit of every file; null = that of the address, or the one that the branch stands for. */
  commit: string | null = null;
  /** What a HEAD gets: size and hash ahead, the hub's redirect to where a HEAD is refused, the size alone, or 405. */
  head: 'told' | 'redirect' | 'size' | 'none' = 'told';
  /** Where `redirect` leads; null = to the same file under another path. */
  leads: string | null = null;
  readonly seen: Seen[] = [];
  readonly #server: Server;

  private constructor(files: Record<string, Buffer>) {
    this.files = new Map(Object.entries(files));
    this.#server = createServer((request, response) => this.#answer(request, response));
  }

  static async start(files: Record<string, Buffer>): Promise<FaultServer> {
    const made = new FaultServer(files);
    await new Promise<void>((listening) => made.#server.listen(0, '127.0.0.1', listening));
    return made;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  gets(): Seen[] {
    return this.seen.filter(({ method }) => method === 'GET');
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((closed) => this.#server.close(closed));
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const path = (request.url ?? '').replace(/^\/again/, '');
    const method = request.method ?? '';
    this.seen.push({ method, path, range: request.headers.range ?? null });
    if (this.always === 'page' && (method === 'GET' || this.head !== 'none'))
      return void response
        .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
        .end('<html>Please log in</html>');
    const api = answerApi(path, this);
    if (api) return void this.#tell(response, api);
    const file = this.files.get(path);
    if (!file) return void response.writeHead(404).end();
    const sha256 = createHash('sha256').update(file).digest('hex');
    const tag = `"${sha256}"`;
    if (method === 'HEAD') {
      if (this.head === 'none') return void response.writeHead(405).end();
      const told = {
        'x-linked-size': file.length,
        'x-linked-etag': tag,
        'x-repo-commit': this.commit ?? commitOf(path),
      };
      if (this.head === 'redirect')
        return void response.writeHead(302, { location: '/signed', ...told }).end();
      const known = this.head === 'told' ? told : {};
      return void response.writeHead(200, { 'content-length': file.length, ...known }).end();
    }
    const fault = this.faults.shift() ?? this.always;
    if (fault === 'gone') return void response.writeHead(404).end();
    if (fault === 'busy') return void response.writeHead(503).end();
    if (fault === 'too-many')
      return void response.writeHead(429, { 'retry-after': String(this.retryAfter) }).end();
    if (fault === 'redirect')
      return void response.writeHead(302, { location: this.leads ?? `${this.address}/again${path}` }).end();
    if (fault === 'circle') {
      this.faults.unshift('circle');
      return void response.writeHead(307, { location: path }).end();
    }
    this.#send(response, file, tag, fault, request);
  }

  #tell(response: ServerResponse, { status, headers, body }: ApiAnswer): void {
    const fault = this.faults.shift() ?? this.always;
    if (fault === 'busy') return void response.writeHead(503).end();
    const text = body === undefined ? '' : JSON.stringify(body);
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    // Half an answer, with the length of the whole.
    if (fault === 'cut')
      return void response.write(text.slice(0, text.length >> 1), () => response.destroy());
    response.end(text);
  }

  #send(response: ServerResponse, file: Buffer, tag: string, fault: Fault, request: IncomingMessage): void {
    const asked = /^bytes=(\d+)-$/.exec(request.headers.range ?? '');
    const condition = request.headers['if-range'];
    const ranged = asked && fault !== 'no-range' && (!condition || condition === tag);
    const start = ranged ? Math.min(Number(asked[1]), file.length - 1) : 0;
    const body = Buffer.from(file.subarray(start));
    if (fault === 'wrong-bytes' && body.length > 0) body[body.length - 1] = (body.at(-1) ?? 0) ^ 0xff;
    const shown = fault === 'other-range' ? start + 1 : start;
    response.setHeader('etag', tag);
    if (ranged) response.setHeader('content-range', `bytes ${shown}-${file.length - 1}/${file.length}`);
    response.statusCode = ranged ? 206 : 200;
    if (fault === 'short') return void response.end(body.subarray(0, body.length >> 1));
    if (fault === 'long') return void response.end(Buffer.concat([body, Buffer.from('more')]));
    response.setHeader('content-length', body.length);
    if (fault === 'slow') return void drip(response, body);
    if (fault === 'cut' || fault === 'cut-early' || fault === 'stall') {
      const part = body.subarray(0, fault === 'cut-early' ? 0 : body.length >> 1);
      response.write(part, () => {
        // What was sent arrives before the end does.
        if (fault !== 'stall') setTimeout(() => response.socket?.end(), 20);
      });
      if (part.length === 0) response.flushHeaders();
      return;
    }
    response.end(body);
  }
}

/** A hundredth of the file every 20 ms, and from the half on every half second: whoever wants to stop it can. */
function drip(response: ServerResponse, body: Buffer): void {
  const step = Math.max(1, Math.ceil(body.length / 100));
  let at = 0;
  const next = (): void => {
    if (response.destroyed) return;
    if (at >= body.length) return void response.end();
    response.write(body.subarray(at, at + step));
    at += step;
    setTimeout(next, 2 * at < body.length ? 20 : 500);
  };
  next();
}
