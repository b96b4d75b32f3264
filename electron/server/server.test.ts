/** Who gets in, what is served, and with which headers, over real sockets. */
import { once } from 'node:events';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Application } from '@core/application.js';
import { applicationOptions } from '@core/host/index.js';
import { Storyboards } from '@core/storyboards/index.js';
import { startNodeChild } from '@inference/index.js';
import { pictureSignature } from '@shared/web-session.js';
import { enter } from '@testing/enter.js';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import WebSocket from 'ws';
import { type RunningServer, startServer } from './index.js';

let folder: string;
let application: Application;
let server: RunningServer;
let root: string;
let sha256: string;
let pictureKey: string;
let tab: string;

const BUILT_PAGE = `<!doctype html>
<title>Page</title>
<meta property="csp-nonce" nonce="__STYLE_NONCE__">
<script type="module" src="./assets/main-1234.js" nonce="__STYLE_NONCE__"></script>`;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'continuist-server-'));
  const rendererFolder = join(folder, 'renderer');
  const board = join(folder, 'board');
  await mkdir(join(rendererFolder, 'assets'), { recursive: true });
  await mkdir(board);
  await writeFile(join(rendererFolder, 'index.html'), BUILT_PAGE);
  await writeFile(join(rendererFolder, 'assets', 'main-1234.js'), 'export {}');
  await sharp({ create: { width: 800, height: 450, channels: 3, background: '#aa3355' } })
    .png()
    .toFile(join(board, 'shot_1.png'));
  application = await Application.create(
    await applicationOptions({
      host: 'web',
      startChild: startNodeChild,
      dataFolder: join(folder, 'data'),
      modelsFolder: join(folder, 'no-models'),
      environment: {},
    }),
  );
  await application.open(board);
  sha256 = Object.values(application.board.review.records.take)[0]?.sha256 ?? '';
  server = await startServer({ storyboards: new Storyboards(application), rendererFolder });
  root = new URL(server.address).origin;
  const entered = await enter(server.address);
  ({ pictureKey, tab } = entered);
  entered.socket.close();
});

afterAll(async () => {
  await server.close();
  await application.close();
  await rm(folder, { recursive: true, force: true });
});

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/** fetch() sets Host and Origin by itself; these tests lie about both. */
async function get(address: string, headers: Record<string, string> = {}): Promise<Answer> {
  const asked = request(address, { headers }).end();
  const [answer] = await once(asked, 'response');
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  return { status: answer.statusCode, headers: answer.headers, body: Buffer.concat(chunks) };
}

/** What the server says to a request line as it stands; URL() would mend it. */
async function raw(path: string): Promise<string> {
  const { host, port } = new URL(root);
  const socket = connect(Number(port), '127.0.0.1');
  socket.end(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
  let said = '';
  for await (const chunk of socket) said += String(chunk);
  return said;
}

/** Uncompressed files by the central directory (APPNOTE.TXT, 4.3.12). */
function filesInZip(zip: Buffer): Map<string, Buffer> {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06'));
  const files = new Map<string, Buffer>();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const [size, named, extra, comment] = [
      zip.readUInt32LE(at + 20),
      zip.readUInt16LE(at + 28),
      zip.readUInt16LE(at + 30),
      zip.readUInt16LE(at + 32),
    ] as const;
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    files.set(zip.toString('utf8', at + 46, at + 46 + named), zip.subarray(start, start + size));
    at += 46 + named + extra + comment;
  }
  return files;
}

const signed = (picture: string, width: number | null, key = pictureKey): string =>
  `${root}/asset/${picture}?${width === null ? '' : `w=${width}&`}signature=${pictureSignature(key, picture, width)}`;

/** How the host ends it; what it said before, if anything. */
function knocked(
  headers: Record<string, string>,
  message: unknown,
): Promise<{ end: number; said: string[] }> {
  const socket = new WebSocket(`${root.replace('http', 'ws')}/ws`, { headers });
  const said: string[] = [];
  return new Promise((resolve) => {
    socket.on('open', () => socket.send(JSON.stringify(message)));
    socket.on('message', (data) => {
      said.push(String(data));
      socket.close();
    });
    socket.on('close', (end) => resolve({ end, said }));
    socket.on('unexpected-response', (_request, answer) => {
      // Refused is ended too: a connection left open would be one to wear the server out with.
      answer.resume().on('close', () => resolve({ end: answer.statusCode ?? 0, said }));
    });
    socket.on('error', () => undefined);
  });
}

describe('the gate', () => {
  test('an address lets one tab in; that tab comes back by its own key, and nothing is kept as a cookie', async () => {
    const address = server.invite();
    const page = await get(address);
    expect(String(page.body)).toContain('<title>Page</title>');
    expect(page.headers['set-cookie']).toBeUndefined();
    const { tab, socket } = await enter(address);
    socket.close();
    await expect(enter(address)).rejects.toThrow('1008');
    const again = await enter(root, tab);
    expect(again.pictureKey).toBe(pictureKey);
    again.socket.close();
  });

  test('nothing but the page is there for who was not let in', async () => {
    for (const path of [
      `/asset/${sha256}`,
      `/asset/${sha256}?w=320`,
      `/asset/${sha256}?signature=${'0'.repeat(64)}`,
    ])
      expect((await get(root + path)).status, path).toBe(404);
    for (const message of [
      { tab: 'a'.repeat(64), invitation: 'x'.repeat(43) },
      { i: '1', p: { u: '/info' } },
      1,
    ])
      expect(await knocked({ origin: root }, message)).toEqual({ end: 1008, said: [] });
  });

  test('a name that only points here is refused, whoever says it', async () => {
    for (const host of [
      'evil.example',
      '127.0.0.1.evil.example',
      'localhost.evil.example:80',
      'localhost:9000',
      '0.0.0.0',
      '192.168.1.2',
    ]) {
      expect((await get(root, { host })).status, host).toBe(403);
      expect((await get(signed(sha256, 320), { host })).status, host).toBe(403);
      expect(
        await knocked({ host, origin: `http://${host}` }, { tab, invitation: null }),
        host,
      ).toMatchObject({
        end: 403,
      });
    }
    for (const host of ['127.0.0.1:9000', '[::1]:9000'])
      expect((await get(root, { host })).status, host).toBe(200);
  });

  test('pages of others reach neither the socket nor the files, with the key of a tab too', async () => {
    for (const origin of [
      'http://evil.example',
      'null',
      'http://127.0.0.1:1',
      root.replace('http', 'https'),
    ]) {
      expect((await knocked({ origin }, { tab, invitation: null })).end, origin).toBe(403);
      expect((await get(root, { origin })).status, origin).toBe(403);
    }
    expect((await knocked({}, { tab, invitation: null })).end).toBe(403);
    expect((await knocked({ origin: root }, { tab, invitation: null })).said).toHaveLength(1);
  });

  test('a new address ends the one nobody used', async () => {
    const old = server.invite();
    server.invite();
    await expect(enter(old)).rejects.toThrow('1008');
  });

  test('what is no address at all is the fault of who sent it', async () => {
    for (const path of ['//', '/%', '/%ff', '//[', '/asset/%'])
      expect((await raw(path)).slice(0, 12), path).toBe('HTTP/1.1 400');
  });
});

describe('what is served', () => {
  test('the page forbids everything that is not its own', async () => {
    const page = await get(root);
    const policy = String(page.headers['content-security-policy']);
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("img-src 'self' blob: data:");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe-eval');
    expect(page.headers['x-content-type-options']).toBe('nosniff');
    expect(page.headers['referrer-policy']).toBe('no-referrer');
    expect(page.headers['cache-control']).toBe('no-store');
  });

  test('the styles that the page makes itself are let in by a nonce of that answer alone', async () => {
    const answers = await Promise.all([get(root), get(root), get(`${root}/`)]);
    const nonces = answers.map(({ headers, body }) => {
      const policy = String(headers['content-security-policy']);
      const [, nonce = ''] = /style-src 'self' 'nonce-([\w+/=]{24})'(;|$)/.exec(policy) ?? [];
      expect(body.toString()).toContain(`<meta property="csp-nonce" nonce="${nonce}">`);
      expect(policy).not.toContain('unsafe-inline');
      return nonce;
    });
    expect(new Set(nonces).size).toBe(3);
    const [, script = ''] = /src="\.(\/assets\/[^"]+)"/.exec(answers[0]?.body.toString() ?? '') ?? [];
    const { headers } = await get(`${root}${script}`);
    expect(headers['content-security-policy']).toContain("style-src 'self';");
    expect(headers['cache-control']).toContain('immutable');
    expect((await get(`${root}/index.html`)).body.toString()).toBe('There is nothing here.');
  });

  test('a picture in the size asked for, to be kept for ever', async () => {
    const small = await get(signed(sha256, 320));
    expect(small.headers['content-type']).toBe('image/webp');
    expect(small.headers['cache-control']).toContain('immutable');
    expect((await sharp(small.body).metadata()).width).toBe(320);
    const full = await get(signed(sha256, null));
    expect(full.headers['content-type']).toBe('image/png');
    expect(Number(full.headers['content-length'])).toBe(full.body.length);
  });

  test('a picture that is not there is said to be so, and not remembered', async () => {
    const wrong = [
      signed('0'.repeat(64), null),
      signed(sha256, 321),
      signed(sha256, 320).replace('w=320', 'w=640'),
      signed(sha256, null, '0'.repeat(64)),
      'abc',
      '..%2f..%2fpackage.json',
      sha256.toUpperCase(),
    ];
    for (const path of wrong) {
      const answer = await get(path.startsWith('http') ? path : `${root}/asset/${path}`);
      expect(answer.status, path).toBe(404);
      expect(answer.headers['cache-control'], path).toBe('no-store');
      expect(JSON.parse(String(answer.body)).code).toBe('NOT_FOUND');
    }
  });

  test('an export once, as the file or the folder it is', async () => {
    const made = await application.exports.make('csv');
    if (!made || !('token' in made)) throw new Error('it was not held for a browser');
    const csv = await get(`${root}/asset/${made.token}`);
    expect(csv.status).toBe(200);
    expect(csv.headers).toMatchObject({
      'content-type': 'text/csv',
      'cache-control': 'no-store',
      'content-disposition': `attachment; filename*=UTF-8''${made.name}`,
    });
    expect(String(csv.body)).toContain('shot_1.png');
    expect((await get(`${root}/asset/${made.token}`)).status).toBe(404);

    const picks = await application.exports.make('picks');
    if (!picks || !('token' in picks)) throw new Error('it was not held for a browser');
    expect(picks.name).toBe('board-picks.zip');
    const zip = await get(`${root}/asset/${picks.token}`);
    expect(zip.headers['content-type']).toBe('application/zip');
    const inside = filesInZip(zip.body);
    expect([...inside.keys()]).toEqual(['board-picks/001_shot-1.png']);
    const picture = await get(signed(sha256, null));
    expect(inside.get('board-picks/001_shot-1.png')?.equals(picture.body)).toBe(true);
  });

  test('a folder export whose file is gone meanwhile ends broken, not short', async () => {
    const board = join(folder, 'board', 'shot_1.png');
    const picks = await application.exports.make('picks');
    await rename(board, `${board}.away`);
    try {
      if (!picks || !('token' in picks)) throw new Error('it was not held for a browser');
      const answer = await get(`${root}/asset/${picks.token}`).catch(() => null);
      expect(answer?.status ?? 500).toBe(500);
      expect(String(answer?.body)).not.toContain(folder);
    } finally {
      await rename(`${board}.away`, board);
    }
  });

  test('no file outside the interface', async () => {
    for (const path of [
      '/..%2fboard%2fshot_1.png',
      '/assets/..%2f..%2fboard/shot_1.png',
      '/%2e%2e/board/shot_1.png',
    ])
      expect((await get(root + path)).status, path).toBeGreaterThanOrEqual(400);
  });
});
