/** One request over HTTP: proxies from the environment, redirects followed by hand, a stall ends it. */
import { createRequire } from 'node:module';
import type { Readable } from 'node:stream';
import { ContinuistError } from '@shared/errors.js';
import type { Dispatcher } from 'undici';
import { retryAfter } from './headers.js';
import { LOCAL_ADDRESS, publicLookup, whyUnsafe } from './public-address.js';
import { Interrupted } from './retry.js';

const require = createRequire(import.meta.url);
/** When something is first fetched: no start waits for it. */
const undici = () => require('undici') as typeof import('undici');

export interface Hop {
  readonly status: number;
  header(name: string): string | null;
}

export interface Response extends Hop {
  /** Every answer on the way here, redirects first, this one last. */
  readonly hops: readonly Hop[];
  readonly body: Readable;
}

export interface Ask {
  readonly method: 'GET' | 'HEAD';
  readonly headers?: Readonly<Record<string, string>>;
  readonly dispatcher: Dispatcher;
  readonly signal?: AbortSignal | undefined;
}

/** The server answers no HEAD: what it would have told shows when the file comes. */
const NO_HEAD = new Set([405, 501]);
const MOST_REDIRECTS = 10;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/** Worth another try: too early, too many, and whatever the server blames itself for. */
const PASSING = (status: number): boolean =>
  status === 408 || status === 425 || status === 429 || status >= 500;

/**
 * For downloads from `base`, the address of a hub or mirror: of the local network only that host is connected to. Behind a
 * proxy, which looks names up itself, that holds of addresses alone. HTTP_PROXY, HTTPS_PROXY and NO_PROXY count. A
 * connection that says nothing for `stall` milliseconds is cut.
 */
export function createDispatcher(base: string, stall: number): Dispatcher {
  const { EnvHttpProxyAgent } = undici();
  return new EnvHttpProxyAgent({
    headersTimeout: stall,
    bodyTimeout: stall,
    connect: { timeout: stall, lookup: publicLookup(new URL(base).hostname) },
  });
}

/**
 * Answers with status 200, 206 or 416; a HEAD already with the hub's redirect that tells of the file, because where
 * that leads may be signed for a GET alone, and with 405 or 501. Throws Interrupted for what may pass, DOWNLOAD_FAILED for what will not,
 * naming the address. The body must be read or destroyed.
 */
export async function ask(address: string, options: Ask): Promise<Response> {
  const hops: Hop[] = [];
  const named = new URL(address);
  for (let url = new URL(address); ; ) {
    const { statusCode, headers, body } = await sent(url, options);
    const hop: Hop = { status: statusCode, header: (name) => first(headers[name]) };
    hops.push(hop);
    const told =
      options.method === 'HEAD' && (hop.header('x-linked-size') !== null || NO_HEAD.has(statusCode));
    const isPage = !told && statusCode === 200 && isWebPage(hop.header('content-type'));
    if (!isPage && (told || [200, 206, 416].includes(statusCode))) return { ...hop, hops, body };
    body.on('error', () => undefined).destroy();
    if (isPage)
      throw failed(`${url.host} answered with a web page, as a network does that asks you to log in first`);
    if (PASSING(statusCode))
      throw new Interrupted(`the server answered ${statusCode}`, retryAfter(hop.header('retry-after')));
    const location = hop.header('location');
    if (!REDIRECTS.has(statusCode) || location === null)
      throw failed(`${url.href} answered ${statusCode}`, {
        status: statusCode,
        // What the hub says of it; 404 and 401 alone may mean several things.
        reason: hop.header('x-error-code'),
      });
    if (hops.length > MOST_REDIRECTS) throw failed(`${address} redirects in circles`);
    const next = new URL(location, url);
    const unsafe = whyUnsafe(url, next, named);
    if (unsafe !== null) throw failed(unsafe);
    url = next;
  }
}

async function sent(url: URL, { method, headers, dispatcher, signal }: Ask) {
  try {
    return await undici().request(url, {
      method,
      // The bytes as they are stored: offsets and hashes are theirs.
      headers: { 'user-agent': 'continuist', 'accept-encoding': 'identity', ...headers },
      dispatcher,
      signal: signal ?? null,
    });
  } catch (thrown) {
    if (signal?.aborted) throw thrown;
    const { code, message } = thrown as { code?: string; message?: string };
    if (code === LOCAL_ADDRESS) throw failed(`it was led elsewhere: ${message}`);
    throw interrupted(thrown);
  }
}

/** What a broken connection is called, in words. */
export function interrupted(thrown: unknown): Interrupted {
  const { code, message } = thrown as { code?: string; message?: string };
  const stalled = code === 'UND_ERR_BODY_TIMEOUT' || code === 'UND_ERR_HEADERS_TIMEOUT';
  if (stalled) return new Interrupted('the server fell silent', null, thrown);
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return new Interrupted('the server was not found', null, thrown);
  if (code === 'ECONNREFUSED') return new Interrupted('the server refused the connection', null, thrown);
  return new Interrupted(`the connection broke (${code ?? message ?? 'unknown'})`, null, thrown);
}

/** Nothing that is downloaded is one. */
const isWebPage = (type: string | null): boolean => /^text\/html\b/i.test(type?.trim() ?? '');

const failed = (detail: string, data: Record<string, unknown> = {}): ContinuistError =>
  new ContinuistError('DOWNLOAD_FAILED', detail, data);

const first = (value: string | string[] | undefined): string | null =>
  (Array.isArray(value) ? value[0] : value) ?? null;
