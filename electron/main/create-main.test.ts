/** The shell against a stand-in for Electron that is held to Electron's own types. */
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { startArguments } from '@core/host/index.js';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import type { Contract, Message } from '@shared/contract/index.js';
import type { Details } from 'electron';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createMain } from './create-main.js';
import { standIn as standInFor } from './testing/stand-in.js';

const tiny = fileURLToPath(
  new URL('../../models/architectures/llava-onevision/test/fixture', import.meta.url),
);

let folder: string;
let board: string;
let closing: (() => Promise<void>) | null = null;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'continuist-main-'));
  board = join(folder, 'board');
  await mkdir(board);
  await mkdir(join(folder, 'renderer'));
  await writeFile(
    join(folder, 'renderer', 'index.html'),
    '<meta property="csp-nonce" nonce="__STYLE_NONCE__">',
  );
  await writeFile(join(folder, 'secret.html'), 'not for the page');
  await sharp({ create: { width: 64, height: 36, channels: 3, background: '#345678' } })
    .png()
    .toFile(join(board, 'shot_1.png'));
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await closing?.();
  closing = null;
  await rm(folder, { recursive: true, force: true });
});

const standIn = (options: { isFirst?: boolean; isPackaged?: boolean; modelEnds?: boolean } = {}) =>
  standInFor({ data: join(folder, 'data'), ...options });

async function start(electron: ReturnType<typeof standIn>, args: string[] = ['--board', board]) {
  const files = {
    rendererFolder: join(folder, 'renderer'),
    preload: join(folder, 'preload.cjs'),
    inferenceEntry: join(folder, 'inference.js'),
    modelsFolder: join(folder, 'no-models'),
  };
  const main = await createMain(electron.api, files, args);
  if (main) closing = () => main.storyboards.close();
  return main;
}

test('the window is sandboxed and can go nowhere', async () => {
  const electron = standIn();
  await start(electron);
  const { told, contents } = electron;
  // Nothing else: no content over http, no experiments.
  expect(told.windows[0]?.webPreferences).toEqual({
    preload: join(folder, 'preload.cjs'),
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
    devTools: false,
  });
  expect(JSON.stringify(told.menu)).not.toContain('toggleDevTools');
  expect(told.calls).toContain('load app://continuist/index.html');
  expect(told.openHandler?.({} as never)).toEqual({ action: 'deny' });
  for (const event of ['will-navigate', 'will-frame-navigate', 'will-attach-webview']) {
    let prevented = false;
    contents.emit(event, { url: 'https://example.org/', preventDefault: () => (prevented = true) });
    expect(prevented, event).toBe(true);
  }
  // It may load itself anew.
  for (const event of ['will-navigate', 'will-frame-navigate']) {
    let prevented = false;
    contents.emit(event, { url: 'app://continuist/index.html', preventDefault: () => (prevented = true) });
    expect(prevented, event).toBe(false);
  }
  const answers: boolean[] = [];
  told.permission?.(null as never, 'camera' as never, ((granted: boolean) => answers.push(granted)) as never);
  expect(answers).toEqual([false]);
  expect(told.check?.()).toBe(false);
});

test('started from its sources it has developer tools', async () => {
  const electron = standIn({ isPackaged: false });
  await start(electron);
  const { told } = electron;
  expect(told.windows[0]?.webPreferences?.devTools).toBe(true);
  expect(JSON.stringify(told.menu)).toContain('toggleDevTools');
});

describe('what the window loads', () => {
  const ask = (electron: ReturnType<typeof standIn>, scheme: string, address: string): Promise<Response> => {
    const handler = electron.told.handlers.get(scheme);
    if (!handler) throw new Error(`${scheme} is not handled`);
    return handler({ url: address } as Request);
  };

  test('its own page, with its policy, and nothing beside it', async () => {
    const electron = standIn();
    await start(electron);
    expect(electron.told.schemes).toEqual(['app', 'asset']);
    const page = await ask(electron, 'app', 'app://continuist/index.html');
    expect(page.status).toBe(200);
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'self'");
    const [, nonce = ''] = /style-src 'self' 'nonce-([\w+/=]{24})';/.exec(policy) ?? [];
    expect(await page.text()).toBe(`<meta property="csp-nonce" nonce="${nonce}">`);
    expect(policy).not.toContain('unsafe');
    for (const address of [
      'app://continuist/%2e%2e/secret.html',
      'app://continuist/..%2fsecret.html',
      'app://other/index.html',
      'app://continuist/missing.js',
    ])
      expect((await ask(electron, 'app', address)).status, address).toBe(404);
  });

  test('pictures by their hash, in the sizes there are', async () => {
    const electron = standIn();
    const main = await start(electron);
    const [take] = Object.values(main?.storyboards.first.board.review.records.take ?? {});
    const found = await ask(electron, 'asset', `asset://${take?.sha256}?w=160`);
    expect(found.status).toBe(200);
    expect(found.headers.get('cache-control')).toContain('immutable');
    expect((await sharp(Buffer.from(await found.arrayBuffer())).metadata()).format).toBe('webp');
    for (const address of [
      `asset://${'0'.repeat(64)}`,
      `asset://${take?.sha256}?w=9999`,
      'asset://etc/passwd',
    ])
      expect((await ask(electron, 'asset', address)).status, address).toBe(404);
  });
});

test('every load of the page gets a port that carries the contract; the old one ends', async () => {
  const electron = standIn();
  await start(electron);
  electron.contents.emit('did-finish-load');
  const [first] = electron.told.ports;
  expect(first?.channel).toBe('continuist-port');
  if (!first) throw new Error('no port came');
  const api: ContractRouterClient<Contract> = createORPCClient(new RPCLink({ port: first.port as never }));
  expect(await api.info()).toMatchObject({ host: 'electron', hasOpenDialog: true });
  const ended = new Promise((resolve) => first.port.on('close', () => resolve(true)));
  electron.contents.emit('did-finish-load');
  expect(await ended).toBe(true);
  expect(electron.told.ports).toHaveLength(2);
});

/** As the page calls it, once it is loaded. */
function apiOf({ contents, told }: ReturnType<typeof standIn>): ContractRouterClient<Contract> {
  contents.emit('did-finish-load');
  const [given] = told.ports;
  if (!given) throw new Error('no port came');
  return createORPCClient(new RPCLink({ port: given.port as never }));
}

test('the open dialog gives a token for the chosen folder, null when cancelled', async () => {
  const electron = standIn();
  await start(electron);
  const api = apiOf(electron);
  expect(await api.open.dialog({ purpose: 'storyboard' })).toBeNull();
  electron.told.chosen = [board];
  const chosen = await api.open.dialog({ purpose: 'storyboard' });
  if (!chosen) throw new Error('nothing was chosen');
  expect(await api.open.board({ ...chosen, match: null })).toEqual({ shots: 1 });
});

test('for a model it asks for a folder, and the token of it is one the models’ calls take', async () => {
  const electron = standIn();
  await start(electron);
  const api = apiOf(electron);
  electron.told.chosen = [tiny];
  const chosen = await api.open.dialog({ purpose: 'model' });
  expect(electron.told.asked).toEqual([
    { title: 'Choose the folder of a model', properties: ['openDirectory'] },
  ]);
  if (!chosen) throw new Error('nothing was chosen');
  expect(await api.models.add(chosen)).toEqual({ id: 'fixture' });
  expect((await api.models.list()).find(({ id }) => id === 'fixture')).toMatchObject({ origin: 'folder' });
});

test('exports go where the save dialogs say: a file as it is named there, a folder into the one that is chosen', async () => {
  const electron = standIn();
  const started = await start(electron);
  const api = apiOf(electron);
  await started?.storyboards.first.open(board);
  expect(await api.exports.make({ id: 'feedback' })).toBeNull();
  const file = join(folder, 'out', 'mine.json');
  electron.told.chosen = [file];
  expect(await api.exports.make({ id: 'feedback' })).toEqual({ saved: 'board-feedback.json', notes: [] });
  const feedback = JSON.parse(await readFile(file, 'utf8'));
  // Its paths are relative to where it lies.
  expect(await stat(join(folder, 'out', feedback.shots[0].takes[0].path))).toBeTruthy();
  const chosen = join(folder, 'for the client');
  electron.told.chosen = [chosen];
  expect(await api.exports.make({ id: 'picks' })).toEqual({ saved: 'board-picks', notes: [] });
  expect(await readdir(join(chosen, 'board-picks'))).toEqual(['001_shot-1.png']);
  expect(electron.told.asked.slice(1)).toMatchObject([
    { title: 'Export feedback (JSON)', defaultPath: 'board-feedback.json' },
    { buttonLabel: 'Export here', properties: ['openDirectory', 'createDirectory'] },
  ]);
});

/** Starts an instance that finds one running, as Electron tells the one that runs. */
async function startSecond(first: ReturnType<typeof standIn>, args: string[]): Promise<void> {
  const second = standIn({ isFirst: false });
  expect(await start(second, args)).toBeNull();
  expect(second.told.calls).toEqual(['quit']);
  // Chromium sorts the arguments, switches first, so that no name is beside its value.
  first.app.emit('second-instance', {}, [...args].sort(), folder, second.told.handedOver);
}

/** The next message of this kind. */
async function next<K extends Message['type']>(messages: AsyncGenerator<Message>, type: K) {
  for (;;) {
    // Not `for await`: leaving that would end the listening.
    const { value } = await messages.next();
    if (!value) throw new Error(`the application was closed before a message of kind ${type}`);
    if (value.type === type) return value as Extract<Message, { type: K }>;
  }
}

/** Starts the first instance and hears everything its application says from then on. */
async function listened(electron: ReturnType<typeof standIn>, args: string[]) {
  const main = await start(electron, args);
  if (!main) throw new Error('another instance was there');
  const messages = main.storyboards.first.watching.watch({ watcher: 'test', shots: [] });
  await next(messages, 'document');
  return messages;
}

const settingsSaved = () => readFile(join(folder, 'data', 'settings.json'), 'utf8').catch(() => null);

test('flags count for the start and are not saved', async () => {
  const main = await start(standIn(), startArguments({ board, flags: { judge: 'a = b', device: 'cpu' } }));
  expect(main?.storyboards.first.settings).toMatchObject({ judge: 'a = b', device: 'cpu', ensemble: [] });
  expect(Object.keys(main?.storyboards.first.board.review.records.shot ?? {})).toHaveLength(1);
  expect(await settingsSaved()).toBeNull();
});

test('its data can be moved', async () => {
  const elsewhere = join(folder, 'else', 'where');
  vi.stubEnv('CONTINUIST_DATA_FOLDER', elsewhere);
  const main = await start(standIn());
  expect(main?.storyboards.first.options.dataFolder).toBe(elsewhere);
  expect(existsSync(join(elsewhere, 'continuist.log'))).toBe(true);
  expect(existsSync(join(folder, 'data'))).toBe(false);
});

test('a device that there is not starts nothing', async () => {
  const electron = standIn();
  await expect(start(electron, ['--device=gpu'])).rejects.toMatchObject({ code: 'BAD_SETTING' });
  expect(electron.told.calls).toEqual([]);
});

test('a second instance hands its board and flags over and quits; the first comes to the front', async () => {
  const first = standIn();
  const messages = await listened(
    first,
    startArguments({ board: null, flags: { judge: 'first', device: 'cpu' } }),
  );
  await startSecond(first, ['--board', board, '--judge=second', '--ensemble=a', '--ensemble=b']);
  const { document, settings } = await next(messages, 'document');
  expect(Object.keys(document?.records.shot ?? {})).toHaveLength(1);
  expect(settings).toMatchObject({ judge: 'second', ensemble: ['a', 'b'], device: 'auto' });
  expect(first.told.calls).toContain('restore');
  expect(first.told.calls).toContain('focus');
  expect(await settingsSaved()).toBeNull();
});

test('flags handed over without a board count for the one that is open', async () => {
  const first = standIn();
  const messages = await listened(first, ['--board', board]);
  await startSecond(first, ['--judge=second']);
  expect((await next(messages, 'settings')).settings.judge).toBe('second');
});

test('a start with a board that is open brings its window; with another one it opens another window', async () => {
  const other = join(folder, 'other');
  await cp(board, other, { recursive: true });
  const first = standIn();
  const main = await start(first);
  const titles = () =>
    main?.storyboards.applications.map(({ boardOrNull }) => boardOrNull?.review.folder.split('/').at(-1));
  await startSecond(first, ['--board', other]);
  await expect.poll(titles).toEqual(['board', 'other']);
  expect(first.told.windows).toHaveLength(2);
  await startSecond(first, ['--board', board]);
  await expect.poll(() => first.told.calls.filter((call) => call === 'focus')).toHaveLength(1);
  // As a Mac hands over what was opened in its Finder.
  first.app.emit('open-file', { preventDefault: () => undefined }, other);
  await expect.poll(() => first.told.calls.filter((call) => call === 'focus')).toHaveLength(2);
  expect(first.told.windows).toHaveLength(2);
  expect(first.told.recent).toEqual([board, other]);
  expect(first.told.errors).toEqual([]);
});

test('starts that come while one is still being read are taken in their order', async () => {
  // Takes longer to read than the one that comes after it.
  const long = join(folder, 'long');
  for (let at = 0; at < 40; at++) await cp(join(board, 'shot_1.png'), join(long, `shot_${at}.png`));
  const first = standIn();
  const messages = await listened(first, []);
  for (const path of [long, join(folder, 'nowhere'), board]) await startSecond(first, ['--board', path]);
  const shots = Object.keys((await next(messages, 'document')).document?.records.shot ?? {});
  expect(shots).toHaveLength(40);
  await expect.poll(() => first.told.windows).toHaveLength(2);
  await expect.poll(() => first.told.recent).toEqual([long, board]);
  expect(first.told.errors).toHaveLength(1);
});

test('a start does not wait for the judge of the one before', async () => {
  const first = standIn({ modelEnds: false });
  const messages = await listened(first, []);
  await startSecond(first, ['--board', board]);
  expect(Object.keys((await next(messages, 'document')).document?.records.shot ?? {})).toHaveLength(1);
  expect(first.told.errors).toEqual([]);
});

describe('when a process is gone', () => {
  const gone = async (details: Pick<Details, 'type' | 'reason' | 'name'>) => {
    const electron = standIn();
    const messages = await listened(electron, ['--board', board]);
    electron.app.emit('child-process-gone', {}, { ...details, exitCode: 7 });
    const log = await readFile(join(folder, 'data', 'continuist.log'), 'utf8');
    return { messages, log };
  };

  test.each([
    ['crashed', /^Nothing is lost: .* started again by itself; .* driver/],
    ['launch-failed', /^Nothing is lost: .* without the graphics card/],
  ] as const)('of the one that draws the windows the artist is told: %s', async (reason, hint) => {
    const { messages, log } = await gone({ type: 'GPU', reason });
    expect(await next(messages, 'lost')).toMatchObject({
      message: 'The process that draws the windows stopped working.',
      hint: expect.stringMatching(hint),
    });
    expect(log).toContain(`GPU, ${reason} (exit code 7)`);
  });

  test('of others the log tells, and of those that were ended nothing does', async () => {
    const electron = standIn();
    const messages = await listened(electron, ['--board', board]);
    const emit = (details: Pick<Details, 'type' | 'reason' | 'name'>) =>
      electron.app.emit('child-process-gone', {}, { ...details, exitCode: 7 });
    emit({ type: 'Utility', name: 'Continuist model', reason: 'oom' });
    emit({ type: 'Utility', name: 'Continuist model', reason: 'killed' });
    emit({ type: 'GPU', reason: 'clean-exit' });
    const log = await readFile(join(folder, 'data', 'continuist.log'), 'utf8');
    expect(log.match(/a process ended[^"]*\(exit code 7\)/g)?.slice(0, 1)).toEqual([
      'a process ended: Continuist model, oom (exit code 7)',
    ]);
    expect(log).not.toMatch(/, (killed|clean-exit) \(/);
    await closing?.();
    closing = null;
    const types: string[] = [];
    for await (const { type } of messages) types.push(type);
    expect(types).not.toContain('lost');
  });
});

/** A project of Storyboarder with so many boards, as its file in a folder of its own. */
async function projectOf(name: string, shots: number): Promise<string> {
  const file = join(folder, name, `${name}.storyboarder`);
  const boards = Array.from({ length: shots }, (_, at) => ({ uid: `${at}`, url: `board-${at}.png` }));
  await mkdir(join(folder, name, 'images'), { recursive: true });
  await writeFile(file, JSON.stringify({ version: '3.0.0', aspectRatio: 1.7777, boards }));
  await cp(join(board, 'shot_1.png'), join(folder, name, 'images', 'board-0-posterframe.jpg'));
  return file;
}

/** How many shots each storyboard that is open has. */
const shotsOf = (main: Awaited<ReturnType<typeof start>>) =>
  main?.storyboards.applications.map(
    ({ boardOrNull }) => Object.keys(boardOrNull?.review.records.shot ?? {}).length,
  );

describe('files that the system names', () => {
  const finder = (electron: ReturnType<typeof standIn>, path: string) =>
    electron.app.emit('open-file', { preventDefault: () => undefined }, path);

  test('on Windows and Linux the first start opens each in a window of its own', async () => {
    const electron = standIn();
    const files = [await projectOf('two', 2), pathToFileURL(await projectOf('three’s #1', 3)).href];
    const main = await start(electron, ['/opt/Continuist/continuist', '--no-sandbox', ...files]);
    await expect.poll(() => shotsOf(main)).toEqual([2, 3]);
    expect(electron.told.windows).toHaveLength(2);
    expect(electron.told.errors).toEqual([]);
  });

  test('started from its sources, neither Electron nor its script is taken for one', async () => {
    const electron = standIn({ isPackaged: false });
    const main = await start(electron, ['/opt/electron', '/program/dist/main.js', await projectOf('two', 2)]);
    expect(shotsOf(main)).toEqual([2]);
    expect(electron.told.errors).toEqual([]);
  });

  test('a second instance hands them over, also while the first is on its way', async () => {
    const first = standIn();
    const file = await projectOf('two', 2);
    const starting = start(first, ['/opt/continuist', board]);
    await startSecond(first, ['/opt/continuist', file]);
    const main = await starting;
    await expect.poll(() => shotsOf(main)).toEqual([1, 2]);
    await startSecond(first, ['/opt/continuist', await projectOf('three', 3)]);
    await expect.poll(() => shotsOf(main)).toEqual([1, 2, 3]);
  });

  test('a Mac names those of the first start before the program is ready; they are opened in the place of the sample', async () => {
    const electron = standIn();
    const files = [await projectOf('two', 2), await projectOf('three', 3)];
    const starting = start(electron, ['/Applications/Continuist.app/Contents/MacOS/Continuist']);
    for (const file of files) finder(electron, file);
    const main = await starting;
    await expect.poll(() => shotsOf(main)).toEqual([2, 3]);
    finder(electron, await projectOf('four', 4));
    await expect.poll(() => shotsOf(main)).toEqual([2, 3, 4]);
    expect(electron.told.recent).toHaveLength(3);
    expect(electron.told.errors).toEqual([]);
  });

  test('each that must be asked about is asked about in a window of its own', async () => {
    const electron = standIn();
    const folders = ['one', 'two'].map((name) => join(folder, name));
    for (const path of folders) {
      await cp(board, path, { recursive: true });
      // Either may be the shots file.
      for (const name of ['a.csv', 'b.csv'])
        await writeFile(join(path, name), 'shot,description\n1,A hill.\n');
    }
    const main = await start(electron, ['/opt/continuist', ...folders]);
    await expect
      .poll(() => main?.storyboards.applications.map(({ isAsking }) => isAsking))
      .toEqual([true, true]);
    expect(electron.told.windows).toHaveLength(2);
  });

  test('of one that is gone it is said, and the others are opened', async () => {
    const electron = standIn();
    const files = [join(folder, 'gone.otio'), await projectOf('two', 2)];
    const main = await start(electron, ['/opt/continuist', ...files]);
    await expect.poll(() => shotsOf(main)).toEqual([2]);
    expect(electron.told.errors).toHaveLength(1);
  });
});

test('what an instance of another kind hands over only brings the window to the front', async () => {
  const first = standIn();
  const main = await start(first);
  first.app.emit('second-instance', {}, ['electron', 'main.js', '--board', 'x'], folder, null);
  expect(first.told.calls).toContain('focus');
  expect(first.told.errors).toEqual([]);
  expect(main?.storyboards.first.boardOrNull).not.toBeNull();
});

test('a board that cannot be opened is said, and the window stays', async () => {
  const electron = standIn();
  expect(await start(electron, ['--board', join(folder, 'nowhere')])).not.toBeNull();
  expect(electron.told.errors).toHaveLength(1);
});

test('it ends after the review is put away, however often it is told to quit', async () => {
  const electron = standIn();
  const main = await start(electron);
  let prevented = 0;
  const quit = () => electron.app.emit('will-quit', { preventDefault: () => prevented++ });
  const exited = once(electron.app, 'exited');
  electron.api.app.exit = () => void electron.app.emit('exited');
  quit();
  quit();
  await exited;
  expect(prevented).toBe(2);
  expect(main?.storyboards.first.boardOrNull).toBeNull();
  closing = null;
});
