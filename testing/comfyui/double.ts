/**
 * For tests and benchmarks: a ComfyUI on this machine, over real HTTP and a real socket, that answers as versions
 * 0.3.64 and 0.27.0 did when they were recorded (recorded/), draws what a test says, and misbehaves on request.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { WebSocketServer } from 'ws';
import { type Fate, meet, type Reply } from '../fate.js';
import { type Draw, type DrawOrder, drawPlain } from './drawing.js';
import { Files } from './files.js';
import type { Version } from './node-class.js';
import { nodesOf } from './nodes.js';
import { isRefused } from './origin.js';
import { answer, type Served } from './routes.js';
import { Runner } from './runner.js';
import { Sockets } from './sockets.js';

export interface DoubleOptions {
  readonly version?: Version;
  readonly draw?: Draw;
  readonly models?: readonly string[];
  /** Multiplies the time that steps take. */
  readonly pace?: number;
  /** Milliseconds of one step of a sampler. */
  readonly step?: (order: DrawOrder) => number;
  /** Milliseconds from the news that a job is done to its place in the history. */
  readonly late?: number;
  /** Null = as it should be. */
  readonly fate?: (method: string, path: string) => Fate | null;
}

/** Bytes of a body. */
export const MOST_BODY = 100 * 1024 * 1024;

export class ComfyDouble implements Served {
  /** Requests in the order in which they came. */
  readonly asked: {
    readonly method: string;
    readonly path: string;
    readonly headers: IncomingMessage['headers'];
  }[] = [];
  readonly files = new Files();
  readonly sockets = new Sockets();
  options: DoubleOptions;
  runner: Runner;
  /** Of the next prompt. */
  number = 0;
  readonly #server = createServer((request, response) => void this.#take(request, response));
  readonly #upgrade = new WebSocketServer({ noServer: true });
  readonly #open = new Set<Socket>();
  #port = 0;

  constructor(options: DoubleOptions = {}) {
    this.options = options;
    this.runner = this.#freshRunner();
    this.#server.on('connection', (socket) => {
      this.#open.add(socket);
      socket.on('close', () => this.#open.delete(socket));
    });
    this.#server.on('upgrade', (request, socket, head) => {
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://double');
      if (isRefused(request.headers, this.version)) {
        socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
        return;
      }
      if (!/^(?:\/api)?\/ws$/.test(pathname)) return void socket.destroy();
      this.#upgrade.handleUpgrade(request, socket, head, (opened) => {
        const client = searchParams.get('clientId');
        const { running, waiting, node } = this.runner;
        const isOwn = running !== null && running.extra.client_id === client;
        this.sockets.connect(opened, client, waiting, isOwn ? node : null, this.features);
      });
    });
  }

  get version(): Version {
    return this.options.version ?? '0.27.0';
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  get models(): readonly string[] {
    return this.options.models ?? ['tiny_sd15.safetensors'];
  }

  get nodes(): ReturnType<typeof nodesOf> {
    return nodesOf(this.version, this.models);
  }

  get features(): Record<string, unknown> {
    const newer = {
      supports_model_type_tags: true,
      extension: { manager: { supports_v4: true } },
      node_replacements: true,
      assets: false,
    };
    const common = { supports_preview_metadata: true, max_upload_size: MOST_BODY };
    return this.version === '0.27.0' ? { ...common, ...newer } : common;
  }

  /** On the port that it had before, if it had one and is not told another. */
  async start(port = this.#port): Promise<this> {
    await new Promise<void>((done) => this.#server.listen(port, '127.0.0.1', done));
    this.#port = (this.#server.address() as AddressInfo).port;
    return this;
  }

  /** As a killed process: connections are cut, queue and history are gone; files stay. */
  async stop(): Promise<void> {
    this.runner.stop();
    const closed = new Promise((done) => this.#server.close(done));
    for (const socket of this.#open) socket.destroy();
    await closed;
    this.runner = this.#freshRunner();
    this.number = 0;
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  /** Requests to a path, as `POST /prompt`. */
  count(method: string, path: string): number {
    return this.asked.filter((one) => one.method === method && one.path === path).length;
  }

  #freshRunner(): Runner {
    const { draw = drawPlain, pace = 1, step = () => 1, late = 0 } = this.options;
    const { version, nodes, files, sockets: news } = this;
    return new Runner({ version, nodes, files, news, draw, pace, step, late });
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', headers } = request;
    const url = new URL(request.url ?? '/', 'http://double');
    const path = url.pathname.replace(/^\/api(?=\/(?!jobs))/, '');
    this.asked.push({ method, path, headers });
    const fate = this.options.fate?.(method, path) ?? null;
    try {
      const body = await bodyOf(request);
      const carriedOut = async (): Promise<Reply> =>
        isRefused(headers, this.version)
          ? { status: 403, body: '' }
          : body === null
            ? { status: 413, body: `Maximum request body size ${MOST_BODY} exceeded.` }
            : answer(this, { method, path, query: url.searchParams, headers, body });
      await meet(fate, { request, response }, carriedOut, (reply) =>
        send(response, reply, method === 'HEAD', headers.range),
      );
    } catch {
      send(response, { status: 500, body: '500 Internal Server Error\n\nServer got itself in trouble' });
    }
  }
}

/** Null for one that is too large. */
async function bodyOf(request: IncomingMessage): Promise<Buffer | null> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request) {
    size += (piece as Buffer).length;
    if (size <= MOST_BODY) pieces.push(piece as Buffer);
  }
  return size > MOST_BODY ? null : Buffer.concat(pieces);
}

function send(response: ServerResponse, { status, body, type }: Reply, isHead = false, range?: string): void {
  const text =
    typeof body === 'string' && body !== '' && !/^[[{]/.test(body) ? 'text/plain; charset=utf-8' : '';
  const kind =
    type ?? (typeof body === 'string' && /^[[{]/.test(body) ? 'application/json; charset=utf-8' : text);
  const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(range ?? '') ?? [];
  const isPart = from !== undefined && status === 200;
  response.writeHead(isPart ? 206 : status, kind ? { 'content-type': kind } : {});
  response.end(isHead ? '' : isPart ? Buffer.from(body).subarray(Number(from), Number(to) + 1) : body);
}
