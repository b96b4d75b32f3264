/** One contract, three transports: the same calls, errors, events and ends over each. */
import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { Application } from '@core/application.js';
import { applicationOptions } from '@core/host/index.js';
import { createRouter } from '@core/router/index.js';
import { Storyboards } from '@core/storyboards/index.js';
import { startNodeChild } from '@inference/index.js';
import { createORPCClient } from '@orpc/client';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { RPCLink as SocketLink } from '@orpc/client/websocket';
import type { ContractRouterClient } from '@orpc/contract';
import { createRouterClient } from '@orpc/server';
import { RPCHandler as PortHandler } from '@orpc/server/message-port';
import type { Contract } from '@shared/contract/index.js';
import { errorData } from '@shared/error-data.js';
import { shotsInOrder } from '@shared/records/index.js';
import { enter } from '@testing/enter.js';
import { temporaryFolder } from '@testing/folder.js';
import sharp from 'sharp';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startServer } from '../electron/server/index.js';
import { mirrorOf } from './support/mirror.js';

type Api = ContractRouterClient<Contract>;

const inProcess = async (application: Application): Promise<Api> =>
  createRouterClient(createRouter(new Storyboards(application).sit('test')));

/** What Electron's ports do: every message is a structured clone. */
async function overPort(application: Application): Promise<Api> {
  const { port1, port2 } = new MessageChannel();
  new PortHandler(createRouter(new Storyboards(application).sit('test'))).upgrade(
    port1 as unknown as MessagePort,
  );
  onTestFinished(() => port1.close());
  return createORPCClient(new PortLink({ port: port2 as unknown as MessagePort }));
}

async function overSocket(application: Application, folder: string): Promise<Api> {
  const rendererFolder = join(folder, 'page');
  await mkdir(rendererFolder);
  await writeFile(join(rendererFolder, 'index.html'), '<!doctype html>');
  const server = await startServer({ storyboards: new Storyboards(application), rendererFolder });
  const { socket } = await enter(server.address);
  onTestFinished(() => server.close());
  return createORPCClient(new SocketLink({ websocket: socket as unknown as globalThis.WebSocket }));
}

async function openApplication(folder: string): Promise<Application> {
  const board = join(folder, 'board');
  await mkdir(board);
  for (const [index, background] of ['#803030', '#308030', '#303080'].entries())
    await sharp({ create: { width: 96, height: 54, channels: 3, background } })
      .png()
      .toFile(join(board, `shot_${index + 1}.png`));
  const application = await Application.create(
    await applicationOptions({
      host: 'test',
      startChild: startNodeChild,
      dataFolder: join(folder, 'data'),
      modelsFolder: join(folder, 'no-models'),
      environment: {},
    }),
  );
  onTestFinished(() => application.close());
  await application.open(board);
  return application;
}

const errorOf = async (call: Promise<unknown>) => {
  const thrown: unknown = await call.then(
    () => null,
    (error: unknown) => error,
  );
  return errorData.parse((thrown as { data?: unknown }).data);
};

describe.each([
  ['in process', inProcess],
  ['over a port that clones', overPort],
  ['over a WebSocket', overSocket],
] as const)('%s', (_name, connect) => {
  test('calls, typed errors, changes, undo, jobs and the end of a watch', async () => {
    const folder = await temporaryFolder();
    const application = await openApplication(folder);
    const api = await connect(application, folder);

    expect(await api.info()).toMatchObject({ host: 'test', hasOpenDialog: false });
    expect((await errorOf(api.open.board({ token: 'made up', match: null }))).code).toBe('NOT_FOUND');
    const nothing = await errorOf(api.command.undo());
    expect(nothing).toMatchObject({ code: 'NOTHING_TO_UNDO', hint: 'Everything is as it was.' });
    // Input that does not fit the contract never reaches the application.
    await expect(
      api.command.run({ id: randomUUID(), at: Date.now(), command: { type: 'explode' } as never }),
    ).rejects.toMatchObject({ code: 'BAD_REQUEST' });

    const mirror = await mirrorOf(api);
    const opened = await mirror.until(({ open }) => open);
    const [first] = shotsInOrder(opened.records);
    if (!first) throw new Error('the board is empty');
    await api.command.run({
      id: randomUUID(),
      at: Date.now(),
      command: { type: 'set-stars', shotId: first.id, stars: 4 },
    });
    await mirror.until(({ records }) => records.shot[first.id]?.stars === 4);
    await api.command.undo();
    await mirror.until(({ records }) => records.shot[first.id]?.stars === 0);
    await api.command.redo();
    await mirror.until(({ records }) => records.shot[first.id]?.stars === 4);

    const { jobId } = await api.analysis.start({ shotIds: null, again: false });
    const ended = await mirror.until(({ jobs }) => jobs[jobId]?.state === 'failed');
    expect(ended.jobs[jobId]?.error?.code).toBe('JUDGE_UNAVAILABLE');
    expect(await api.job.cancel({ jobId })).toEqual({ cancelled: false });

    const abort = new AbortController();
    const watch = await api.watch({ watcher: randomUUID(), shots: [] }, { signal: abort.signal });
    expect((await watch.next()).value).toMatchObject({ type: 'document' });
    const next = watch.next().then(
      ({ done }) => done,
      () => true,
    );
    abort.abort();
    expect(await next).toBe(true);

    expect((await errorOf(api.look({ watcher: randomUUID(), shots: [] }))).code).toBe('NOT_FOUND');
    const other = shotsInOrder(opened.records)[1]?.id ?? '';
    await api.look({ watcher: mirror.watcher, shots: [first.id, 'no-such-shot'] });
    expect([...(await mirror.until(({ looked }) => looked.size > 0)).looked]).toEqual([first.id]);
    for (const shotId of [other, first.id])
      await api.command.run({
        id: randomUUID(),
        at: Date.now(),
        command: { type: 'add-claim', shotId, kind: 'entity', text: 'a lamp' },
      });
    const { records } = await mirror.until((seen) => Object.keys(seen.records.claim).length > 0);
    expect(Object.values(records.claim).map(({ shotId }) => shotId)).toEqual([first.id]);
    await mirror.until(({ analyses }) => Object.keys(analyses).length > 0);
    const anew = await (await mirrorOf(api, [first.id])).until(({ open }) => open);
    const { confirmed, overview, analyses, looked, event } = mirror.now;
    expect(anew).toMatchObject({ confirmed, overview, analyses, looked, event });

    expect(await api.exports.make({ id: 'csv' })).toMatchObject({
      name: expect.stringMatching(/-scores\.csv$/),
    });
  });
});
