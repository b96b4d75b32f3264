/** Windows at storyboards, with real applications and what each window is told. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouter } from '@core/router/index.js';
import { startApplication } from '@core/testing/application.js';
import { InferenceClient } from '@inference/index.js';
import { createRouterClient } from '@orpc/server';
import type { Message } from '@shared/contract/index.js';
import { ContinuistError } from '@shared/errors.js';
import { drawStoryboard } from '@testing/storyboard.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Seat } from './seat.js';
import { Storyboards } from './storyboards.js';

let folder: string;
let storyboards: Storyboards;
let boards: [string, string];
let names = 0;

beforeAll(async () => {
  // Nothing here is about what a judge says.
  vi.spyOn(InferenceClient.prototype, 'describe').mockRejectedValue(new ContinuistError('JUDGE_UNAVAILABLE'));
  folder = await mkdtemp(join(tmpdir(), 'continuist-storyboards-'));
  boards = [
    await drawStoryboard(join(folder, 'one'), { shots: 1 }),
    await drawStoryboard(join(folder, 'two'), { shots: 2 }),
  ];
  const application = await startApplication(folder, { log: () => undefined });
  storyboards = new Storyboards(application, { lingers: 0 });
});
afterAll(async () => {
  vi.restoreAllMocks();
  await storyboards.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  for (const application of storyboards.applications)
    for (const seat of storyboards.seatsAt(application)) storyboards.leave(seat);
  await expect.poll(() => storyboards.applications.length).toBe(1);
});

/** A window as the hosts make it. */
function opened(id = `window ${names++}`) {
  const seat = storyboards.sit(id);
  const api = createRouterClient(createRouter(seat));
  const told: Message[] = [];
  const abort = new AbortController();
  void (async () => {
    for await (const message of seat.watch(
      { watcher: `${id} ${names++}`.padEnd(32, 'x'), shots: [] },
      abort.signal,
    ))
      told.push(message);
  })();
  const leave = () => {
    abort.abort();
    storyboards.leave(seat);
  };
  const open = (path: string) =>
    api.open.board({ token: seat.application.folderBrowser.tokenFor(path), match: null });
  const shown = () => {
    const last = told.findLast((message) => message.type === 'document');
    return Object.keys(last?.document?.records.shot ?? {}).length;
  };
  const watchesOnly = () =>
    told.findLast((message) => message.type === 'document' || message.type === 'settings')?.watchesOnly;
  return { id, seat, api, told, leave, open, shown, watchesOnly };
}

/** Two windows that show the first storyboard, the first of which decides. */
async function both() {
  const first = opened();
  await first.open(boards[0]);
  const second = opened();
  await expect.poll(second.shown).toBe(1);
  return [first, second] as const;
}

const hold = (seat: Seat) => {
  const [shot] = Object.values(seat.application.board.review.records.shot);
  const command = { type: 'hold' as const, shotId: shot?.id ?? '', reason: '' };
  return { id: crypto.randomUUID().replaceAll('-', ''), at: Date.now(), command };
};

describe('two windows on one storyboard', () => {
  it('one decides; the other sees it at once, is told that it watches, and changes nothing', async () => {
    const [first, second] = await both();
    expect([first.watchesOnly(), second.watchesOnly()]).toEqual([false, true]);
    await first.api.command.run(hold(first.seat));
    await expect.poll(() => second.told.some(({ type }) => type === 'change')).toBe(true);
    const refused = { code: 'WATCHING_ONLY' };
    await expect(second.api.command.run(hold(second.seat))).rejects.toMatchObject(refused);
    await expect(second.api.command.undo()).rejects.toMatchObject(refused);
    await expect(second.api.analysis.start({ shotIds: null, again: false })).rejects.toMatchObject(refused);
    await expect(second.api.regeneration.resume()).rejects.toMatchObject(refused);
    await expect(second.api.source.takeIn()).rejects.toMatchObject(refused);
    await expect(second.api.job.cancel({ jobId: 'x'.repeat(32) })).rejects.toMatchObject(refused);
    // What is its own it may do.
    await second.api.settings.set({ theme: 'light' });
  });

  it('who was asked for by a window sits down beside it, also where another was opened since', async () => {
    const [first] = await both();
    const elsewhere = opened();
    await elsewhere.open(boards[1]);
    await expect.poll(elsewhere.shown).toBe(2);
    // Each its own storyboard, and all of them the same models.
    expect(elsewhere.seat.application).not.toBe(first.seat.application);
    expect(elsewhere.seat.application.sharedModels).toBe(first.seat.application.sharedModels);
    first.seat.bringAnother();
    const third = opened();
    expect(third.seat.application).toBe(first.seat.application);
    expect(third.seat.watchesOnly).toBe(true);
    await expect(first.api.window.invite()).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('the other can take over, and is the one that decides when the first is gone and back', async () => {
    const [first, second] = await both();
    await second.api.window.decideHere();
    await expect.poll(() => [first.watchesOnly(), second.watchesOnly()]).toEqual([true, false]);
    await second.api.command.run(hold(second.seat));
    await expect(first.api.command.undo()).rejects.toMatchObject({ code: 'WATCHING_ONLY' });
    second.leave();
    await expect.poll(first.watchesOnly).toBe(false);
    const back = opened(second.id);
    await expect.poll(back.shown).toBe(1);
    expect(back.seat === second.seat).toBe(true);
    expect(back.watchesOnly()).toBe(false);
  });

  it('the one that is left decides, as soon as it is told', async () => {
    const [first, second] = await both();
    await expect.poll(second.watchesOnly).toBe(true);
    first.leave();
    await expect.poll(second.watchesOnly).toBe(false);
    await second.api.command.run(hold(second.seat));
  });

  it('a page that is there twice sits in two places', () => {
    const [first, again] = [opened('same'), opened('same')];
    expect(again.seat === first.seat).toBe(false);
    expect([first.seat.watchesOnly, again.seat.watchesOnly]).toEqual([false, true]);
  });
});

describe('windows on different storyboards', () => {
  it('each has its own; what is opened in one leaves the other as it is', async () => {
    const [first, second] = [opened(), opened()];
    await first.open(boards[0]);
    await second.open(boards[1]);
    await expect.poll(() => [first.shown(), second.shown()]).toEqual([1, 2]);
    expect([first.watchesOnly(), second.watchesOnly()]).toEqual([false, false]);
    await second.api.command.run(hold(second.seat));
    await first.api.command.run(hold(first.seat));
    const [take] = Object.values(second.seat.application.board.review.records.take);
    const picture = await storyboards.picture({ sha256: take?.sha256 ?? '', width: 160 });
    expect(picture.mediaType).toBe('image/webp');
    await expect(storyboards.picture({ sha256: '0'.repeat(64), width: 160 })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('one that opens what another has open watches there, and its own is put away', async () => {
    const [first, second] = [opened(), opened()];
    await first.open(boards[0]);
    await second.open(boards[1]);
    const own = second.seat.application;
    await second.open(boards[0]);
    await expect.poll(second.shown).toBe(1);
    expect(second.watchesOnly()).toBe(true);
    expect(second.seat.application === first.seat.application).toBe(true);
    await expect.poll(() => storyboards.applications.includes(own)).toBe(false);
    await expect.poll(() => own.boardOrNull === null).toBe(true);
  });

  it('one that opens its own again while it works on it reads it anew, and goes on deciding', async () => {
    const window = opened();
    await window.open(boards[0]);
    const { application } = window.seat;
    application.jobs.start(
      'analysis',
      ({ signal }) => new Promise((resolve) => signal.addEventListener('abort', () => resolve('stopped'))),
    );
    await window.open(boards[0]);
    expect(window.seat.application === application).toBe(true);
    expect(application.board.review.readOnly).toBeNull();
    await window.api.command.run(hold(window.seat));
  });

  it('what cannot be opened leaves both as they are', async () => {
    const [first, second] = [opened(), opened()];
    await first.open(boards[0]);
    await expect(second.open(join(folder, 'nowhere'))).rejects.toMatchObject({ code: 'OPEN_FAILED' });
    expect(storyboards.applications.length).toBe(1);
    expect(second.seat.application === first.seat.application).toBe(true);
  });

  it('settings that one saves count in the other', async () => {
    const [first, second] = [opened(), opened()];
    await first.open(boards[0]);
    await second.open(boards[1]);
    await first.api.settings.set({ artist: 'Ada' });
    expect(second.seat.application.settings.artist).toBe('Ada');
  });

  it('work goes on without a window; then its storyboard is put away', async () => {
    const [first, second] = [opened(), opened()];
    await first.open(boards[0]);
    await second.open(boards[1]);
    const own = second.seat.application;
    await expect.poll(() => own.jobs.current.length).toBe(0);
    let finish = () => {};
    own.jobs.start(
      'analysis',
      () =>
        new Promise<string>((resolve) => {
          finish = () => resolve('done');
        }),
    );
    second.leave();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(storyboards.applications.includes(own)).toBe(true);
    finish();
    await expect.poll(() => storyboards.applications.includes(own)).toBe(false);
  });
});

it('remembers what was opened, by tokens; what is gone is said and can be forgotten', async () => {
  const gone = await drawStoryboard(join(folder, 'gone'), { shots: 1 });
  const window = opened();
  await window.open(gone);
  await window.open(boards[1]);
  await rm(gone, { recursive: true });
  const list = async () =>
    (await window.api.window.recent()).slice(0, 2).map(({ folder: inside, missing }) => [inside, missing]);
  const [last, before] = await window.api.window.recent();
  expect(last).not.toHaveProperty('path');
  expect([last?.missing, before?.missing]).toEqual([false, true]);
  await expect(window.api.open.board({ token: before?.token ?? '', match: null })).rejects.toMatchObject({
    code: 'OPEN_FAILED',
  });
  await window.api.window.forget({ token: before?.token ?? '' });
  expect((await list()).filter(([, missing]) => missing)).toEqual([]);
  await expect(window.api.window.another()).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
