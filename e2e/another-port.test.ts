/**
 * A server of somebody else on another port of this machine, whose page is opened in the artist's own browser. Browsers
 * count ports as one site; nothing that such a page or its server gets may open the review.
 */
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { enter } from '@testing/enter.js';
import { temporaryFolder } from '@testing/folder.js';
import { drawStoryboard } from '@testing/storyboard.js';
import type { Page } from 'playwright';
import { expect, onTestFinished, test } from 'vitest';
import WebSocket, { WebSocketServer } from 'ws';
import { openPage } from './support/browser.js';
import { startHost } from './support/host.js';
import { hasTerminals, reviewInTerminal } from './support/terminal.js';
import { unfairness, unfairnessOfDialog } from './support/unfairness.js';

const ADDRESS = /http:\/\/127\.0\.0\.1:\d+\/#[\w-]+/;

/** Its page, and all that the browser ever sent it. */
async function startStranger(): Promise<{ address: string; got: IncomingHttpHeaders[] }> {
  const got: IncomingHttpHeaders[] = [];
  const server: Server = createServer(({ headers }, response) => {
    got.push(headers);
    response.setHeader('content-type', 'text/html').end('<!doctype html><title>Lovely pictures</title>');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, got };
}

/** What a page of another port can get of the host at `root`. */
const tryAll = (page: Page, root: string, picture: string) =>
  page.evaluate(
    async ([host, asset]) => {
      const read = (address: string, options: RequestInit) =>
        fetch(address, options).then(
          async (answer) => `${answer.type} ${(await answer.text()).length}`,
          () => 'nothing',
        );
      const shown = new Promise<string>((resolve) => {
        const image = new Image();
        image.onload = () => resolve('something');
        image.onerror = () => resolve('nothing');
        image.src = asset;
      });
      const socket = new Promise<string>((resolve) => {
        const link = new window.WebSocket(`${host.replace('http', 'ws')}/ws`);
        link.onopen = () => resolve('something');
        link.onerror = () => resolve('nothing');
      });
      const opened = window.open(host);
      await new Promise((resolve) => setTimeout(resolve, 500));
      const reach = () => {
        try {
          return opened?.sessionStorage.length === undefined ? 'nothing' : 'something';
        } catch {
          return 'nothing';
        }
      };
      const frame = Object.assign(document.createElement('iframe'), { src: host });
      const framed = new Promise<string>((resolve) => {
        frame.onload = () => {
          try {
            resolve(frame.contentWindow?.document.title || 'nothing');
          } catch {
            resolve('nothing');
          }
        };
      });
      document.body.append(frame);
      return {
        cookies: document.cookie,
        page: await read(host, { credentials: 'include' }),
        picture: await shown,
        pictureBytes: await read(asset, { credentials: 'include' }),
        unreadable: await read(asset, { credentials: 'include', mode: 'no-cors' }),
        socket: await socket,
        hasOpened: opened !== null,
        opened: reach(),
        framed: await framed,
        storage: Object.keys(sessionStorage).length + Object.keys(localStorage).length,
      };
    },
    [root, picture] as const,
  );

/** Close code, or HTTP status, of a try to be let in. */
function knock(root: string, headers: Record<string, string>, message: string): Promise<number> {
  const socket = new WebSocket(`${root.replace('http', 'ws')}/ws`, { headers });
  return new Promise((resolve, reject) => {
    socket.on('open', () => socket.send(message));
    socket.on('message', () => reject(new Error('it was answered')));
    socket.on('close', resolve);
    socket.on('unexpected-response', (_request, answer) => resolve(answer.statusCode ?? 0));
    socket.on('error', () => undefined);
  });
}

test.runIf(hasTerminals)(
  'a page of another port gets nothing, and another tab an address of its own',
  async () => {
    const folder = await temporaryFolder();
    const terminal = reviewInTerminal(
      join(folder, 'data'),
      await drawStoryboard(join(folder, 'board'), { shots: 2 }),
    );
    const [address] = await terminal.shows(ADDRESS);
    const root = new URL(address).origin;
    const { page, context, problems } = await openPage(address);
    const picture = page.getByTestId('frame-1').locator('img');
    await picture.waitFor();
    const signed = await picture.evaluate((image: HTMLImageElement) => image.src);

    // Nothing of it stays where another could find it.
    expect(page.url()).toBe(`${root}/`);
    expect(await context.cookies()).toEqual([]);

    const stranger = await startStranger();
    const theirs = await context.newPage();
    await theirs.goto(stranger.address);
    expect(await tryAll(theirs, root, signed.replace(/signature=\w+/, ''))).toEqual({
      cookies: '',
      page: 'nothing',
      picture: 'nothing',
      pictureBytes: 'nothing',
      unreadable: 'nothing',
      socket: 'nothing',
      hasOpened: true,
      opened: 'nothing',
      framed: 'nothing',
      storage: 0,
    });
    for (const headers of stranger.got) {
      expect(headers).not.toHaveProperty('cookie');
      expect(headers).not.toHaveProperty('authorization');
    }
    // Its server says what a browser would say, with all that it was sent, the address that was used, and a guess.
    const { host: _host, ...sent } = stranger.got[0] as Record<string, string>;
    const invitation = new URL(address).hash.slice(1);
    for (const message of ['{}', 'null', JSON.stringify({ tab: 'a'.repeat(64), invitation })])
      expect(await knock(root, { ...sent, origin: root }, message)).toBe(1008);
    expect(await knock(root, { ...sent, origin: stranger.address.slice(0, -1) }, '{}')).toBe(403);
    expect((await fetch(signed.replace(/signature=.{8}/, 'signature=00000000'))).status).toBe(404);
    await expect(enter(address)).rejects.toThrow('1008');

    // The artist's own tab comes back, its pictures out of the browser's cache.
    await page.waitForFunction(() => [...document.images].every(({ complete }) => complete));
    await page.reload();
    await picture.waitFor();
    expect(await picture.evaluate((image: HTMLImageElement) => image.src)).toBe(signed);
    const loaded = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .filter(({ name }) => name.includes('/asset/'))
        .map((entry) => (entry as PerformanceResourceTiming).transferSize),
    );
    expect(loaded.length).toBeGreaterThan(0);
    expect(loaded.every((bytes) => bytes === 0)).toBe(true);

    // Another tab says what it needs, and works once it is opened with that.
    const second = await context.newPage();
    await second.goto(root);
    await second.getByRole('heading', { name: 'This tab needs an address of its own' }).waitFor();
    expect(await unfairness(second)).toEqual([]);
    terminal.type('');
    const [another] = await terminal.shows(ADDRESS);
    await second.goto(another);
    await second.getByTestId('frame-1').waitFor();
    expect(second.url()).toBe(`${root}/`);
    await second.reload();
    await second.getByTestId('frame-1').waitFor();
    expect(problems).toEqual([]);
    expect(await terminal.interrupt()).toBe(0);
  },
);

test.runIf(hasTerminals)(
  'a program that the window names runs only after a yes in the terminal',
  async () => {
    const folder = await temporaryFolder();
    const terminal = reviewInTerminal(
      join(folder, 'data'),
      await drawStoryboard(join(folder, 'board'), { shots: 1 }),
    );
    const [address] = await terminal.shows(ADDRESS);
    const { page, problems } = await openPage(address);
    await page.getByTestId('frame-1').waitFor();
    const dialog = page.getByRole('dialog', { name: 'Settings' });
    const field = dialog.getByRole('textbox', { name: 'Program' });
    const program = [process.execPath, '-e', 'console.log("\u202e") // a b'];
    const saved = () => readFile(join(folder, 'data', 'settings.json'), 'utf8');
    const isAsked = async () => {
      await terminal.shows(
        /Run this program for every picture.*“-e”\s+“console\.log\("\\u\{202e\}"\) \/\/ a b”.*Type y/s,
      );
      await dialog.getByText('Waiting for your yes in the terminal').waitFor();
      expect(await unfairnessOfDialog(page)).toEqual([]);
      expect(await saved()).not.toContain('console.log');
    };
    const enterProgram = async () => {
      await page.getByRole('button', { name: 'Settings', exact: true }).click();
      await dialog.getByTestId('generator-command').click();
      await field.fill(program.join('\n'));
      await field.blur();
    };

    await enterProgram();
    await isAsked();
    terminal.type('no');
    await terminal.shows(/Not allowed/);
    await page.getByTestId('message').filter({ hasText: 'You said no' }).waitFor();
    // What was entered stays. It can be asked again and taken back, and a window that goes takes it back too.
    await dialog.getByText('Not in use.').waitFor();
    expect(await field.inputValue()).toBe(program.join('\n'));
    await dialog.getByRole('button', { name: 'Try again' }).click();
    await isAsked();
    await dialog.getByRole('button', { name: 'Take it back' }).click();
    await terminal.shows(/took the question back/);
    await dialog.getByRole('button', { name: 'Try again' }).click();
    await isAsked();
    await page.reload();
    await terminal.shows(/took the question back/);

    await enterProgram();
    await isAsked();
    terminal.type('y');
    await terminal.shows(/Allowed\./);
    await page.getByTestId('message').filter({ hasText: 'You allowed it.' }).waitFor();
    // It is saved after the yes is said.
    await expect.poll(async () => JSON.parse(await saved()).generators?.command.program).toEqual(program);
    expect(problems).toEqual([]);
    expect(await terminal.interrupt()).toBe(0);
  },
);

test('what a stranger hears who takes the port while the host is away opens nothing afterwards', async () => {
  const folder = await temporaryFolder();
  const options = {
    dataFolder: join(folder, 'data'),
    board: await drawStoryboard(join(folder, 'board'), { shots: 1 }),
  };
  const first = await startHost(options);
  const { page } = await openPage(first.address);
  const { origin, port } = new URL(first.address);
  await page.getByTestId('frame-1').waitFor();
  await first.end();

  const stranger = new WebSocketServer({ host: '127.0.0.1', port: Number(port) });
  const [socket] = (await once(stranger, 'connection')) as [WebSocket];
  const [heard] = (await once(socket, 'message')) as [Buffer];
  const { tab } = JSON.parse(String(heard)) as { tab: string };
  for (const client of stranger.clients) client.terminate();
  await new Promise((closed) => stranger.close(closed));

  const second = await startHost(options);
  expect(new URL(second.address).origin).toBe(origin);
  await page.goto(second.address);
  await page.locator('body[data-connection="open"]').waitFor();
  await expect(enter(origin, tab)).rejects.toThrow('1008');
  await page.reload();
  await page.getByTestId('frame-1').waitFor();
});
