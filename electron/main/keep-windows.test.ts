/** The window, and the work that outlives it: real jobs, and a stand-in for Electron. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Application } from '@core/application.js';
import { applicationOptions } from '@core/host/index.js';
import { Storyboards } from '@core/storyboards/index.js';
import { startNodeChild } from '@inference/index.js';
import type { JobKind } from '@shared/job.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type KeptWindows, keepWindows } from './keep-windows.js';
import { standIn } from './testing/stand-in.js';

const BACKGROUND = 0;
const STOP = 1;
const CANCEL = 2;

let folder: string;
let application: Application;
let logged: unknown[];
let electron: ReturnType<typeof standIn>;
let storyboards: Storyboards;
let windows: KeptWindows;
let asked: number;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'continuist-window-'));
  logged = [];
  asked = 0;
  const options = await applicationOptions({
    host: 'electron',
    startChild: startNodeChild,
    dataFolder: join(folder, 'data'),
    modelsFolder: join(folder, 'no-models'),
    environment: {},
  });
  application = await Application.create({
    ...options,
    openWindow: () => asked++,
    log: (thrown) => logged.push(thrown),
  });
  electron = standIn({ data: join(folder, 'data') });
  storyboards = new Storyboards(application, { lingers: 0 });
  windows = keepWindows(electron.api, storyboards, '');
});

afterEach(async () => {
  await storyboards.close();
  await rm(folder, { recursive: true, force: true });
});

/** A job of pictures without end; each is let go by `finish`. */
function work(kind: JobKind = 'analysis', at = application) {
  let finish = () => {};
  const made: number[] = [];
  const { id } = at.jobs.start(kind, async ({ signal, progress, checkpoint }) => {
    for (let at = 0; ; at++) {
      checkpoint();
      progress(at, 10, `Shot ${at + 1}`);
      await new Promise<void>((resolve, reject) => {
        finish = resolve;
        signal.addEventListener('abort', () => reject(signal.reason));
      });
      made.push(at);
    }
  });
  return { id, made, finish: () => finish() };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));
const quits = () => electron.told.calls.filter((call) => call === 'quit').length;

/** As the artist closes it, and answers. */
async function close(answer: number): Promise<void> {
  electron.told.answer = answer;
  electron.window().close();
  await turn();
}

test('without work it closes, and the application quits', async () => {
  await close(CANCEL);
  expect(electron.told.questions).toEqual([]);
  expect(quits()).toBe(1);
});

test('while a judge is examined, which nobody waits for, it closes without a question', async () => {
  const { id } = work('examination');
  await turn();
  await close(CANCEL);
  expect(electron.told.questions).toEqual([]);
  expect(quits()).toBe(1);
  application.jobs.cancel(id);
});

describe('with work under way', () => {
  test('it asks, says how far the work is, and stays when that is the answer', async () => {
    work();
    await turn();
    await close(CANCEL);
    const [question] = electron.told.questions;
    expect(question?.buttons).toEqual([
      'Keep working in the background',
      'Stop after this picture',
      'Cancel',
    ]);
    expect(question?.cancelId).toBe(CANCEL);
    expect(question?.detail).toContain('Analysing: 0 of 10 done.');
    expect(electron.window().isDestroyed()).toBe(false);
    expect([application.jobs.current.length, quits()]).toEqual([1, 0]);
  });

  test('it asks once, however often it is closed meanwhile', async () => {
    work();
    await turn();
    electron.told.answer = CANCEL;
    electron.window().close();
    electron.window().close();
    await turn();
    expect(electron.told.questions).toHaveLength(1);
    await close(CANCEL);
    expect(electron.told.questions).toHaveLength(2);
  });

  test('in the background it goes on without a window; another start or the dock brings one back', async () => {
    const { finish, made, id } = work();
    await turn();
    await close(BACKGROUND);
    expect(electron.window().isDestroyed()).toBe(true);
    finish();
    await turn();
    expect([made, quits()]).toEqual([[0], 0]);
    windows.show();
    expect(electron.told.windows).toHaveLength(2);
    electron.app.emit('activate');
    expect(electron.told.windows).toHaveLength(2);
    expect(electron.told.calls).toContain('focus');
    // With a window nothing quits when the work ends.
    application.jobs.cancel(id);
    await application.jobs.ended(id);
    await turn();
    expect(quits()).toBe(0);
  });

  test('the last work in the background ends the application, and no work before it', async () => {
    const [first, second] = [work(), work('regeneration')];
    await turn();
    await close(BACKGROUND);
    application.jobs.cancel(first.id);
    await turn();
    expect(quits()).toBe(0);
    application.jobs.cancel(second.id);
    await turn();
    expect(quits()).toBe(1);
  });

  test('stopped after this picture, it finishes that one and quits', async () => {
    const { finish, made } = work();
    await turn();
    await close(STOP);
    expect([electron.window().isDestroyed(), quits()]).toEqual([true, 0]);
    finish();
    await turn();
    expect([made, application.jobs.current.length, quits()]).toEqual([[0], 0, 1]);
  });

  test('of a download it asks in its own words, and stops it at once', async () => {
    work('download');
    await turn();
    await close(STOP);
    expect(electron.told.questions[0]?.buttons?.[STOP]).toBe('Stop, and go on next time');
    expect(quits()).toBe(1);
  });
});

describe('several windows', () => {
  const another = async () => {
    const own = await storyboards.another();
    windows.open(own);
    return own;
  };

  test('each shows a storyboard of its own; the work of one is asked about when that one is closed', async () => {
    const own = await another();
    work('analysis', own);
    await turn();
    electron.told.answer = BACKGROUND;
    electron.windows[0]?.close();
    expect(electron.told.questions).toEqual([]);
    await close(BACKGROUND);
    expect(electron.told.questions).toHaveLength(1);
    expect(quits()).toBe(0);
    // What was closed is brought back, with the work that goes on.
    windows.show(own);
    expect(electron.told.windows).toHaveLength(3);
    await own.jobs.close();
    await turn();
    expect(quits()).toBe(0);
  });

  test('a second one on the same storyboard only watches, and nothing is asked when it is closed', async () => {
    windows.open();
    const [first, second] = storyboards.seatsAt(application);
    expect([first?.watchesOnly, second?.watchesOnly]).toEqual([false, true]);
    work();
    await turn();
    electron.window().close();
    expect(electron.told.questions).toEqual([]);
    expect(storyboards.seatsAt(application)).toEqual([first]);
  });

  test('quitting asks once about the work of all, and ends when that has stopped', async () => {
    const own = await another();
    const [here, there] = [work(), work('regeneration', own)];
    await turn();
    electron.told.answer = STOP;
    let prevented = 0;
    const quit = () => electron.app.emit('before-quit', { preventDefault: () => prevented++ });
    quit();
    quit();
    await turn();
    expect([prevented, electron.told.questions.length]).toEqual([2, 1]);
    expect(electron.told.questions[0]?.detail).toMatch(/Analysing: 0 of 10.*\nRegenerating: 0 of 10/);
    expect(electron.windows.every((window) => window.isDestroyed())).toBe(true);
    here.finish();
    there.finish();
    await expect.poll(quits).toBe(1);
    quit();
    expect(prevented).toBe(2);
  });

  test('quitting without work asks nothing, nor do its windows', () => {
    let prevented = 0;
    electron.app.emit('before-quit', { preventDefault: () => prevented++ });
    electron.window().close();
    expect([prevented, electron.told.questions]).toEqual([0, []]);
  });

  test('the menu opens another one as the page does, which says what goes wrong', () => {
    const file = electron.told.menu.find(({ label }) => label === 'File')?.submenu;
    const item = Array.isArray(file) ? file.find(({ label }) => label === 'New window') : undefined;
    (item?.click as (() => void) | undefined)?.();
    expect(asked).toBe(1);
  });

  test('the menu is that of the window in front, and acts on it', async () => {
    const entry = { title: 'Approve', group: 'Decisions', key: 'P', whileTyping: false, enabled: true };
    const own = await another();
    const menuOf = () => electron.told.menu.flatMap(({ label }) => label ?? []);
    const [seat] = storyboards.seatsAt(application);
    const [other] = storyboards.seatsAt(own);
    const heard: string[] = [];
    for (const [name, one] of [
      ['first', seat],
      ['other', other],
    ] as const)
      if (one) one.tell = (told) => void (told.type === 'action' && heard.push(`${name}: ${told.id}`));
    seat?.tellMenu([{ ...entry, id: 'approve' }]);
    expect(menuOf()).not.toContain('Decide');
    electron.windows[0]?.emit('focus');
    expect(menuOf()).toContain('Decide');
    const decide = electron.told.menu.find(({ label }) => label === 'Decide')?.submenu;
    if (Array.isArray(decide)) decide[0]?.click?.({} as never, undefined, {} as never);
    expect(heard).toEqual(['first: approve']);
    electron.windows[0]?.close();
    expect(menuOf()).not.toContain('Decide');
  });

  test('what is dropped comes to that window as a token, never as a path', () => {
    const [seat] = storyboards.seatsAt(application);
    const told: { type: string; token?: string }[] = [];
    if (seat) seat.tell = (one) => void told.push(one as never);
    for (const path of ['/boards/a', 'relative', '', null, 7])
      electron.window().ipc.emit('continuist-dropped', {}, path);
    expect(told).toEqual([{ type: 'dropped', token: expect.stringMatching(/^[0-9a-f]{32}$/) }]);
    expect(application.folderBrowser.pathOf(told[0]?.token ?? '')).toBe('/boards/a');
  });
});

describe('when the process of the page dies', () => {
  const die = (reason: string) => electron.contents.emit('render-process-gone', {}, { reason });
  const loads = () => electron.told.calls.filter((call) => call.startsWith('load ')).length;

  test('the page is loaded again, and the log says why', () => {
    die('crashed');
    expect(loads()).toBe(2);
    expect(logged).toEqual([expect.objectContaining({ message: expect.stringContaining('crashed') })]);
    expect(electron.told.errors).toEqual([]);
  });

  test('a page that dies again at once is not loaded for ever', () => {
    die('crashed');
    die('oom');
    expect(loads()).toBe(2);
    expect(electron.told.errors).toEqual(['The window stopped working twice.']);
  });

  test('one that ended as it should stays away', () => {
    die('clean-exit');
    expect([loads(), logged]).toEqual([1, []]);
  });
});
