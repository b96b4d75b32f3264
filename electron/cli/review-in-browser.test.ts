import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drawStoryboard } from '@testing/storyboard.js';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { reviewInBrowser } from './review-in-browser.js';

let folder: string;
let board: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'continuist-browser-'));
  vi.stubEnv('CONTINUIST_DATA_FOLDER', join(folder, 'data'));
  await mkdir(join(folder, 'renderer'));
  await writeFile(join(folder, 'renderer', 'index.html'), '<!doctype html><title>The page</title>');
  board = await drawStoryboard(join(folder, 'board'), { shots: 1 });
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
});

/** `address`: resolves with the first that is said. */
function opened(name: string | null) {
  const stop = new AbortController();
  const said: string[] = [];
  let tell: (address: string) => void = () => undefined;
  const address = new Promise<string>((resolve) => {
    tell = resolve;
  });
  const print = (text: string) => {
    said.push(text);
    const [found] = /http:\S+/.exec(text) ?? [];
    if (found) tell(found);
  };
  const shell = { print, note: () => undefined, problem: () => undefined, signal: stop.signal };
  const host = { rendererFolder: join(folder, 'renderer'), port: 0 };
  const ended = reviewInBrowser(host, { board: name, flags: {} }, shell);
  return { ended, address, said, stop: () => stop.abort() };
}

it('says the address of a board that can be read; it works until it is stopped', async () => {
  const { ended, address, stop } = opened(board);
  expect(await (await fetch(await address)).text()).toContain('The page');
  stop();
  expect(await ended).toBe(0);
  await expect(fetch(await address)).rejects.toThrow();
});

it('does not wait for the judge to say it, and stops while that still loads', async () => {
  let givenUp = 0;
  const silent = createServer((_request, response) => void response.on('close', () => givenUp++)).listen(0);
  await once(silent, 'listening');
  const { port } = silent.address() as AddressInfo;
  vi.stubEnv('CONTINUIST_JUDGE', 'openai-compatible');
  vi.stubEnv('CONTINUIST_SERVERS', JSON.stringify([{ url: `http://127.0.0.1:${port}` }]));
  const asked = once(silent, 'request');
  const { ended, address, stop } = opened(board);
  expect((await fetch(await address)).status).toBe(200);
  expect(givenUp).toBe(0);
  await asked;
  stop();
  expect(await ended).toBe(0);
  silent.close();
});

it('says none for a board that cannot be read', async () => {
  const empty = join(folder, 'empty');
  await mkdir(empty);
  for (const name of [empty, join(folder, 'nowhere'), join(folder, 'renderer', 'index.html')]) {
    const { ended, said } = opened(name);
    await expect(ended, name).rejects.toMatchObject({ code: expect.stringMatching(/OPEN_FAILED|BAD_FILE/) });
    expect(said, name).toEqual([]);
  }
});

it('says none where the sample cannot be read', async () => {
  // In the place of the copy that would be made.
  await mkdir(join(folder, 'data', 'sample', 'lantern'), { recursive: true });
  const { ended, said } = opened(null);
  await expect(ended).rejects.toMatchObject({ code: 'OPEN_FAILED' });
  expect(said).toEqual([]);
});

it('comes back at the address it had, where the browser keeps what was typed; another one while that is taken', async () => {
  const port = async (host: ReturnType<typeof opened>) => new URL(await host.address).port;
  const first = opened(board);
  const had = await port(first);
  const second = opened(null);
  expect(await port(second)).not.toBe(had);
  for (const host of [first, second]) {
    host.stop();
    await host.ended;
  }
  const again = opened(board);
  expect(await port(again)).toBe(had);
  again.stop();
  await again.ended;
});

it('takes any port where the last one is not known', async () => {
  await mkdir(join(folder, 'data'));
  await writeFile(join(folder, 'data', 'web-port'), 'none');
  const host = opened(board);
  expect(Number(new URL(await host.address).port)).toBeGreaterThan(1023);
  host.stop();
  expect(await host.ended).toBe(0);
});
