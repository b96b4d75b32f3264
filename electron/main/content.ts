/** What the window may load: the built page under `app://continuist/`, pictures under `asset://<sha256>`. */
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { pictureAddress } from '@core/assets/index.js';
import { pageOnce } from '@core/host/index.js';
import type { Storyboards } from '@core/storyboards/index.js';
import { ContinuistError, toErrorData } from '@shared/errors.js';
import type { ElectronApi } from './electron-api.js';

export const PAGE = 'app://continuist/index.html';

const contentPolicy = (styles = "style-src 'self'"): string =>
  [
    "default-src 'self'",
    "img-src 'self' asset: blob: data:",
    styles,
    "connect-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Must run before the app is ready. */
export function registerSchemes(protocol: ElectronApi['protocol']): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
    { scheme: 'asset', privileges: { secure: true, supportFetchAPI: true, stream: true } },
  ]);
}

export function serveContent(
  protocol: ElectronApi['protocol'],
  storyboards: Storyboards,
  rendererFolder: string,
): void {
  protocol.handle('app', (request) => page(request.url, rendererFolder));
  protocol.handle('asset', (request) => picture(request.url, storyboards));
}

async function page(url: string, folder: string): Promise<Response> {
  const { host, pathname } = new URL(url);
  const file = normalize(join(folder, decodeURIComponent(pathname)));
  const type = MEDIA_TYPES[extname(file)];
  if (host !== 'continuist' || !file.startsWith(folder + sep) || !type) return nothing();
  const bytes = await readFile(file).catch(() => null);
  if (!bytes) return nothing();
  const sent = (body: string | Uint8Array<ArrayBuffer>, policy: string) =>
    new Response(body, {
      headers: {
        'content-type': type,
        'content-security-policy': policy,
        'x-content-type-options': 'nosniff',
      },
    });
  if (extname(file) !== '.html') return sent(new Uint8Array(bytes), contentPolicy());
  const { html, styles } = pageOnce(bytes.toString());
  return sent(html, contentPolicy(styles));
}

async function picture(url: string, storyboards: Storyboards): Promise<Response> {
  try {
    const { host, searchParams } = new URL(url);
    const address = pictureAddress(host, searchParams.get('w'));
    if (!address) throw new ContinuistError('NOT_FOUND');
    const variant = await storyboards.picture(address);
    const bytes = variant.bytes ?? (await readFile(variant.file ?? ''));
    return new Response(new Uint8Array(bytes), {
      headers: {
        'content-type': variant.mediaType,
        'cache-control': 'max-age=31536000, immutable',
        'x-content-type-options': 'nosniff',
      },
    });
  } catch (thrown) {
    if (!(thrown instanceof ContinuistError)) storyboards.first.options.log(thrown);
    return Response.json(toErrorData(thrown), { status: 404, headers: { 'cache-control': 'no-store' } });
  }
}

const nothing = (): Response => new Response('There is nothing here.', { status: 404 });
