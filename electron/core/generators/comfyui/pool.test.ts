/** Several servers as one: who gets a picture, and what becomes of it when a server is gone. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ComfyDouble } from '@testing/comfyui/double.js';
import { writePython } from '@testing/comfyui/json.js';
import { usualGraph } from '@testing/comfyui/usual-graph.js';
import { temporaryFolder } from '@testing/folder.js';
import { afterEach, expect, it, onTestFinished } from 'vitest';
import { type GenerationRequest, type Generator, GivenBack } from '../generator.js';
import { guarded } from '../guarded.js';
import { requestIn } from '../testing/request.js';
import { LIMITS } from './client.js';
import { comfyGenerator } from './index.js';

const doubles: ComfyDouble[] = [];
afterEach(() => Promise.all(doubles.splice(0).map((one) => one.stop())));

async function started(options: ConstructorParameters<typeof ComfyDouble>[0] = {}): Promise<ComfyDouble> {
  const double = await new ComfyDouble(options).start();
  doubles.push(double);
  return double;
}

async function poolOf(...servers: ComfyDouble[]) {
  const folder = await temporaryFolder();
  const workflow = join(folder, 'graph.json');
  await writeFile(workflow, writePython(usualGraph()));
  const addresses = servers.map(({ url }) => url);
  const own = guarded(
    comfyGenerator({ addresses, workflow }, { ...LIMITS, poll: 10, gone: 60, soon: 60_000 }),
    'ComfyUI',
  );
  let number = 0;
  const request = (): GenerationRequest =>
    requestIn(folder, { id: `${number}`, negativePrompt: '', seed: `${number++}`, fromFile: '' });
  return { own, request };
}

const watch = { signal: new AbortController().signal, progress: () => undefined };
const sent = (double: ComfyDouble): number => double.count('POST', '/prompt');
const saved = (double: ComfyDouble): number => double.files.namesIn('output').length;
const named = async (own: Generator, request: GenerationRequest) => (await own.handleFor(request)).server;

it('gives each picture to the least busy, also those that nobody has begun, and counts the work of others', async () => {
  const [a, b] = [await started(), await started()];
  const { own, request } = await poolOf(a, b);
  const four = await Promise.all([0, 1, 2, 3].map(() => named(own, request())));
  expect([a, b].map(({ url }) => four.filter((server) => server === url).length)).toEqual([2, 2]);
  expect(own.slots).toBe(4);
  const busy = await poolOf(a, b);
  othersWork(a);
  expect(await named(busy.own, busy.request())).toBe(b.url);
});

/** Somebody else's, which goes on for good. */
function othersWork(double: ComfyDouble): void {
  double.runner.isFrozen = true;
  const id = 'of somebody else';
  double.runner.put({ number: 0, id, graph: usualGraph() as never, extra: {}, outputs: ['9'] });
}

function later(milliseconds: number): void {
  const { now } = performance;
  onTestFinished(() => {
    performance.now = now;
  });
  performance.now = () => now.call(performance) + milliseconds;
}

it('gives several that come at once to several servers, also where one is slow to say how busy it is', async () => {
  const [quick, slow] = [await started(), await started()];
  const { own, request } = await poolOf(quick, slow);
  await named(own, request());
  slow.options = { fate: (_, path) => (path === '/queue' ? { do: 'drip', pause: 2 } : null) };
  const three = await Promise.all([1, 2, 3].map(() => named(own, request())));
  expect(three.filter((server) => server === slow.url)).toHaveLength(2);
});

it('counts its own work once', async () => {
  const [a, b] = [await started(), await started()];
  const { own, request } = await poolOf(a, b);
  const order = request();
  const handle = await own.handleFor(order);
  expect(handle.server).toBe(a.url);
  a.runner.isFrozen = true;
  const made = own.start(order, handle, watch);
  while (a.runner.running === null) await new Promise((done) => setTimeout(done, 2));
  othersWork(b);
  // One each: the first of them is as busy as the other.
  expect(await named(own, request())).toBe(a.url);
  a.runner.isFrozen = false;
  await made;
});

it('counts its own work no more when it has ended', async () => {
  const [a, b] = [await started(), await started()];
  const { own, request } = await poolOf(a, b);
  const order = request();
  await own.start(order, await own.handleFor(order), watch);
  expect([saved(a), await named(own, request())]).toEqual([1, a.url]);
});

it('counts what was named and never begun for a minute', async () => {
  const [a, b] = [await started(), await started()];
  const { own, request } = await poolOf(a, b);
  expect(await named(own, request())).toBe(a.url);
  later(61_000);
  expect(await named(own, request())).toBe(a.url);
});

it('gives no more to a server at which everything fails, until a while has gone by or nobody else is there', async () => {
  const [bad, good] = [await started(), await started()];
  bad.options = {
    fate: (_, path) => (path.startsWith('/history') ? { do: 'say', status: 200, body: '<html>' } : null),
  };
  const { own, request } = await poolOf(bad, good);
  const make = async () => {
    const order = request();
    const handle = await own.handleFor(order);
    const ended = await own.start(order, handle, watch).then(
      () => handle.server,
      (thrown) => `${handle.server} ${thrown.code}`,
    );
    // It makes what it was given all the same.
    while (bad.runner.running) await new Promise((done) => setTimeout(done, 2));
    return ended;
  };
  const failure = `${bad.url} GENERATOR_FAILED`;
  // One failure may be the picture's own fault.
  expect([await make(), await make()]).toEqual([failure, failure]);
  expect([await make(), await make(), await make()]).toEqual([good.url, good.url, good.url]);
  expect(own.slots).toBe(2);
  later(61_000);
  expect([await make(), await make()]).toEqual([failure, good.url]);
  later(122_000);
  bad.options = {};
  expect([await make(), own.slots]).toEqual([bad.url, 4]);
  bad.options = {
    fate: (_, path) => (path.startsWith('/history') ? { do: 'say', status: 200, body: '' } : null),
  };
  await good.stop();
  expect([await make(), await make(), await make()]).toEqual([failure, failure, failure]);
});

it('asks a server that was away again after a while', async () => {
  const [a, b] = [await started(), await started()];
  const { own, request } = await poolOf(a, b);
  await a.stop();
  expect(await named(own, request())).toBe(b.url);
  await a.start();
  later(11_000);
  expect(await named(own, request())).toBe(a.url);
});

it('has one server for an address that is written twice', async () => {
  const double = await started();
  const { own } = await poolOf(double, double);
  expect(own.slots).toBe(2);
  expect(await own.status(watch.signal)).not.toHaveProperty('servers');
});

it('gives none to a server that has not the node', async () => {
  const [without, having] = [await started(), await started()];
  without.options = {
    fate: (_, path) => (path === '/object_info/VAEDecode' ? { do: 'say', status: 200, body: '{}' } : null),
  };
  const { own, request } = await poolOf(without, having);
  for (const _ of [1, 2, 3]) expect(await named(own, request())).toBe(having.url);
});

it('gives none to a server that lacks the model, and says what is lacking where all do', async () => {
  const [without, having] = [await started({ models: ['other.safetensors'] }), await started()];
  const { own, request } = await poolOf(without, having);
  for (const _ of [1, 2, 3]) expect(await named(own, request())).toBe(having.url);
  const none = await poolOf(without, await started({ models: ['third.safetensors'] }));
  await expect(none.own.handleFor(none.request())).rejects.toMatchObject({
    message: expect.stringMatching(/None of the servers can run this graph.*no “tiny_sd15.safetensors”/),
  });
});

it('passes over a server that is away, and says so where all are', async () => {
  const [a, b] = [await started(), await started()];
  const { own, request } = await poolOf(a, b);
  await a.stop();
  expect(await named(own, request())).toBe(b.url);
  expect(own.slots).toBe(2);
  const status = await own.status(watch.signal);
  expect(status).toMatchObject({ ready: true, note: expect.stringContaining('1 of 2 servers are ready') });
  expect(status.servers?.map(({ address, ready }) => [address, ready])).toEqual([
    [a.url, false],
    [b.url, true],
  ]);
  await b.stop();
  const gone = await poolOf(a, b);
  await expect(gone.own.handleFor(gone.request())).rejects.toMatchObject({ code: 'GENERATOR_UNAVAILABLE' });
  expect(await gone.own.status(watch.signal)).toMatchObject({ ready: false });
});

it('gives back what a server had that ended, and another makes it, once', async () => {
  const [a, b] = [await started(), await started()];
  const { own, request } = await poolOf(a, b);
  const order = request();
  a.runner.isFrozen = true;
  const handle = await own.handleFor(order);
  expect(handle.server).toBe(a.url);
  const given = own.start(order, handle, watch).catch((thrown) => thrown);
  while (a.runner.running === null) await new Promise((done) => setTimeout(done, 2));
  await a.stop();
  expect(await given).toBeInstanceOf(GivenBack);
  // After a restart of ours it is known as well.
  expect(await own.resume?.(order, handle, watch)).toBeNull();
  const again = await own.handleFor(order);
  expect(again.server).toBe(b.url);
  await own.start(order, again, watch);
  expect([saved(a), sent(b), saved(b)]).toEqual([0, 1, 1]);
});

it('lets another make what it had taken up from a server that ends meanwhile', async () => {
  const [a, b] = [await started(), await started()];
  const { own, request } = await poolOf(a, b);
  const order = request();
  a.runner.isFrozen = true;
  const handle = await own.handleFor(order);
  const closing = new AbortController();
  const begun = own.start(order, handle, { ...watch, signal: closing.signal }).catch(() => null);
  while (a.runner.running === null) await new Promise((done) => setTimeout(done, 2));
  closing.abort();
  await begun;
  const looks = a.count('GET', '/queue');
  const resumed = own.resume?.(order, handle, watch).catch((thrown) => thrown);
  // It has found the work, and waits for it.
  while (a.count('GET', '/queue') < looks + 3) await new Promise((done) => setTimeout(done, 2));
  await a.stop();
  expect(await resumed).toBeNull();
  await own.start(order, await own.handleFor(order), watch);
  expect([saved(a), sent(b), saved(b)]).toEqual([0, 1, 1]);
});

it('gives nothing back of a server that is only silent: it may be at it', async () => {
  const [a, b] = [await started(), await started()];
  const { own, request } = await poolOf(a, b);
  const order = request();
  const handle = await own.handleFor(order);
  let asked = 0;
  a.options = { fate: (_, path) => (path.startsWith('/history') && asked++ < 12 ? { do: 'cut' } : null) };
  await own.start(order, handle, watch);
  expect([sent(a), sent(b)]).toEqual([1, 0]);
});
