/** Requests to one ComfyUI: bounded in size and time, without an Origin, and no redirect is followed. */
import { createRequire } from 'node:module';
import { parseLoosely } from '@core/metadata/index.js';
import type { Agent } from 'undici';
import type { z } from 'zod';

const require = createRequire(import.meta.url);
/** When a server is first asked: no start waits for it. */
const undici = () => require('undici') as typeof import('undici');

export interface Limits {
  /** Milliseconds: until it answers, between two pieces of an answer, and for an answer in all. */
  readonly answer: number;
  readonly pieces: number;
  readonly whole: number;
  /** Bytes of an answer in JSON, and of a picture. */
  readonly json: number;
  readonly picture: number;
  /** Milliseconds between two looks at a job, and for which a server may be away before it is given up. */
  readonly poll: number;
  readonly away: number;
}

export const LIMITS: Limits = {
  answer: 30_000,
  pieces: 30_000,
  whole: 300_000,
  json: 64 * 1024 * 1024,
  picture: 200 * 1024 * 1024,
  poll: 1_000,
  away: 120_000,
};

/** Nothing is known of what became of a request: it may have been carried out. */
export class Away extends Error {}

/** It answered, but not as a ComfyUI does. */
export class Strange extends Error {}

export interface Answer {
  readonly status: number;
  readonly bytes: Buffer;
}

export class Client {
  readonly address: string;
  readonly limits: Limits;
  #made: Agent | null = null;

  /** `address`: `http://host:8188`. */
  constructor(address: string, limits: Limits) {
    this.address = address.replace(/\/+$/, '');
    this.limits = limits;
  }

  get #agent(): Agent {
    const { Agent } = undici();
    this.#made ??= new Agent({
      connect: { timeout: this.limits.answer },
      headersTimeout: this.limits.answer,
      bodyTimeout: this.limits.pieces,
    });
    return this.#made;
  }

  /** A path of the server, as a socket's address. */
  socketAt(path: string): string {
    return `${this.address.replace(/^http/, 'ws')}${path}`;
  }

  /** Throws `Away` where it cannot be reached or falls silent, `Strange` for what has not the form. */
  async get<T>(path: string, schema: z.ZodType<T>, signal?: AbortSignal): Promise<T> {
    const { status, bytes } = await this.send('GET', path, null, this.limits.json, signal);
    if (status !== 200) throw new Strange(`it answers ${path.split('?')[0]} with status ${status}`);
    return read(bytes, schema, path);
  }

  /** Any status. */
  async send(
    method: 'GET' | 'POST',
    path: string,
    body: string | null,
    most: number,
    signal?: AbortSignal,
  ): Promise<Answer> {
    signal?.throwIfAborted();
    const late = AbortSignal.timeout(this.limits.whole);
    const both = signal ? AbortSignal.any([signal, late]) : late;
    try {
      const answer = await undici().request(`${this.address}${path}`, {
        method,
        body,
        dispatcher: this.#agent,
        signal: both,
        ...(body !== null && { headers: { 'content-type': 'application/json' } }),
      });
      const pieces: Buffer[] = [];
      let size = 0;
      for await (const piece of answer.body) {
        size += (piece as Buffer).length;
        // Leaving the loop ends the connection.
        if (size > most)
          throw new Strange(`its answer to ${path.split('?')[0]} is larger than ${most} bytes`);
        pieces.push(piece as Buffer);
      }
      return { status: answer.statusCode, bytes: Buffer.concat(pieces) };
    } catch (thrown) {
      signal?.throwIfAborted();
      if (thrown instanceof Strange) throw thrown;
      throw new Away(late.aborted ? 'it takes too long to answer' : whyAway(thrown), { cause: thrown });
    }
  }
}

/** Throws `Strange`. */
export function read<T>(bytes: Buffer, schema: z.ZodType<T>, path: string): T {
  const { data, success } = schema.safeParse(parseLoosely(bytes.toString('utf8')));
  if (!success) throw new Strange(`it answers ${path.split('?')[0]} in a form that no ComfyUI has`);
  return data;
}

function whyAway(thrown: unknown): string {
  const { code = '' } = thrown as { code?: string };
  if (/ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|CONNECT_TIMEOUT/.test(code))
    return `it cannot be reached (${code})`;
  if (/TIMEOUT/.test(code)) return 'it does not answer';
  return `the connection was cut (${code || (thrown as Error).message})`;
}
