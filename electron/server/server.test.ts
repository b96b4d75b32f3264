/** Who gets in, what is served, and with which headers, over real sockets. */
import { once } from 'node:events';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Application } from '@core/application.js';
import { applicationOptions } from '@core/host/index.js';
import { startNodeChild } from '@inference/index.js';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import WebSocket from 'ws';
import { type RunningServer, startServer } from './index.js';

let folder: string;
let application: Application;
let server: RunningServer;
let root: string;
let sha256: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'continuist-server-'));
  const rendererFolder = join(folder, 'renderer');
  const board = join(folder, 'board');
  await mkdir(join(rendererFolder, 'assets'), { recursive: true });
  await mkdir(board);
  await writeFile(join(rendererFolder, 'index.html'), '<!doctype html><title>Page</title>');
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
  server = await startServer({ application, rendererFolder });
  root = new URL(server.address).origin;
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

async function enter(): Promise<{ cookie: string; page: Answer }> {
  const page = await get(`${root}/${new URL(server.invite()).search}`);
  const [cookie = ''] = String(page.headers['set-cookie']).split(';');
  return { cookie, page };
}

function connect(headers: Record<string, string>): Promise<number> {
  const socket = new WebSocket(`${root.replace('http', 'ws')}/ws`, { headers });
  return new Promise((resolve) => {
    socket.on('open', () => {
      socket.close();
      resolve(101);
    });
    socket.on('unexpected-response', (_request, answer) => {
      // Refused is ended too: a connection left open would be one to wear the server out with.
      answer.resume().on('close', () => resolve(answer.statusCode ?? 0));
    });
    socket.on('error', () => undefined);
  });
}

describe('the gate', () => {
  test('an address works once; a reload works by cookie', async () => {
    const address = server.invite();
    const first = await get(address);
    expect(first.status).toBe(200);
    expect(String(first.body)).toContain('<title>Page</title>');
    const set = String(first.headers['set-cookie']);
    expect(set).toContain('HttpOnly');
    expect(set).toContain('SameSite=Strict');
    expect((await get(address)).status).toBe(401);
    const [cookie = ''] = set.split(';');
    expect((await get(address, { cookie })).status).toBe(200);
    expect((await get(`${root}/assets/main-1234.js`, { cookie })).status).toBe(200);
  });

  test('nothing is served without the pass', async () => {
    for (const path of [
      '/',
      '/assets/main-1234.js',
      `/asset/${sha256}`,
      '/?token=',
      '/?token=guess',
      '/nowhere',
    ])
      expect((await get(root + path)).status, path).toBe(401);
    expect(await connect({})).toBe(401);
    expect(await connect({ cookie: 'continuist-00000000=guess' })).toBe(401);
  });

  test('a name that only points here is refused, with the pass too', async () => {
    const { cookie } = await enter();
    for (const host of [
      'evil.example',
      '127.0.0.1.evil.example',
      'localhost.evil.example:80',
      '0.0.0.0',
      '192.168.1.2',
    ])
      expect((await get(root, { cookie, host })).status, host).toBe(403);
    for (const host of ['localhost:9000', '127.0.0.1:9000', '[::1]:9000'])
      expect((await get(root, { cookie, host })).status, host).toBe(200);
  });

  test('pages of others reach neither the socket nor the files', async () => {
    const { cookie } = await enter();
    for (const origin of [
      'http://evil.example',
      'null',
      'http://127.0.0.1:1',
      root.replace('http', 'https'),
    ]) {
      expect(await connect({ cookie, origin }), origin).toBe(403);
      expect((await get(root, { cookie, origin })).status, origin).toBe(403);
    }
    expect(await connect({ cookie, origin: root })).toBe(101);
  });

  test('a new invitation ends the one nobody used', async () => {
    const old = server.invite();
    server.invite();
    expect((await get(old)).status).toBe(401);
  });
});

describe('what is served', () => {
  test('the page forbids everything that is not its own', async () => {
    const { page } = await enter();
    const policy = String(page.headers['content-security-policy']);
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("img-src 'self' blob: data:");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe-eval');
    expect(page.headers['x-content-type-options']).toBe('nosniff');
    expect(page.headers['referrer-policy']).toBe('no-referrer');
    expect(page.headers['cache-control']).toBe('no-cache');
  });

  test('a picture in the size asked for, to be kept for ever', async () => {
    const { cookie } = await enter();
    const small = await get(`${root}/asset/${sha256}?w=320`, { cookie });
    expect(small.headers['content-type']).toBe('image/webp');
    expect(small.headers['cache-control']).toContain('immutable');
    expect((await sharp(small.body).metadata()).width).toBe(320);
    const full = await get(`${root}/asset/${sha256}`, { cookie });
    expect(full.headers['content-type']).toBe('image/png');
    expect(Number(full.headers['content-length'])).toBe(full.body.length);
  });

  test('a picture that is not there is said to be so, and not remembered', async () => {
    const { cookie } = await enter();
    const wrong = [
      `${'0'.repeat(64)}`,
      `${sha256}?w=321`,
      'abc',
      '..%2f..%2fpackage.json',
      sha256.toUpperCase(),
    ];
    for (const path of wrong) {
      const answer = await get(`${root}/asset/${path}`, { cookie });
      expect(answer.status, path).toBe(404);
      expect(answer.headers['cache-control'], path).toBe('no-store');
      expect(JSON.parse(String(answer.body)).code).toBe('NOT_FOUND');
    }
  });

  test('an export once, as the file or the folder it is', async () => {
    const { cookie } = await enter();
    const made = await application.exports.make('csv');
    if (!made || !('token' in made)) throw new Error('it was not held for a browser');
    const csv = await get(`${root}/asset/${made.token}`, { cookie });
    expect(csv.status).toBe(200);
    expect(csv.headers).toMatchObject({
      'content-type': 'text/csv',
      'cache-control': 'no-store',
      'content-disposition': `attachment; filename*=UTF-8''${made.name}`,
    });
    expect(String(csv.body)).toContain('shot_1.png');
    expect((await get(`${root}/asset/${made.token}`, { cookie })).status).toBe(404);
    expect((await get(`${root}/asset/${made.token}`)).status).toBe(401);

    const picks = await application.exports.make('picks');
    if (!picks || !('token' in picks)) throw new Error('it was not held for a browser');
    expect(picks.name).toBe('board-picks.zip');
    const zip = await get(`${root}/asset/${picks.token}`, { cookie });
    expect(zip.headers['content-type']).toBe('application/zip');
    const inside = filesInZip(zip.body);
    expect([...inside.keys()]).toEqual(['board-picks/001_shot-1.png']);
    const picture = await get(`${root}/asset/${sha256}`, { cookie });
    expect(inside.get('board-picks/001_shot-1.png')?.equals(picture.body)).toBe(true);
  });

  test('a folder export whose file is gone meanwhile ends broken, not short', async () => {
    const { cookie } = await enter();
    const board = join(folder, 'board', 'shot_1.png');
    const picks = await application.exports.make('picks');
    await rename(board, `${board}.away`);
    try {
      if (!picks || !('token' in picks)) throw new Error('it was not held for a browser');
      const answer = await get(`${root}/asset/${picks.token}`, { cookie }).catch(() => null);
      expect(answer?.status ?? 500).toBe(500);
      expect(String(answer?.body)).not.toContain(folder);
    } finally {
      await rename(`${board}.away`, board);
    }
  });

  test('no file outside the interface', async () => {
    const { cookie } = await enter();
    for (const path of [
      '/..%2fboard%2fshot_1.png',
      '/assets/..%2f..%2fboard/shot_1.png',
      '/%2e%2e/board/shot_1.png',
    ])
      expect((await get(root + path, { cookie })).status, path).toBeGreaterThanOrEqual(400);
  });
});
