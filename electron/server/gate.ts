/**
 * Who may speak to the web host: tabs that were opened with an address it printed, and nobody else on this machine or on
 * any web page. A page of another port counts as another page.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { type Knock, pictureSignature } from '@shared/web-session.js';

export interface Refusal {
  readonly status: 400 | 403;
  readonly reason: string;
}

/** By number, never by name: another server may be at the same port of the other address that `localhost` stands for. */
const LOOPBACK = /^(127\.0\.0\.1|\[::1\])(:\d{1,5})?$/;
const BY_NAME = /^localhost(:\d{1,5})?$/i;

export class Gate {
  /** What addresses of pictures are signed with. */
  readonly pictureKey = randomBytes(32).toString('hex');
  readonly #tabs = new Set<string>();
  #invitation: string | null = null;

  /** The fragment of an address that lets one tab in, once. An earlier address that was not used ends. */
  invite(): string {
    this.#invitation = randomBytes(32).toString('base64url');
    return `#${this.#invitation}`;
  }

  /** Null for a request that may be looked at. `mustSayOrigin`: what browsers say of every WebSocket. */
  refusal(
    { host = '', origin }: Pick<IncomingHttpHeaders, 'host' | 'origin'>,
    { mustSayOrigin }: { mustSayOrigin: boolean },
  ): Refusal | null {
    if (BY_NAME.test(host))
      return refused(403, 'Write 127.0.0.1 instead of localhost: only that is sure to be Continuist.');
    // A name that an attacker's DNS points at this machine reaches this port too, but brings its own Host.
    if (!LOOPBACK.test(host)) return refused(403, 'Only addresses on this machine are served.');
    if (origin === undefined ? mustSayOrigin : origin !== `http://${host}`)
      return refused(403, 'Requests from other pages are not served.');
    return null;
  }

  /** Whether who says this is let in. An invitation is used up by it. */
  letsIn({ tab, invitation }: Knock): boolean {
    if ([...this.#tabs].some((known) => same(known, tab))) return true;
    if (invitation === null || this.#invitation === null || !same(invitation, this.#invitation)) return false;
    this.#invitation = null;
    this.#tabs.add(tab);
    return true;
  }

  /** Whether a tab that was let in made this address of a picture. */
  signed(picture: string, width: number | null, signature: string): boolean {
    return same(signature, pictureSignature(this.pictureKey, picture, width));
  }
}

const refused = (status: Refusal['status'], reason: string): Refusal => ({ status, reason });

function same(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}
