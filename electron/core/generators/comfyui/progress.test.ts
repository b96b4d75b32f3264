/** What the socket says of one job, and what it says that is not believed. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished, vi } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';
import type { GenerationProgress } from '../generator.js';
import type { Work } from './handle.js';
import type { Nodes } from './links.js';
import { follow, socketPath } from './progress.js';

const work: Work = {
  server: 'http://127.0.0.1:1',
  promptId: '11111111-1111-1111-1111-111111111111',
  clientId: '22222222-2222-2222-2222-222222222222',
};
const { promptId: prompt_id } = work;
const OTHER = '33333333-3333-3333-3333-333333333333';
/** One in steps counts as twenty others: 22 in all. */
const NODES = {
  '3': { class_type: 'KSampler', inputs: { steps: 4 } },
  '8': { class_type: 'VAEDecode', inputs: {} },
  '9': { class_type: 'SaveImage', inputs: {} },
} as unknown as Nodes;
const PNG = Buffer.from('\x89PNG and more', 'latin1');

/** Its waits pass when the test says so. */
async function followed(nodes: Nodes = NODES) {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  onTestFinished(() => server.close());
  await once(server, 'listening');
  const sockets: WebSocket[] = [];
  const heard: string[] = [];
  server.on('connection', (socket, { url }) => {
    sockets.push(socket);
    socket.on('message', (data) => heard.push(`${url} ${data}`));
  });
  const told: GenerationProgress[] = [];
  const count = { ends: 0, cuts: 0 };
  let isReady = false;
  const { port } = server.address() as AddressInfo;
  const progress = follow(`ws://127.0.0.1:${port}${socketPath(work)}`, work, nodes, {
    progress: (now) => void told.push(now),
    end: () => count.ends++,
    cut: () => count.cuts++,
  });
  onTestFinished(() => progress.end());
  void progress.ready.then(() => {
    isReady = true;
  });
  const until = async (isSo: () => boolean): Promise<void> => {
    while (!isSo()) await new Promise((soon) => setImmediate(soon));
  };
  await until(() => heard.length > 0);
  return {
    sockets,
    heard,
    told,
    count,
    progress,
    until,
    isReady: () => isReady,
    say: (type: string, data: object = { prompt_id }) => sockets.at(-1)?.send(JSON.stringify({ type, data })),
    sendRaw: (data: string | Buffer) => sockets.at(-1)?.send(data),
    /** What was said before has been heard: a pong comes after it. */
    async settled(): Promise<void> {
      const socket = sockets.at(-1) as WebSocket;
      socket.ping();
      await once(socket, 'pong');
    },
  };
}

const frame = (about: object | string, picture: Buffer, event = 4): Buffer => {
  const json = Buffer.from(typeof about === 'string' ? about : JSON.stringify(about));
  const head = Buffer.alloc(8);
  head.writeUInt32BE(event, 0);
  head.writeUInt32BE(json.length, 4);
  return Buffer.concat([head, json, picture]);
};

it('says first that it wants to be told whose a preview is, and is ready when the server has heard it', async () => {
  const { heard, isReady, say, until, settled } = await followed();
  expect(heard).toEqual([
    `/ws?clientId=${work.clientId} {"type":"feature_flags","data":{"supports_preview_metadata":true}}`,
  ]);
  await settled();
  expect(isReady()).toBe(false);
  say('feature_flags', {});
  await until(isReady);
});

it('goes on after a second where the server says nothing of that', async () => {
  const { isReady, until } = await followed();
  vi.advanceTimersByTime(999);
  await new Promise((soon) => setImmediate(soon));
  expect(isReady()).toBe(false);
  vi.advanceTimersByTime(1);
  await until(isReady);
});

it('tells steps in words, and how much of the graph is behind: a node in steps is twenty others', async () => {
  const { say, told, settled } = await followed();
  say('progress', { prompt_id, value: 2, max: 4 });
  await settled();
  expect(told.at(-1)).toEqual({ state: 'running', progress: 0, doing: 'Step 2 of 4' });
  say('progress_state', {
    prompt_id,
    nodes: { '3': { value: 2, max: 4, state: 'running' }, '8': { value: 0, max: 1, state: 'running' } },
  });
  await settled();
  expect(told.at(-1)).toEqual({ state: 'running', progress: 10 / 22, doing: 'Step 2 of 4' });
  const finished = { value: 0, max: 0, state: 'finished' };
  say('progress_state', {
    prompt_id,
    nodes: {
      '3': { value: 9, max: 4, state: 'running' },
      '8': finished,
      '9': { value: 1, max: 0, state: 'running' },
    },
  });
  await settled();
  expect(told.at(-1)?.progress).toBe(21 / 22);
  // Nodes that the graph has not weigh nothing.
  say('progress_state', { prompt_id, nodes: { '3': finished, '77': finished } });
  await settled();
  expect(told.at(-1)?.progress).toBe(20 / 22);
});

it('counts what was cached as behind, once', async () => {
  const { say, told, settled } = await followed();
  say('execution_cached', { prompt_id, nodes: ['3', 'none'] });
  say('progress_state', {
    prompt_id,
    nodes: { '3': { value: 0, max: 4, state: 'running' }, '8': { value: 1, max: 1, state: 'finished' } },
  });
  await settled();
  expect(told.at(-1)?.progress).toBe(21 / 22);
  say('execution_cached', { prompt_id, nodes: 'all' });
  say('progress_state', { prompt_id, nodes: {} });
  await settled();
  expect(told.at(-1)?.progress).toBe(20 / 22);
  const empty = await followed({});
  empty.say('progress_state', { prompt_id, nodes: {} });
  await empty.settled();
  expect(empty.told.at(-1)?.progress).toBe(0);
});

it('keeps what it knew where a message has not the form', async () => {
  const { say, sendRaw, told, settled } = await followed();
  say('progress', { prompt_id, value: 1, max: 4 });
  say('progress', { prompt_id, value: 'two', max: 4 });
  say('progress_state', { prompt_id, nodes: { '3': 7 } });
  for (const text of ['no JSON', '[]', '{"type":7,"data":{}}', '{"type":"progress"}', 'null']) sendRaw(text);
  await settled();
  expect(told.at(-1)).toEqual({ state: 'running', progress: 0, doing: 'Step 1 of 4' });
});

it.each([
  ['execution_success', 1],
  ['execution_error', 1],
  ['execution_interrupted', 1],
  ['executing', 0],
  ['execution_start', 0],
])('asks how it stands after %s: %i', async (type, times) => {
  const { say, count, settled } = await followed();
  say(type);
  await settled();
  expect(count.ends).toBe(times);
});

it('says nothing of anybody else’s work, and of work without an owner', async () => {
  const { say, sendRaw, told, count, settled } = await followed();
  for (const data of [{ prompt_id: OTHER }, {}]) {
    say('progress', { ...data, value: 3, max: 4 });
    say('progress_state', { ...data, nodes: { '3': { value: 3, max: 4, state: 'running' } } });
    say('execution_success', data);
  }
  sendRaw(frame({ prompt_id: OTHER }, PNG));
  await settled();
  expect(told).toEqual([]);
  expect(count.ends).toBe(0);
});

it('shows a preview that says it is of this work, whatever the form of the picture', async () => {
  const { sendRaw, say, told, settled } = await followed();
  say('progress', { prompt_id, value: 1, max: 4 });
  const jpeg = Buffer.from([0xff, 0xd8, 0xff, 1, 2]);
  for (const picture of [PNG, jpeg]) sendRaw(frame({ prompt_id, node_id: '3' }, picture));
  await settled();
  expect(told.slice(1, 3)).toEqual(
    [PNG, jpeg].map((preview) => ({ state: 'running', progress: 0, doing: 'Step 1 of 4', preview })),
  );
});

it.each([
  ['of an older kind, which does not say whose it is', frame({ prompt_id }, PNG, 1)],
  ['too short', Buffer.alloc(7)],
  ['with nothing behind its words', frame({ prompt_id }, Buffer.alloc(0))],
  ['whose words are longer than it is', Buffer.from([0, 0, 0, 4, 0, 0, 9, 9, 123, 125])],
  ['whose words are no JSON', frame('prompt', PNG)],
  ['whose words are nothing', frame('null', PNG)],
  ['that is no picture', frame({ prompt_id }, Buffer.from('<svg></svg>'))],
  ['with a picture further in', frame({ prompt_id }, Buffer.from('xx\x89PNG', 'latin1'))],
])('shows no preview %s', async (_, data) => {
  const { sendRaw, told, settled } = await followed();
  sendRaw(data);
  await settled();
  expect(told.filter(({ preview }) => preview)).toEqual([]);
});

it('is cut where the server closes, is not waited for then, and opens again under the same name', async () => {
  const { sockets, heard, count, isReady, until, say, told } = await followed();
  sockets[0]?.terminate();
  await until(() => count.cuts === 1);
  await until(isReady);
  expect(heard).toHaveLength(1);
  vi.advanceTimersByTime(1_000);
  await until(() => heard.length === 2);
  expect(heard[1]).toBe(heard[0]);
  say('progress', { prompt_id, value: 4, max: 4 });
  await until(() => told.at(-1)?.doing === 'Step 4 of 4');
});

it('tells nothing and opens nothing after its end', async () => {
  const { sockets, heard, count, told, progress } = await followed();
  const closed = once(sockets[0] as WebSocket, 'close');
  sockets[0]?.send(JSON.stringify({ type: 'progress', data: { prompt_id, value: 1, max: 4 } }));
  progress.end();
  await closed;
  await new Promise((done) => setImmediate(done));
  expect([told, count, heard.length]).toEqual([[], { ends: 0, cuts: 0 }, 1]);
  expect(vi.getTimerCount()).toBe(0);
  const cut = await followed();
  cut.sockets[0]?.terminate();
  await cut.until(() => cut.count.cuts === 1);
  cut.progress.end();
  expect(vi.getTimerCount()).toBe(0);
});
