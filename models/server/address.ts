/** Where a server is, and what an artist must know before pictures go there. */
import type { ServerSetting } from '@shared/settings.js';

/** The address that `/models` and `/chat/completions` follow: `http://host:8000` means `http://host:8000/v1`. */
export function baseOf(url: string): string {
  const parsed = new URL(url);
  const path = parsed.pathname.replace(/\/+$/, '').replace(/\/chat\/completions$/, '');
  return `${parsed.origin}${path === '' ? '/v1' : path}`;
}

export const hostOf = (url: string): string => new URL(url).host;

export function isLoopback(url: string): boolean {
  const { hostname } = new URL(url);
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}

/** One sentence for everywhere that pictures go to beyond this machine; none for this machine itself. */
export function disclosure(servers: readonly ServerSetting[]): string[] {
  const away = servers.filter(({ url }) => !isLoopback(url));
  if (away.length === 0) return [];
  const hosts = (of: readonly ServerSetting[]) => [...new Set(of.map(({ url }) => hostOf(url)))].join(', ');
  const open = away.filter(({ url }) => new URL(url).protocol === 'http:');
  return [
    `Pictures are sent to ${hosts(away)}.`,
    ...(open.length > 0
      ? [`They are not encrypted on the way to ${hosts(open)}: the address is not https.`]
      : []),
  ];
}
