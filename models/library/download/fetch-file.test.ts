import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleOf } from '@testing/bundle-of.js';
import { FaultServer, PASSING_FAULTS } from '@testing/fault-server.js';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type FetchOptions, type FileOrder, fetchFile } from './fetch-file.js';
import { asidePath, partPath } from './part-file.js';
import { createDispatcher } from './request.js';
import { sha256Of } from './sha256.js';

const bytes = Buffer.from(Array.from({ length: 300_000 }, (_, index) => (index * 7919) >> 5));
const path = '/weights.onnx';

let folder: string;
let server: FaultServer;
let target: string;
let dispatcher: FetchOptions['dispatcher'];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'continuist-fetch-'));
  target = join(folder, 'deep/weights.onnx');
  server = await FaultServer.start({ [path]: bytes });
  dispatcher = createDispatcher(server.address, 1000);
});
afterEach(async () => {
  await dispatcher.destroy();
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const order = (change: Partial<FileOrder> = {}): FileOrder => ({
  address: server.address + path,
  target,
  size: bytes.length,
  sha256: null,
  ...change,
});
const fetching = (change: Partial<FetchOptions> = {}): FetchOptions => ({
  dispatcher,
  tries: 4,
  firstPause: 2,
  ...change,
});
const fetched = async () => bytes.equals(await readFile(target));
/** Of the file as published. */
const published = async () => {
  const copy = join(folder, 'copy');
  await writeFile(copy, bytes);
  return sha256Of(copy);
};

describe('a file', () => {
  it('arrives whole, hashed while it streams, and leaves nothing else behind', async () => {
    const seen: number[] = [];
    const found = await fetchFile(order(), fetching({ onBytes: (count) => seen.push(count) }));
    expect(found).toEqual({ size: bytes.length, sha256: await published() });
    expect(await fetched()).toBe(true);
    expect(seen.at(-1)).toBe(bytes.length);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(existsSync(partPath(target)) || existsSync(`${partPath(target)}.json`)).toBe(false);
  });

  it('goes on where a connection was cut, asking for the rest of the same version only', async () => {
    server.faults = ['cut', 'cut'];
    await fetchFile(order(), fetching());
    expect(await fetched()).toBe(true);
    const starts = server.gets().map(({ range }) => Number(/^bytes=(\d+)-$/.exec(range ?? '')?.[1] ?? 0));
    expect(starts).toHaveLength(3);
    expect(starts).toEqual([0, ...starts.slice(1).sort((a, b) => a - b)]);
    expect(starts.at(-1)).toBeGreaterThan(0);
  });

  it('begins anew where ranges are ignored, or another version is published meanwhile', async () => {
    server.faults = ['cut', 'no-range'];
    await fetchFile(order(), fetching());
    expect(await fetched()).toBe(true);

    await rm(target);
    server.faults = ['cut'];
    await expect(fetchFile(order(), fetching({ tries: 1 }))).rejects.toMatchObject({
      code: 'DOWNLOAD_FAILED',
    });
    const other = Buffer.from(bytes).fill(3);
    server.files.set(path, other);
    await fetchFile(order(), fetching());
    expect(other.equals(await readFile(target))).toBe(true);
  });

  it('is fetched again once when it is too short, too long or has wrong bytes, then named', async () => {
    const sha256 = await published();
    for (const fault of ['short', 'long', 'wrong-bytes'] as const) {
      server.faults = [fault];
      await fetchFile(order({ sha256 }), fetching());
      expect(await fetched()).toBe(true);
      expect(existsSync(asidePath(target))).toBe(false);
      await rm(target);
    }
    server.always = 'wrong-bytes';
    const before = server.gets().length;
    await expect(fetchFile(order({ sha256 }), fetching())).rejects.toMatchObject({
      code: 'MODEL_DAMAGED',
      data: { file: 'weights.onnx' },
    });
    expect(server.gets().length - before).toBe(2);
    expect(existsSync(target)).toBe(false);
    expect((await stat(asidePath(target))).size).toBe(bytes.length);
  });

  it('is not asked for again when the server has none', async () => {
    server.always = 'gone';
    await expect(fetchFile(order(), fetching())).rejects.toMatchObject({
      code: 'DOWNLOAD_FAILED',
      data: { status: 404 },
    });
    expect(server.gets()).toHaveLength(1);
  });

  it('waits as long as a busy server asks, and tries again by itself otherwise', async () => {
    server.faults = ['too-many', 'busy'];
    server.retryAfter = 1;
    const started = performance.now();
    await fetchFile(order(), fetching());
    expect(performance.now() - started).toBeGreaterThan(990);
    expect(await fetched()).toBe(true);
  });

  it('gives up, saying why, when nothing more comes', async () => {
    server.always = 'busy';
    await expect(fetchFile(order(), fetching())).rejects.toThrow(/503, 4 times in a row/);
    expect(server.gets()).toHaveLength(4);
  });

  it('follows redirects, but not in circles', async () => {
    server.faults = ['redirect'];
    await fetchFile(order(), fetching());
    expect(await fetched()).toBe(true);
    server.faults = ['circle'];
    await expect(fetchFile(order({ target: `${target}2` }), fetching())).rejects.toThrow(/circles/);
  });

  it('follows no redirect into the local network, whether by address or by name', async () => {
    const { port } = new URL(server.address);
    for (const [host, why] of [
      ['127.0.0.2', 'an address of the local network'],
      ['localhost', 'localhost is an address of the local network'],
    ] as const) {
      server.leads = `https://${host}:${port}${path}`;
      server.faults = ['redirect'];
      const failed = fetchFile(order(), fetching());
      await expect(failed).rejects.toMatchObject({
        code: 'DOWNLOAD_FAILED',
        message: expect.stringContaining(why),
      });
    }
    server.leads = `http://localhost:${port}${path}`;
    server.faults = ['redirect'];
    await expect(fetchFile(order(), fetching())).rejects.toThrow('which is not safe');
    expect(server.gets()).toHaveLength(3);
  });

  it('cuts a connection that falls silent and goes on from there', async () => {
    server.faults = ['stall'];
    await fetchFile(order(), fetching());
    expect(await fetched()).toBe(true);
    expect(server.gets()[1]?.range).toMatch(/^bytes=[1-9]/);
  });

  it('is cancelled at once and goes on later', async () => {
    server.faults = ['slow'];
    const cancel = new AbortController();
    const onBytes = (count: number) => {
      if (count >= 3000) cancel.abort();
    };
    await expect(fetchFile(order(), fetching({ signal: cancel.signal, onBytes }))).rejects.toMatchObject({
      code: 'CANCELLED',
    });
    // The rest was not waited for.
    await expect(fetched()).rejects.toThrow('ENOENT');
    await fetchFile(order(), fetching());
    expect(await fetched()).toBe(true);
    expect(server.gets()[1]?.range).toMatch(/^bytes=[1-9]/);
  });

  it('goes on after the process was killed', async () => {
    server.faults = ['slow'];
    const program = bundleOf(fileURLToPath(new URL('testing/fetch-child.ts', import.meta.url)));
    const child = fork(program, [order().address, target, String(bytes.length)], { execArgv: [] });
    for (let count = 0; count < 30_000; ) [count] = (await once(child, 'message')) as [number];
    child.kill('SIGKILL');
    await once(child, 'exit');
    const kept = (await stat(partPath(target))).size;
    expect(kept).toBeGreaterThanOrEqual(30_000);
    await fetchFile(order(), fetching());
    expect(await fetched()).toBe(true);
    expect(server.gets()[1]?.range).toBe(`bytes=${kept}-`);
  });

  it('goes through the proxy that the environment names', async () => {
    const asked: string[] = [];
    const proxy = createServer();
    proxy.on('connect', (request, socket) => {
      asked.push(request.url ?? '');
      const [host, port] = (request.url ?? '').split(':');
      const onward = connect(Number(port), host, () => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n');
        onward.pipe(socket).pipe(onward);
      });
      for (const end of [onward, socket]) end.on('error', () => undefined);
    });
    await new Promise<void>((listening) => proxy.listen(0, '127.0.0.1', listening));
    vi.stubEnv('http_proxy', `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`);
    vi.stubEnv('no_proxy', '');
    vi.stubEnv('NO_PROXY', '');
    const through = createDispatcher(server.address, 5000);
    vi.unstubAllEnvs();
    await fetchFile(order(), fetching({ dispatcher: through }));
    await through.destroy();
    proxy.close();
    expect(await fetched()).toBe(true);
    expect(asked).toEqual([new URL(server.address).host]);
  });

  it('arrives whole through any run of faults that pass', async () => {
    const sha256 = await published();
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...PASSING_FAULTS), { maxLength: 3 }), async (faults) => {
        await rm(target, { force: true });
        server.faults = [...faults];
        await fetchFile(order({ sha256 }), fetching({ tries: 10, firstPause: 1 }));
        return fetched();
      }),
      { numRuns: 200 },
    );
  });
});
