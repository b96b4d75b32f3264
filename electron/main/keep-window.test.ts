/** The window, and the work that outlives it: real jobs, and a stand-in for Electron. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Application } from '@core/application.js';
import { applicationOptions } from '@core/host/index.js';
import { createRouter } from '@core/router/index.js';
import { startNodeChild } from '@inference/index.js';
import type { JobKind } from '@shared/job.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { keepWindow } from './keep-window.js';
import { standIn } from './testing/stand-in.js';

const BACKGROUND = 0;
const STOP = 1;
const CANCEL = 2;

let folder: string;
let application: Application;
let logged: unknown[];
let electron: ReturnType<typeof standIn>;
let show: () => void;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'continuist-window-'));
  logged = [];
  const options = await applicationOptions({
    host: 'electron',
    startChild: startNodeChild,
    dataFolder: join(folder, 'data'),
    modelsFolder: join(folder, 'no-models'),
    environment: {},
  });
  application = await Application.create({ ...options, log: (thrown) => logged.push(thrown) });
  electron = standIn({ data: join(folder, 'data') });
  show = keepWindow(electron.api, application, { router: createRouter(application), preload: '' });
});

afterEach(async () => {
  await application.close();
  await rm(folder, { recursive: true, force: true });
});

/** A job of pictures without end; each is let go by `finish`. */
function work(kind: JobKind = 'analysis') {
  let finish = () => {};
  const made: number[] = [];
  const { id } = application.jobs.start(kind, async ({ signal, progress, checkpoint }) => {
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
    show();
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
