import type { FetchOptions } from './fetch-file.js';
import { byteCount, sha256Tag } from './headers.js';
import { ask } from './request.js';
import { persistently } from './retry.js';

/** What a server says of a file before a byte of it is sent. */
export interface Probed {
  readonly size: number | null;
  readonly sha256: string | null;
  /** The commit a revision stands for. */
  readonly commit: string | null;
}

/** The hub tells size, hash and commit on the first answer, before it redirects to where the bytes lie. */
export async function probe(name: string, address: string, options: FetchOptions): Promise<Probed> {
  const { dispatcher, signal } = options;
  const work = () => ask(address, { method: 'HEAD', dispatcher, signal });
  const response = await persistently(name, work, () => Promise.resolve(0), options);
  response.body.on('error', () => undefined).destroy();
  const told = <T>(read: (header: string | null) => T | null, header: string): T | null =>
    response.hops.map((hop) => read(hop.header(header))).find((value) => value !== null) ?? null;
  const whole = response.status === 200 && response.header('content-encoding') === null;
  return {
    size: told(byteCount, 'x-linked-size') ?? (whole ? byteCount(response.header('content-length')) : null),
    sha256: told(sha256Tag, 'x-linked-etag'),
    commit: told((header) => /^[0-9a-f]{40}$/.exec(header ?? '')?.[0] ?? null, 'x-repo-commit'),
  };
}
