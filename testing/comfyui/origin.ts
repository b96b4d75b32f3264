import type { IncomingHttpHeaders } from 'node:http';
import type { Version } from './node-class.js';

const isLoopback = (host: string): boolean => /^(?:127(?:\.\d+){3}|localhost|\[::1\])$/.test(host);

/** A page of somewhere else may not ask a server of this machine: then 403, without a body. */
export function isRefused(headers: IncomingHttpHeaders, version: Version): boolean {
  if (version === '0.27.0' && headers['sec-fetch-site'] === 'cross-site') return true;
  const [host = '', port = ''] = (headers.host ?? '').split(/:(?=\d+$)/);
  if (!isLoopback(host) || headers.origin === undefined) return false;
  const from = /^[a-z]+:\/\/([^/:]*)(?::(\d+))?/.exec(headers.origin);
  if (!from?.[1]) return false;
  return from[1] !== host || (from[2] !== undefined && from[2] !== port);
}
