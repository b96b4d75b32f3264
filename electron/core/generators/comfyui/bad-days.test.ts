/** What an artist sees on the server's bad days: the picture all the same, or words that help. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { isUnreadable, pictureHeader } from '@core/measures/index.js';
import { ComfyDouble } from '@testing/comfyui/double.js';
import type { Job, News } from '@testing/comfyui/job.js';
import { writePython } from '@testing/comfyui/json.js';
import { usualGraph } from '@testing/comfyui/usual-graph.js';
import type { Fate } from '@testing/fate.js';
import { plainPng, withTexts } from '@testing/pictures.js';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { GenerationProgress, GenerationRequest } from '../generator.js';
import { guarded } from '../guarded.js';
import { requestIn } from '../testing/request.js';
import { LIMITS, type Limits } from './client.js';
import { comfyGenerator } from './index.js';

let folder: string;
let double: ComfyDouble;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'continuist-bad-days-'));
  await writeFile(join(folder, 'plain.png'), await plainPng());
});
afterAll(() => rm(folder, { recursive: true, force: true }));
beforeEach(async () => {
  double = await new ComfyDouble().start();
});
afterEach(() => double.stop());

const PLENTY: Limits = { ...LIMITS, poll: 20, json: 1024 * 1024 };
/** Where it is the waiting that is to end. */
const SHORT: Limits = { ...PLENTY, answer: 200, pieces: 200, whole: 600, away: 300 };

async function take(text: string, kind = 'prompt'): Promise<string> {
  const file = join(folder, `${Math.random()}.png`);
  await writeFile(file, withTexts(await plainPng(), { [kind]: text }));
  return file;
}

const connected = (address = double.url, workflow = '', limits = PLENTY) =>
  guarded(comfyGenerator({ addresses: address ? [address] : [], workflow }, limits), 'ComfyUI');

async function made(graph: unknown = usualGraph(), change: Partial<GenerationRequest> = {}, limits = PLENTY) {
  const told: GenerationProgress[] = [];
  const own = connected(double.url, '', limits);
  const request = requestIn(folder, {
    negativePrompt: '',
    seed: '7',
    fromFile: await take(writePython(graph)),
    ...change,
  });
  const watch = {
    signal: new AbortController().signal,
    progress: (now: GenerationProgress) => told.push(now),
  };
  const image = await own.start(request, await own.handleFor(request), watch);
  return { ...image, told };
}

const whyNot = (picture: Promise<unknown>): Promise<{ code: string; message: string }> =>
  picture.then(
    () => ({ code: 'none', message: 'it was made' }),
    (thrown) => thrown,
  );

/** For one path. */
const at =
  (part: string, fate: Fate) =>
  (_: string, path: string): Fate | null =>
    path.startsWith(part) ? fate : null;
const says = (status: number, body: string): Fate => ({ do: 'say', status, body });

describe('a bad day of the server', () => {
  const ROWS: readonly (readonly [day: string, part: string, fate: Fate, code: string, words: RegExp])[] = [
    ['is silent', '/history', { do: 'silence' }, 'GENERATOR_UNAVAILABLE', /does not answer|too long/],
    ['cuts the connection', '/history', { do: 'cut' }, 'GENERATOR_UNAVAILABLE', /connection was cut/],
    ['is slow beyond waiting', '/history', { do: 'drip', pause: 100 }, 'GENERATOR_UNAVAILABLE', /too long/],
    ['answers without end', '/history', { do: 'endless' }, 'GENERATOR_FAILED', /larger than/],
    ['speaks of other things', '/history', says(200, '{"a": [1]}'), 'GENERATOR_FAILED', /no ComfyUI has/],
    ['says no JSON', '/queue', says(200, '<html>'), 'GENERATOR_FAILED', /no ComfyUI has/],
    ['takes nothing so large', '/prompt', says(413, 'Maximum'), 'GENERATOR_FAILED', /too large for ComfyUI/],
    [
      'refuses who asks',
      '/prompt',
      says(403, ''),
      'GENERATOR_FAILED',
      /refuses to be asked from here.*address/,
    ],
    [
      'fails within',
      '/prompt',
      says(500, '500 Internal'),
      'GENERATOR_FAILED',
      /failed at the request \(500\): 500 Internal$/,
    ],
    [
      'says NaN',
      '/prompt',
      says(400, '{"error": {"type": "x", "message": "odd", "details": NaN}}'),
      'GENERATOR_FAILED',
      /\(400\)|odd/,
    ],
    ['hands out nothing', '/view', says(404, ''), 'GENERATOR_FAILED', /gone from its output folder/],
    ['hands out a redirect', '/view', says(302, ''), 'GENERATOR_FAILED', /does not hand out/],
    [
      'calls it another name',
      '/prompt',
      says(200, '{"prompt_id": "x", "number": 1}'),
      'GENERATOR_FAILED',
      /another name/,
    ],
  ];
  it.each(ROWS)('is told when it %s', async (_, part, fate, code, words) => {
    double.options = { fate: at(part, fate) };
    // One that cannot be reached is waited for, up to a limit.
    const limits = code === 'GENERATOR_UNAVAILABLE' ? SHORT : PLENTY;
    const why = await whyNot(made(undefined, {}, limits));
    expect(why.message).toMatch(words);
    expect(why.code).toBe(code);
  });

  it.each([
    ['with a path', '../../x.png', 'continuist'],
    ['in another folder', '00001_.png', '..'],
  ])('names a picture %s: it is not asked for', async (_day, name, subfolder) => {
    double.options = {
      fate: (_, path) => {
        const id = /^\/history\/(.+)$/.exec(path)?.[1];
        const image = { filename: `${id}_${name}`, subfolder, type: 'output' };
        const status = { status_str: 'success', completed: true, messages: [] };
        return id
          ? says(200, JSON.stringify({ [id]: { outputs: { 9: { images: [image] } }, status } }))
          : null;
      },
    };
    expect((await whyNot(made())).message).toMatch(/outside of the folder/);
    expect(double.count('GET', '/view')).toBe(0);
  });

  it('hands out something else than a picture: whoever takes it sees that', async () => {
    double.options = { fate: at('/view', says(200, '<html>not you</html>')) };
    const { bytes } = await made();
    expect(isUnreadable(await pictureHeader(bytes))).toBe(true);
  });

  it('has a socket that is silent: the picture comes', async () => {
    double.sockets.isSilent = true;
    const { told } = await made();
    expect(told.every(({ preview }) => preview === undefined)).toBe(true);
  });

  it.each([
    ['a preview of one byte', (news, client, id) => news.preview(client, id, Buffer.from([1]), 'JPEG')],
    [
      'a node by a name that every object knows',
      (news, client, id) => {
        const nodes = { constructor: { value: 1, max: 2, state: 'running' } };
        news.tell(client, 'progress_state', { ...id, nodes });
      },
    ],
    [
      'what is no name',
      (news, client, id) => news.tell(client, 'execution_cached', { ...id, nodes: [{ toString: 1 }, null] }),
    ],
  ] satisfies [string, (news: News, client: string, id: { prompt_id: string }) => void][])(
    'tells %s over its socket: the picture comes',
    async (_, tell) => {
      double.runner.isFrozen = true;
      const picture = made();
      await vi.waitUntil(() => double.runner.running, { timeout: 10_000, interval: 2 });
      const { id, extra } = double.runner.running as Job;
      tell(double.sockets, String(extra.client_id), { prompt_id: id });
      double.runner.isFrozen = false;
      expect((await picture).bytes.length).toBeGreaterThan(0);
    },
  );

  it('is there before the history is: the picture comes', async () => {
    await double.stop();
    double = await new ComfyDouble({ late: 60 }).start();
    expect((await made()).bytes.length).toBeGreaterThan(0);
  });

  it('dies at work: that is said while it is waited for, instead of how far it was', async () => {
    double.runner.isFrozen = true;
    const told: GenerationProgress[] = [];
    const own = connected(double.url);
    const request = requestIn(folder, {
      negativePrompt: '',
      fromFile: await take(writePython(usualGraph())),
    });
    const watch = {
      signal: new AbortController().signal,
      progress: (now: GenerationProgress) => void told.push(now),
    };
    const picture = own.start(request, await own.handleFor(request), watch);
    await vi.waitUntil(() => double.runner.running, { timeout: 10_000, interval: 2 });
    await double.stop();
    await vi.waitUntil(() => told.at(-1)?.doing.includes('does not answer'), {
      timeout: 10_000,
      interval: 2,
    });
    expect(told.at(-1)).toMatchObject({
      state: 'queued',
      doing: expect.stringMatching(/^ComfyUI does not answer: see whether it runs\. It is waited for/),
    });
    await double.start();
    expect((await picture).bytes.length).toBeGreaterThan(0);
    expect(told.at(-1)?.doing).not.toContain('does not answer');
  });

  it('works for somebody else first: that is said, and waited for', async () => {
    double.runner.isFrozen = true;
    double.runner.put({ number: 0, id: 'other', graph: usualGraph() as never, extra: {}, outputs: ['9'] });
    const picture = made();
    while (double.runner.pending.length === 0) await new Promise((done) => setTimeout(done, 2));
    double.runner.put({ number: 9, id: 'later', graph: usualGraph() as never, extra: {}, outputs: ['9'] });
    const looks = double.count('GET', '/queue');
    while (double.count('GET', '/queue') < looks + 2) await new Promise((done) => setTimeout(done, 2));
    double.runner.isFrozen = false;
    const { told } = await picture;
    expect(told.map(({ doing }) => doing)).not.toContain('2 pictures before it in ComfyUI');
    expect(told.map(({ doing }) => doing)).toContain('One picture before it in ComfyUI');
    expect(told.map(({ doing }) => doing)).toContain('Step 4 of 4');
  });

  it('was told to stop there: that is said', async () => {
    double.runner.isFrozen = true;
    const picture = whyNot(made());
    while (!double.runner.running) await new Promise((done) => setTimeout(done, 2));
    double.runner.interrupt();
    expect((await picture).message).toMatch(/stopped there/);
  });

  it('lost it from its queue at somebody’s hand: it is not sent again', async () => {
    double.runner.hold();
    const picture = whyNot(made());
    while (double.runner.pending.length === 0) await new Promise((done) => setTimeout(done, 2));
    double.runner.drop(() => true);
    expect((await picture).message).toMatch(/taken out of its queue/);
    expect(double.count('POST', '/prompt')).toBe(1);
  });
});

it('shows how the picture looks so far, where the server can', async () => {
  double.runner.isFrozen = true;
  const picture = made();
  const isHeard = (): boolean => {
    const { extra } = double.runner.running ?? {};
    return extra !== undefined && double.sockets.knowsWhose(String(extra.client_id));
  };
  await vi.waitUntil(isHeard, { timeout: 60_000, interval: 2 });
  double.runner.isFrozen = false;
  expect((await picture).told.some(({ preview }) => preview !== undefined)).toBe(true);
});

it('does not send again and again what never comes through', async () => {
  double.options = { fate: at('/prompt', { do: 'cut' }) };
  expect((await whyNot(made())).message).toMatch(/loses the picture again and again/);
  expect(double.count('POST', '/prompt')).toBe(2);
});

describe('a graph with several outputs', () => {
  const graph = (more: object) => ({ ...usualGraph(), ...more });
  const image = ['8', 0];

  it('gives the picture that was asked for, whatever else it saves', async () => {
    const both = graph({ 19: { class_type: 'SaveImage', inputs: { images: image, filename_prefix: 'x' } } });
    expect((await made(both)).bytes.length).toBeGreaterThan(0);
    expect(double.files.namesIn('output')).toContain('ComfyUI_00001_.png');
  });

  it('gives its picture although another one failed', async () => {
    const failing = graph({
      20: { class_type: 'RecFail', inputs: { image } },
      21: { class_type: 'PreviewImage', inputs: { images: ['20', 0] } },
    });
    expect((await made(failing)).bytes.length).toBeGreaterThan(0);
    expect([...double.runner.history.values()].map(({ status }) => status.completed)).toEqual([false]);
  });
});

type Nodes = Record<
  string,
  { class_type: string; inputs: Record<string, unknown>; _meta?: { title: string } }
>;

describe.each(['0.3.64', '0.27.0'] as const)('a graph that does not fit version %s', (version) => {
  beforeEach(async () => {
    await double.stop();
    double = await new ComfyDouble({ version, draw: () => Promise.reject(new Error('boom')) }).start();
  });
  const ROWS: readonly (readonly [string, (nodes: Nodes) => void, RegExp])[] = [
    [
      'names a model that is not there',
      (nodes) => Object.assign(nodes['4']?.inputs ?? {}, { ckpt_name: 'film.safetensors' }),
      /names a model that the server does not have: “film.safetensors”, at CheckpointLoaderSimple \(node 4\)\. It has “tiny_sd15.safetensors”\./,
    ],
    [
      'has a node that is not there',
      (nodes) => Object.assign(nodes['8'] ?? {}, { class_type: 'FancyDecode', _meta: { title: 'Decode' } }),
      /uses the node “FancyDecode”, which this ComfyUI does not have \(node 8\)/,
    ],
    [
      'names a sampler of another version',
      (nodes) => Object.assign(nodes['3']?.inputs ?? {}, { sampler_name: 'euler_new' }),
      /“euler_new” is no choice of “sampler_name” at KSampler \(node 3\)/,
    ],
    [
      'lacks a value',
      (nodes) => void delete nodes['3']?.inputs.steps,
      /KSampler \(node 3\) needs “steps”, which the graph does not give/,
    ],
    [
      'goes beyond a limit',
      (nodes) => Object.assign(nodes['3']?.inputs ?? {}, { steps: 99_999 }),
      /“steps” is too large at KSampler \(node 3\): 99999/,
    ],
    [
      'is wired wrongly',
      (nodes) => Object.assign(nodes['8']?.inputs ?? {}, { samples: ['4', 2] }),
      /VAEDecode \(node 8\) is not connected as this ComfyUI needs it/,
    ],
    [
      'loads a picture that is not there',
      (nodes) => {
        nodes['10'] = { class_type: 'LoadImage', inputs: { image: 'me.png' } };
        nodes['5'] = { class_type: 'VAEEncode', inputs: { pixels: ['10', 0], vae: ['4', 2] } };
      },
      /loads a picture that the server does not have, at LoadImage \(node 10\): me.png/,
    ],
    ['fails on the way', () => undefined, /KSampler|SaveImage \(node 9\) failed: boom/],
  ];
  it.each(ROWS)('%s', async (_, spoil, words) => {
    const nodes = structuredClone(usualGraph()) as unknown as Nodes;
    spoil(nodes);
    const why = await whyNot(made(nodes));
    expect(why.message).toMatch(words);
    expect(why.code).toBe('GENERATOR_FAILED');
  });
});

describe('what is no graph', () => {
  const workflow = JSON.stringify({ nodes: [{ id: 1, type: 'KSampler' }], links: [], version: 0.4 });

  it('is said of a take, with help', async () => {
    const none = made(undefined, { fromFile: join(folder, 'plain.png') });
    expect((await whyNot(none)).message).toMatch(/no ComfyUI graph in it.*Export \(API\)/);
    const drawn = made(undefined, { fromFile: await take(workflow, 'workflow') });
    expect((await whyNot(drawn)).message).toMatch(/which cannot be run.*Export \(API\)/);
    expect(double.count('POST', '/prompt')).toBe(0);
  });

  it.each([
    ['a workflow of the window', workflow, /which cannot be run.*Export \(API\)/],
    ['no JSON', 'hello', /holds no graph of ComfyUI/],
    ['JSON of something else', '{"nodes": 3, "links": []}', /holds no graph of ComfyUI/],
    [
      'a graph without words',
      '{"1": {"class_type": "SaveImage", "inputs": {"images": ["2", 0], "filename_prefix": ""}}}',
      /no node that takes a prompt/,
    ],
    [
      'a graph that saves nothing',
      '{"1": {"class_type": "EmptyImage", "inputs": {"width": 8}}}',
      /saves no picture/,
    ],
  ])('is said of a file that is %s, before anything is asked', async (_, text, words) => {
    const file = join(folder, 'graph.json');
    await writeFile(file, text);
    const status = await connected(double.url, file).status(new AbortController().signal);
    expect(status).toMatchObject({ ready: false, note: expect.stringMatching(words) });
  });
});

describe('its status', () => {
  const statusAt = (address: string) => connected(address).status(new AbortController().signal);

  it('says the version, where it is, and what it runs', async () => {
    expect(await statusAt(double.url)).toMatchObject({
      ready: true,
      version: '0.27.0',
      note: `ComfyUI 0.27.0 at ${double.url}. Runs the graph that is in each picture.`,
    });
  });

  it('is that of each of several servers, also while memory is collected and one of them is silent', async () => {
    const silent = await new ComfyDouble({ fate: () => ({ do: 'silence' }) }).start();
    onTestFinished(() => silent.stop());
    setFlagsFromString('--expose-gc');
    const collecting = setInterval(runInNewContext('gc') as () => void, 20);
    onTestFinished(() => clearInterval(collecting));
    const addresses = [double.url, silent.url];
    const own = comfyGenerator({ addresses, workflow: '' }, { ...PLENTY, soon: 300 });
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(), 8_000);
    const status = await own.status(late.signal);
    clearTimeout(timer);
    expect(status).toMatchObject({ ready: true, note: expect.stringMatching(/^1 of 2 servers/) });
    expect(status.servers?.[1]).toMatchObject({ ready: false, note: expect.stringMatching(/No answer/) });
  });

  it('says where nobody answers and what to look for, soon, also where there is but one', async () => {
    const silent = await new ComfyDouble({ fate: () => ({ do: 'silence' }) }).start();
    onTestFinished(() => silent.stop());
    const own = comfyGenerator({ addresses: [silent.url], workflow: '' }, { ...PLENTY, soon: 100 });
    const asked = new AbortController();
    const patience = setTimeout(() => asked.abort(), 8_000);
    const { ready, note } = await own.status(asked.signal);
    clearTimeout(patience);
    expect(ready).toBe(false);
    expect(note).toBe(
      `No answer from ${silent.url}: it does not answer. Is ComfyUI running, and is that the address that it prints?`,
    );
  });

  it('says why it cannot be used', async () => {
    expect(await statusAt('')).toMatchObject({
      isSetUp: false,
      note: expect.stringMatching(/Enter the address/),
    });
    double.options = { fate: at('/system_stats', says(200, '{"models": []}')) };
    expect((await statusAt(double.url)).note).toMatch(/is no ComfyUI/);
    double.options = { fate: at('/system_stats', says(401, 'Unauthorized')) };
    expect((await statusAt(double.url)).note).toMatch(
      /lets nobody in without a name and a password \(401\).*Let this machine in/,
    );
    await double.stop();
    expect((await statusAt(double.url)).isSetUp).toBeUndefined();
    expect((await statusAt(double.url)).note).toMatch(
      /cannot be reached \(ECONNREFUSED\)\. Is ComfyUI running, and is that the address that it prints\?/,
    );
    await double.start();
  });
});
