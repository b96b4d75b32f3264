/** Requests to a server that makes pictures: bounded in size and time, without an Origin, and no redirect is followed. */
import { createRequire } from 'node:module';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { parseLoosely } from '@core/metadata/index.js';
import { wordTable } from '@shared/word-table.js';
import type { z } from 'zod';

const require = createRequire(import.meta.url);
/** When a server is first asked: no start waits for it. */
const undici = () => require('undici') as typeof import('undici');

export interface ClientLimits {
  /** Milliseconds: until it answers, between two pieces of an answer, and for an answer in all. */
  readonly answer: number;
  readonly pieces: number;
  readonly whole: number;
  /** Bytes of an answer in JSON. */
  readonly json: number;
}

/** Nothing is known of what became of a request: it may have been carried out, unless it never left. */
export class Away extends Error {
  /** No connection came about, so that nobody has the request. */
  readonly isUnsent: boolean;

  constructor(why: string, isUnsent: boolean, cause?: unknown) {
    super(why, { cause });
    this.isUnsent = isUnsent;
  }

  /** Nobody listens at the address: a server that was there has ended, and what it had in memory with it. */
  get isGone(): boolean {
    return (this.cause as { code?: string } | undefined)?.code === 'ECONNREFUSED';
  }
}

/** It answered, but not as such a server does. */
export class Strange extends Error {
  /** Of its answer; 200 where that is not what is strange. */
  readonly status: number;

  constructor(why: string, status = 200) {
    super(why);
    this.status = status;
  }

  /** Something lets nobody in without a name and a password. */
  get isShut(): boolean {
    return [401, 403, 407].includes(this.status);
  }
}

/** Statuses of what stands between, which gave up waiting: the server may be at it all the same. */
const NOT_ITS_OWN = [408, 502, 503, 504, 520, 521, 522, 523, 524];

export const isOfAGateway = (status: number): boolean => NOT_ITS_OWN.includes(status);

export const gaveUp = (status: number): Away =>
  new Away(`what stands between gave up waiting for it (${status})`, false);

/** A body that is no JSON. */
export interface Form {
  readonly type: string;
  readonly body: Buffer;
}

export interface Answer {
  readonly status: number;
  readonly bytes: Buffer;
}

export class ServerClient<L extends ClientLimits> {
  readonly address: string;
  readonly limits: L;
  readonly #name: string;

  /** `address`: `http://host:8188`. `name`: of the server’s program. */
  constructor(address: string, limits: L, name: string) {
    this.address = address.replace(/\/+$/, '');
    this.limits = limits;
    this.#name = name;
  }

  /** Throws `Away` where it cannot be reached or falls silent, `Strange` for what has not the form. */
  async get<T>(path: string, schema: z.ZodType<T>, signal?: AbortSignal): Promise<T> {
    return this.#saidIn(await this.send('GET', path, null, this.limits.json, signal), schema, path);
  }

  /** The same; null where the server has no page for it (404). */
  async find<T>(path: string, schema: z.ZodType<T>, signal?: AbortSignal): Promise<T | null> {
    const answer = await this.send('GET', path, null, this.limits.json, signal);
    return answer.status === 404 ? null : this.#saidIn(answer, schema, path);
  }

  #saidIn<T>({ status, bytes }: Answer, schema: z.ZodType<T>, path: string): T {
    if (status !== 200) throw new Strange(`it answers ${path.split('?')[0]} with status ${status}`, status);
    return this.read(bytes, schema, path);
  }

  /** Throws `Strange`. */
  read<T>(bytes: Buffer, schema: z.ZodType<T>, path: string): T {
    const { data, success } = schema.safeParse(parseLoosely(bytes.toString('utf8')));
    if (!success) throw new Strange(`it answers ${path.split('?')[0]} in a form that no ${this.#name} has`);
    return data;
  }

  /** Any status. `body`: JSON, or a form. `most`: bytes of the answer. `patience`: milliseconds for an answer that is long in coming. */
  async send(
    method: 'GET' | 'POST',
    path: string,
    body: string | Form | null,
    most: number,
    signal?: AbortSignal,
    patience?: number,
  ): Promise<Answer> {
    signal?.throwIfAborted();
    const content = typeof body === 'string' ? { type: 'application/json', body } : body;
    const { answer: usual, pieces: pause, whole } = this.limits;
    const late = AbortSignal.timeout(patience ?? whole);
    const both = signal ? AbortSignal.any([signal, late]) : late;
    // A connection each: one that was kept may be closed by the server just when it is used again, and whether the
    // request still came through would not be known.
    const { Agent, request } = undici();
    const dispatcher = new Agent({ connect: { timeout: usual } });
    try {
      const answer = await request(`${this.address}${path}`, {
        method,
        body: content?.body ?? null,
        dispatcher,
        headersTimeout: patience ?? usual,
        bodyTimeout: pause,
        signal: both,
        ...(content && { headers: { 'content-type': content.type } }),
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
      const bytes = unpacked(Buffer.concat(pieces), answer.headers['content-encoding'], most);
      if (bytes === null)
        throw new Strange(`its answer to ${path.split('?')[0]} is packed in a way that cannot be read`);
      return { status: answer.statusCode, bytes };
    } catch (thrown) {
      signal?.throwIfAborted();
      if (thrown instanceof Strange) throw thrown;
      throw awayFor(thrown, late.aborted);
    } finally {
      void dispatcher.destroy();
    }
  }
}

type Unpack = (bytes: Buffer, options: { maxOutputLength: number }) => Buffer;
/** Nobody asked for it to be packed; some that stand between do it all the same. */
const PACKED = wordTable<Unpack>({
  gzip: gunzipSync,
  'x-gzip': gunzipSync,
  deflate: inflateSync,
  br: brotliDecompressSync,
  identity: (bytes) => bytes,
});

/** `most`: bytes, unpacked. Null where it is packed in another way, is damaged, or is larger. */
function unpacked(bytes: Buffer, how: string | string[] | undefined, most: number): Buffer | null {
  if (how === undefined || bytes.length === 0) return bytes;
  try {
    return PACKED[String(how).toLowerCase()]?.(bytes, { maxOutputLength: most }) ?? null;
  } catch {
    return null;
  }
}

const UNSENT = /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|CONNECT_TIMEOUT/;

function awayFor(thrown: unknown, isLate: boolean): Away {
  const { code = '', message } = thrown as { code?: string; message: string };
  const isUnsent = UNSENT.test(code);
  const why = isLate
    ? 'it takes too long to answer'
    : isUnsent || /EHOSTUNREACH|ENETUNREACH/.test(code)
      ? `it cannot be reached (${code})`
      : /TIMEOUT/.test(code)
        ? 'it does not answer'
        : `the connection was cut (${code.startsWith('UND_') ? message : code || message})`;
  return new Away(why, isUnsent && !isLate, thrown);
}
