/** A folder of more than is read before it is shown: what is done meanwhile is done in its order, and of pictures that are known. */
import { join } from 'node:path';
import { createRouter } from '@core/router/index.js';
import { Storyboards } from '@core/storyboards/index.js';
import { createRouterClient } from '@orpc/server';
import { isProvisional, shotsInOrder } from '@shared/records/index.js';
import { temporaryFolder } from '@testing/folder.js';
import { drawStoryboard } from '@testing/storyboard.js';
import { expect, it, onTestFinished, vi } from 'vitest';
import type { Application } from './application.js';
import { startApplication } from './testing/application.js';

/** Pictures are read when `goOn` is called, and a decision's own at once. */
async function opened() {
  const folder = await temporaryFolder();
  const application = await startApplication(folder, { readAtOnce: 0 });
  onTestFinished(() => application.close());
  let goOn = (): void => undefined;
  const waiting = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  application.onOpened((_, { identities }) => {
    const all = identities.all.bind(identities);
    vi.spyOn(identities, 'all').mockImplementation(async (...args) => {
      await waiting;
      return all(...args);
    });
  });
  await application.open(await drawStoryboard(join(folder, 'board'), { shots: 3 }));
  const api = createRouterClient(createRouter(new Storyboards(application).sit('window')));
  return { application, api, goOn };
}

const hashes = ({ board }: Application) =>
  Object.values(board.review.records.take).map(({ sha256 }) => sha256);
const shots = ({ board }: Application) => shotsInOrder(board.review.records);
const approve = (application: Application, at: number) => {
  const { id: shotId, pickId } = shots(application)[at] ?? { id: '', pickId: null };
  const command = { type: 'approve-take' as const, shotId, takeId: pickId ?? '' };
  return { id: crypto.randomUUID().replaceAll('-', ''), at: Date.now(), command };
};

it('decisions and steps back are done in the order in which they come, each of a picture that is read', async () => {
  const { application, api } = await opened();
  expect(hashes(application).every(isProvisional)).toBe(true);
  const asked = [
    () => api.command.run(approve(application, 0)),
    () => api.command.run(approve(application, 1)),
    () => api.command.undo(),
    () => api.command.run(approve(application, 2)),
  ];
  const done: Promise<unknown>[] = [];
  for (const ask of asked) {
    done.push(ask());
    // A window's messages come one by one.
    await new Promise((resolve) => setImmediate(resolve));
  }
  await Promise.all(done);
  expect(shots(application).map(({ status }) => status)).toEqual(['approved', 'pending', 'approved']);
  const { decision, take } = application.board.review.records;
  for (const { takeId, basis } of Object.values(decision)) {
    expect(basis?.picture).toBe(take[takeId ?? '']?.sha256);
    expect(isProvisional(basis?.picture ?? '')).toBe(false);
  }
  // One that is refused holds nobody up.
  await expect(
    api.command.run({ ...approve(application, 0), command: { type: 'reject', shotId: 'none', reason: '' } }),
  ).rejects.toThrow();
  await api.command.undo();
  expect(shots(application).map(({ status }) => status)).toEqual(['approved', 'pending', 'pending']);
});

it('what is exported waits until all are read', async () => {
  const { application, goOn } = await opened();
  let made = false;
  const making = application.exports.make('feedback').then((exported) => {
    made = true;
    return exported;
  });
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(made).toBe(false);
  goOn();
  const exported = await making;
  const token = exported && 'token' in exported ? exported.token : '';
  const [file] = application.exports.taken(token)?.files ?? [];
  const text = String(file && 'content' in file ? file.content : '');
  expect(hashes(application).some(isProvisional)).toBe(false);
  for (const hash of hashes(application)) expect(text).toContain(hash);
});
