/**
 * For tests: an A1111 on this machine, over real HTTP, that answers as Forge did when it was recorded (fixture/), draws
 * what a test says, and misbehaves on request.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { type Fate, meet, type Reply } from '../fate.js';
import { type Draw, drawPlain } from './drawing.js';
import { answer, type Kind, type Served } from './routes.js';
import { State } from './state.js';

export interface DoubleOptions {
  readonly kind?: Kind;
  /** By their bare names. */
  readonly models?: readonly string[];
  readonly draw?: Draw;
  /** Milliseconds of one step. */
  readonly step?: Served['step'];
  readonly hasWindow?: boolean;
  /** Null = as it should be. */
  readonly fate?: (method: string, path: string) => Fate | null;
}

export class A1111Double implements Served {
  /** Requests in the order in which they came. */
  readonly asked: { readonly method: string; readonly path: string; readonly body: string }[] = [];
  options: DoubleOptions;
  state = new State();
  readonly #server = createServer((request, response) => void this.#take(request, response));
  readonly #open = new Set<Socket>();
  #port = 0;

  constructor(options: DoubleOptions = {}) {
    this.options = options;
    this.#server.on('connection', (socket) => {
      this.#open.add(socket);
      socket.on('close', () => this.#open.delete(socket));
    });
  }

  get kind(): Kind {
    return this.options.kind ?? 'Forge';
  }

  get models(): readonly string[] {
    return this.options.models ?? ['tiny_sd15'];
  }

  get draw(): Draw {
    return this.options.draw ?? drawPlain;
  }

  get step(): Served['step'] {
    return this.options.step ?? (() => 1);
  }

  get hasWindow(): boolean {
    return this.options.hasWindow ?? false;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** On the port that it had before, if it had one. */
  async start(): Promise<this> {
    await new Promise<void>((done) => this.#server.listen(this.#port, '127.0.0.1', done));
    this.#port = (this.#server.address() as AddressInfo).port;
    return this;
  }

  /** As a killed process: connections are cut, and it forgets what it was at. */
  async stop(): Promise<void> {
    this.state.isKilled = true;
    const closed = new Promise((done) => this.#server.close(done));
    for (const socket of this.#open) socket.destroy();
    await closed;
    this.state = new State();
  }

  /** Takes no connection any more; those that there are stay. */
  refuse(): void {
    this.#server.close();
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  /** Requests to a path, as `POST /sdapi/v1/txt2img`. */
  count(method: string, path: string): number {
    return this.asked.filter((one) => one.method === method && one.path === path).length;
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET' } = request;
    const { pathname: path, searchParams } = new URL(request.url ?? '/', 'http://double');
    const pieces: Buffer[] = [];
    try {
      for await (const piece of request) pieces.push(piece as Buffer);
      const body = Buffer.concat(pieces).toString('utf8');
      this.asked.push({ method, path, body });
      await meet(
        this.options.fate?.(method, path) ?? null,
        { request, response },
        () => answer(this, method, path, searchParams, body),
        (reply) => send(response, reply),
      );
    } catch {
      // It was killed meanwhile.
      request.socket.destroy();
    }
  }
}

function send(response: ServerResponse, { status, body }: Reply): void {
  response.writeHead(status, status === 204 ? {} : { 'content-type': 'application/json' });
  response.end(body);
}
