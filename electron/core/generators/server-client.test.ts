/** What is made of an answer, of none, and of one that is cut off: above all, whether nobody can have the request. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import { type AddressInfo, createServer as createSocket, type Socket } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { LIMITS as A1111_LIMITS, Client as A1111Client } from './a1111/client.js';
import { LIMITS as COMFY_LIMITS, Client as ComfyClient } from './comfyui/client.js';
import { Away, type ClientLimits, gaveUp, isOfAGateway, ServerClient, Strange } from './server-client.js';

const LIMITS: ClientLimits = { answer: 60_000, pieces: 60_000, whole: 60_000, json: 1_000 };

async function address(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A server that does this with each connection, once it has the request. */
async function rawAddress(then: (socket: Socket) => void): Promise<string> {
  const open = new Set<Socket>();
  const server = createSocket((socket) => {
    open.add(socket);
    socket.on('error', () => undefined);
    socket.once('data', () => then(socket));
  }).listen(0, '127.0.0.1');
  onTestFinished(() => {
    for (const socket of open) socket.destroy();
    server.close();
  });
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A server that gives these answers one after the other: they are taken off the list. */
const saying = (says: [status: number, body: string][]): Promise<string> =>
  address((_, response) => {
    const [status, body] = says.shift() ?? [200, ''];
    response.writeHead(status);
    response.end(body);
  });

const clientAt = (at: string, limits: Partial<ClientLimits> = {}) =>
  new ServerClient(at, { ...LIMITS, ...limits }, 'Painter');

/** What it throws. */
const thrownBy = async (asked: Promise<unknown>): Promise<unknown> =>
  asked.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );

describe('a request', () => {
  it('goes without an Origin, to the address without slashes at its end, with the type of its body', async () => {
    const asked: IncomingMessage[] = [];
    const bodies: string[] = [];
    const at = await address((request, response) => {
      asked.push(request);
      request.on('data', (data) => bodies.push(String(data)));
      request.on('end', () => response.end('{"a":1}'));
    });
    const client = clientAt(`${at}//`);
    expect(client.address).toBe(at);
    await client.send('GET', '/x?y=1', null, 99);
    await client.send('POST', '/x', '{}', 99);
    await client.send('POST', '/x', { type: 'multipart/form-data', body: Buffer.from('form') }, 99);
    expect(asked.map(({ method, url, headers }) => [method, url, headers['content-type']])).toEqual([
      ['GET', '/x?y=1', undefined],
      ['POST', '/x', 'application/json'],
      ['POST', '/x', 'multipart/form-data'],
    ]);
    expect(bodies).toEqual(['{}', 'form']);
    for (const { headers } of asked) expect(headers.origin).toBeUndefined();
  });

  it('follows no other address that it is sent on to, and gives any status with its bytes', async () => {
    const at = await address((_, response) => {
      response.writeHead(302, { location: '/elsewhere' });
      response.end('moved');
    });
    const { status, bytes } = await clientAt(at).send('GET', '/', null, 99);
    expect([status, bytes.toString()]).toEqual([302, 'moved']);
  });

  it('reads JSON of the form that is asked for, and calls all else strange', async () => {
    const says: [number, string][] = [
      [200, '{"a":1}'],
      [500, '{"a":1}'],
      [200, '{"a":"one"}'],
      [200, 'no JSON'],
    ];
    const at = await saying(says);
    const get = () => clientAt(at).get('/x?y=1', z.object({ a: z.number() }));
    expect(await get()).toEqual({ a: 1 });
    const failed = (await thrownBy(get())) as Error;
    expect([failed.constructor, failed.message]).toEqual([Strange, 'it answers /x with status 500']);
    for (const _ of says.slice()) {
      const strange = (await thrownBy(get())) as Error;
      expect(strange).toBeInstanceOf(Strange);
      expect(strange.message).toBe('it answers /x in a form that no Painter has');
    }
  });

  it('finds what the server has a page for, and nothing where it has none', async () => {
    const at = await saying([
      [200, '1'],
      [404, '1'],
      [404, '1'],
      [403, '1'],
    ]);
    const client = clientAt(at);
    expect(await client.find('/x', z.number())).toBe(1);
    expect(await client.find('/x', z.number())).toBeNull();
    await expect(client.get('/x', z.number())).rejects.toThrow('it answers /x with status 404');
    await expect(client.find('/x', z.number())).rejects.toThrow('it answers /x with status 403');
  });

  it('takes as many bytes as it may and not one more', async () => {
    const at = await address((_, response) => response.end('12345'));
    expect((await clientAt(at).send('GET', '/x?y', null, 5)).bytes.toString()).toBe('12345');
    const thrown = (await thrownBy(clientAt(at).send('GET', '/x?y', null, 4))) as Error;
    expect(thrown).toBeInstanceOf(Strange);
    expect(thrown.message).toBe('its answer to /x is larger than 4 bytes');
    // JSON has a bound of its own.
    await expect(clientAt(at, { json: 4 }).get('/x', z.number())).rejects.toThrow('larger than 4 bytes');
  });

  it('is read where its answer comes packed, up to as many bytes as it may have', async () => {
    const body = Buffer.from('{"a": 1}'.padEnd(500));
    const ways: [string, Buffer][] = [
      ['gzip', gzipSync(body)],
      ['deflate', deflateSync(body)],
      ['BR', brotliCompressSync(body)],
      ['identity', body],
    ];
    for (const [how, bytes] of ways) {
      const at = await address((_, response) => {
        response.writeHead(200, { 'content-encoding': how });
        response.end(bytes);
      });
      expect((await clientAt(at).send('GET', '/x', null, 500)).bytes.equals(body), how).toBe(true);
      await expect(clientAt(at).send('GET', '/x', null, 499)).rejects.toThrow(Strange);
    }
    for (const how of ['gzip', 'zstd', 'constructor']) {
      const at = await address((_, response) => {
        response.writeHead(200, { 'content-encoding': how });
        response.end('{}');
      });
      await expect(clientAt(at).send('GET', '/x?y', null, 99)).rejects.toThrow(
        'its answer to /x is packed in a way that cannot be read',
      );
    }
  });

  it('ends when it is not wanted any more, with the reason that was given, also one that was never begun', async () => {
    const reason = new Error('not any more');
    let asked = 0;
    const over = new AbortController();
    const at = await address(() => {
      asked++;
      over.abort(reason);
    });
    expect(await thrownBy(clientAt(at).send('GET', '/', null, 9, over.signal))).toBe(reason);
    expect(await thrownBy(clientAt(at).send('GET', '/', null, 9, over.signal))).toBe(reason);
    expect(asked).toBe(1);
  });
});

describe('a server that does not answer', () => {
  const awayFrom = async (asked: Promise<unknown>): Promise<Away> => {
    const thrown = await thrownBy(asked);
    expect(thrown).toBeInstanceOf(Away);
    return thrown as Away;
  };

  it('and does not listen never had the request, and has ended', async () => {
    const server = createSocket().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    server.close();
    await once(server, 'close');
    const away = await awayFrom(clientAt(`http://127.0.0.1:${port}`).send('POST', '/', '{}', 9));
    expect(away).toMatchObject({
      isUnsent: true,
      isGone: true,
      message: 'it cannot be reached (ECONNREFUSED)',
    });
  });

  it('whose name nobody knows never had the request, and may be there all the same', async () => {
    const away = await awayFrom(clientAt('http://painter.invalid').send('POST', '/', '{}', 9));
    expect(away).toMatchObject({ isUnsent: true, isGone: false });
    expect(away.message).toMatch(/^it cannot be reached \((?:ENOTFOUND|EAI_AGAIN)\)$/);
  });

  it.each([
    ['in front of its answer', ''],
    ['in the middle of its head', 'HTTP/1.1 200 OK\r\ncontent-le'],
    ['in the middle of its answer', 'HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nhalf'],
  ])('and cuts the line %s may have the request', async (_, said) => {
    const at = await rawAddress((socket) => {
      socket.write(said, () => socket.resetAndDestroy());
    });
    const away = await awayFrom(clientAt(at).send('POST', '/', '{}', 99));
    expect(away).toMatchObject({ isUnsent: false, isGone: false });
    // In words, or by the code that the system gives it.
    expect(away.message).toMatch(/^the connection was cut \((?:E[A-Z]+|[a-z][a-z ]+)\)$/);
  });

  it('and falls silent may have the request: before its answer, and in the middle of it', async () => {
    const silent = await rawAddress(() => undefined);
    const before = await awayFrom(clientAt(silent, { answer: 1 }).send('POST', '/', '{}', 99));
    expect(before).toMatchObject({ isUnsent: false, message: 'it does not answer' });
    const begun = await rawAddress((socket) =>
      socket.write('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nhalf'),
    );
    const within = await awayFrom(clientAt(begun, { pieces: 1 }).send('POST', '/', '{}', 99));
    expect(within).toMatchObject({ isUnsent: false, message: 'it does not answer' });
  });

  it('and goes on for ever is left after a time, though it may have the request', async () => {
    const at = await rawAddress((socket) => {
      socket.write('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n');
      const drip = setInterval(() => socket.write('1\r\na\r\n'), 5);
      socket.on('close', () => clearInterval(drip));
    });
    const limits = { whole: 50 };
    const away = await awayFrom(clientAt(at, limits).send('GET', '/', null, 10 ** 9));
    expect(away).toMatchObject({ isUnsent: false, message: 'it takes too long to answer' });
  });

  it('for long has the patience that is asked for, in place of the usual', async () => {
    const at = await address((_, response) => setTimeout(() => response.end('late'), 60));
    const short = clientAt(at, { answer: 1, whole: 1 });
    expect((await short.send('GET', '/', null, 9, undefined, 60_000)).bytes.toString()).toBe('late');
    expect((await awayFrom(short.send('GET', '/', null, 9))).isUnsent).toBe(false);
  });
});

describe('what stands between', () => {
  it.each([408, 502, 503, 504, 520, 521, 522, 523, 524])('gave up with %i', (status) => {
    expect(isOfAGateway(status)).toBe(true);
    expect(gaveUp(status)).toMatchObject({ isUnsent: false, isGone: false });
    expect(gaveUp(status).message).toBe(`what stands between gave up waiting for it (${status})`);
  });

  it.each([200, 400, 403, 404, 409, 413, 422, 500, 501, 505, 519, 525])(
    'did not say %i: that is the server’s own word',
    (status) => {
      expect(isOfAGateway(status)).toBe(false);
    },
  );

  it('says nothing of a ComfyUI’s work, and its status is kept for A1111, which tells it by what it was sent', async () => {
    const at = await address((_, response) => {
      response.writeHead(504);
      response.end('Gateway');
    });
    const away = await thrownBy(new ComfyClient(at, COMFY_LIMITS).send('GET', '/queue', null, 99));
    expect(away).toBeInstanceOf(Away);
    expect(away).toMatchObject({ isUnsent: false });
    const a1111 = new A1111Client(at, { ...A1111_LIMITS, making: 1 });
    expect((await a1111.send('GET', '/', null, 99)).status).toBe(504);
  });
});
