/**
 * Who may speak to the web host: the browser that opened its one-time address, and nobody else on this machine
 * or on any web page.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

export interface Visit {
  readonly method: string;
  /** Path and query, as in the request line. */
  readonly url: string;
  readonly headers: Pick<IncomingHttpHeaders, 'host' | 'origin' | 'cookie'>;
}

export type Admission =
  | { readonly admitted: true /** To set, on the first visit. */; readonly cookie: string | null }
  | { readonly admitted: false; readonly status: 401 | 403; readonly reason: string };

const LOOPBACK = /^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/i;

export class Gate {
  readonly #session = secret();
  #token: string | null = secret();
  /** Browsers share cookies between the ports of a host, so each server names its own. */
  readonly #cookieName = `continuist-${randomBytes(4).toString('hex')}`;

  /** The query of an address that admits one browser, once. An earlier address that was not used ends. */
  invite(): string {
    this.#token = secret();
    return `?token=${this.#token}`;
  }

  admit({ method, url, headers }: Visit): Admission {
    const { host = '', origin } = headers;
    // A name that an attacker's DNS points at this machine reaches this port too, but brings its own Host.
    if (!LOOPBACK.test(host)) return refused(403, 'Only addresses on this machine are served.');
    if (origin !== undefined && origin !== `http://${host}`)
      return refused(403, 'Requests from other pages are not served.');
    if (this.#knows(headers.cookie ?? '')) return { admitted: true, cookie: null };
    const { pathname, searchParams } = new URL(url, 'http://loopback');
    const token = searchParams.get('token');
    if (method === 'GET' && pathname === '/' && token !== null && this.#token && same(token, this.#token)) {
      this.#token = null;
      const cookie = `${this.#cookieName}=${this.#session}; Path=/; HttpOnly; SameSite=Strict`;
      return { admitted: true, cookie };
    }
    return refused(401, 'This address works once, in the browser that opened it first.');
  }

  #knows(cookies: string): boolean {
    return cookies.split(';').some((pair) => {
      const [name, value] = pair.trim().split('=');
      return name === this.#cookieName && value !== undefined && same(value, this.#session);
    });
  }
}

const secret = (): string => randomBytes(32).toString('base64url');

const refused = (status: 401 | 403, reason: string): Admission => ({ admitted: false, status, reason });

function same(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}
