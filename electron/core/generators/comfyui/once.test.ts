/** At most one picture on the server and one here, wherever either of the two ends in between. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Handle } from '@shared/records/index.js';
import { bundleOf } from '@testing/bundle-of.js';
import { ComfyDouble } from '@testing/comfyui/double.js';
import { writePython } from '@testing/comfyui/json.js';
import { usualGraph } from '@testing/comfyui/usual-graph.js';
import { withTexts } from '@testing/pictures.js';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { GeneratedImage, GenerationRequest, Generator } from '../generator.js';
import { guarded } from '../guarded.js';
import { requestIn } from '../testing/request.js';
import { LIMITS, type Limits } from './client.js';
import { comfyGenerator } from './index.js';

let folder: string;
let double: ComfyDouble;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'continuist-once-'));
  const picture = await sharp({ create: { width: 64, height: 64, channels: 3, background: '#456' } })
    .png()
    .toBuffer();
  await writeFile(join(folder, 'take.png'), withTexts(picture, { prompt: writePython(usualGraph()) }));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
beforeEach(async () => {
  double = await new ComfyDouble().start();
});
afterEach(() => double.stop());

const request = (): GenerationRequest => requestIn(folder);

/** As another start of the program has it. */
const generator = (limits: Partial<Limits> = {}): Generator =>
  guarded(
    comfyGenerator({ addresses: [double.url], workflow: '' }, { ...LIMITS, poll: 20, ...limits }),
    'ComfyUI',
  );

/** Makes a picture until `isReached` says so, and is killed then. Nothing but the handle is left. */
async function killedAt(isReached: () => boolean): Promise<Handle> {
  const kill = new AbortController();
  const own = generator();
  const handle = await own.handleFor(request());
  const started = own.start(request(), handle, { signal: kill.signal, progress: () => undefined });
  const ended = started.then(
    () => undefined,
    () => undefined,
  );
  await until(isReached);
  kill.abort(new Error('killed'));
  await ended;
  return JSON.parse(JSON.stringify(handle));
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await pause(1);
}

/** What the queue of requests does with one that was named before: looks for it first. */
async function takenUp(handle: Handle, limits: Partial<Limits> = {}): Promise<GeneratedImage> {
  const own = generator(limits);
  const watch = { signal: new AbortController().signal, progress: () => undefined };
  const left = await own.resume?.(request(), handle, watch);
  return left ?? own.start(request(), await own.handleFor(request()), watch);
}

const sent = (): number => double.count('POST', '/prompt');
const saved = (): string[] => double.files.namesIn('output');

describe('a picture that is cut off', () => {
  it('before it was sent is sent once', async () => {
    const handle = await generator().handleFor(request());
    await takenUp(JSON.parse(JSON.stringify(handle)));
    expect([sent(), saved().length]).toEqual([1, 1]);
  });

  it('after it was sent, before the answer, is not sent again', async () => {
    double.runner.isFrozen = true;
    const handle = await killedAt(() => double.runner.running !== null);
    double.runner.isFrozen = false;
    await takenUp(handle);
    expect([sent(), saved().length]).toEqual([1, 1]);
  });

  it('while it waits behind somebody else’s is waited for', async () => {
    double.runner.hold();
    const handle = await killedAt(() => double.runner.pending.length === 1);
    double.runner.release();
    await takenUp(handle);
    expect([sent(), saved().length]).toEqual([1, 1]);
  });

  it('while it runs is waited for', async () => {
    double.runner.isFrozen = true;
    const handle = await killedAt(() => double.count('GET', '/queue') > 1);
    double.runner.isFrozen = false;
    const { bytes } = await takenUp(handle);
    expect((await sharp(bytes).metadata()).width).toBe(64);
    expect([sent(), saved().length]).toEqual([1, 1]);
  });

  it('when it is done, or while it is fetched, is fetched', async () => {
    double.options = { fate: (_, path) => (path === '/view' ? { do: 'silence' } : null) };
    const handle = await killedAt(() => double.count('GET', '/view') > 0);
    double.options = {};
    await takenUp(handle);
    expect([sent(), saved().length]).toEqual([1, 1]);
  });

  it('after its file was here is fetched once more, the same', async () => {
    const own = generator();
    const handle = await own.handleFor(request());
    const watch = { signal: new AbortController().signal, progress: () => undefined };
    const { bytes } = await own.start(request(), handle, watch);
    expect((await takenUp(handle)).bytes.equals(bytes)).toBe(true);
    expect([sent(), saved().length]).toEqual([1, 1]);
  });

  it('is found by its name after the server forgot it', async () => {
    const own = generator();
    const handle = await own.handleFor(request());
    const watch = { signal: new AbortController().signal, progress: () => undefined };
    const { bytes } = await own.start(request(), handle, watch);
    await double.restart();
    expect((await takenUp(handle)).bytes.equals(bytes)).toBe(true);
    expect([sent(), saved().length]).toEqual([1, 1]);
  });

  it('is made anew when its file is gone', async () => {
    const own = generator();
    const handle = await own.handleFor(request());
    const watch = { signal: new AbortController().signal, progress: () => undefined };
    await own.start(request(), handle, watch);
    for (const name of saved()) double.files.remove('output', name);
    await takenUp(handle);
    expect([sent(), saved().length]).toEqual([2, 1]);
  });

  it('keeps its name while nobody answers, so that it can be looked for later', async () => {
    double.runner.isFrozen = true;
    const handle = await killedAt(() => double.runner.running !== null);
    double.options = { fate: () => ({ do: 'silence' }) };
    const soon = takenUp(handle, { answer: 200, whole: 400, away: 200 });
    await expect(soon).rejects.toMatchObject({ code: 'GENERATOR_UNAVAILABLE' });
    double.options = {};
    double.runner.isFrozen = false;
    await takenUp(handle);
    expect([sent(), saved().length]).toEqual([1, 1]);
  });

  it('by the end of the whole program is waited for', async () => {
    double.runner.isFrozen = true;
    const source = fileURLToPath(new URL('testing/child.ts', import.meta.url));
    const child = spawn(process.execPath, [bundleOf(source), double.url, request().fromFile, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
    await until(() => double.runner.running !== null);
    child.kill('SIGKILL');
    await once(child, 'exit');
    double.runner.isFrozen = false;
    await takenUp(JSON.parse(line));
    expect([sent(), saved().length]).toEqual([1, 1]);
  });

  it('is not looked for at an address that is not the artist’s', async () => {
    const handle = { ...(await generator().handleFor(request())), server: 'http://203.0.113.1' };
    await takenUp(handle);
    expect([sent(), saved().length]).toEqual([1, 1]);
  });
});

describe('a server that ends', () => {
  const made = async (): Promise<GeneratedImage> => {
    const own = generator();
    return own.start(request(), await own.handleFor(request()), {
      signal: new AbortController().signal,
      progress: () => undefined,
    });
  };

  it('while it runs makes it once it is back', async () => {
    double.runner.isFrozen = true;
    const picture = made();
    await until(() => double.runner.running !== null);
    await double.restart();
    await picture;
    expect([sent(), saved().length]).toEqual([2, 1]);
  });

  it('after it was done hands out what it made', async () => {
    let isDown = false;
    // Cut at the first look after the picture was saved, and forgotten.
    double.options = {
      fate: (_, path) =>
        path.startsWith('/history/') && saved().length > 0 && !isDown ? { do: 'cut' } : null,
    };
    const picture = made();
    await until(() => saved().length > 0);
    await double.stop();
    isDown = true;
    await double.start();
    await picture;
    expect([sent(), saved().length]).toEqual([1, 1]);
  });

  it('and took the graph before its answer was cut off gets it once', async () => {
    let cuts = 0;
    double.options = {
      fate: (_, path) => (path === '/prompt' && cuts++ === 0 ? { do: 'cut', after: true } : null),
    };
    await made();
    expect([sent(), saved().length]).toEqual([1, 1]);
  });

  it.each(['/prompt', '/queue', '/view'])(
    'only for what stands between, at %s, makes it once',
    async (at) => {
      let times = 0;
      double.runner.hold();
      double.options = {
        fate: (_, path) =>
          path === at && times++ === 0 ? { do: 'say', status: 504, body: 'Gateway', after: true } : null,
      };
      const picture = made();
      await until(() => sent() > 0 && (times > 0 || at === '/view'));
      double.runner.release();
      await picture;
      expect([times > 0, sent(), saved().length]).toEqual([true, 1, 1]);
    },
  );

  it('and never got the graph gets it again', async () => {
    let cuts = 0;
    double.options = { fate: (_, path) => (path === '/prompt' && cuts++ === 0 ? { do: 'cut' } : null) };
    await made();
    expect([sent(), saved().length]).toEqual([2, 1]);
  });
});

describe('stopping', () => {
  it('stops its own and leaves somebody else’s alone', async () => {
    double.runner.isFrozen = true;
    const other = { number: 0, id: 'other', graph: usualGraph() as never, extra: {}, outputs: ['9'] };
    double.runner.put(other);
    double.runner.put({ ...other, id: 'another' });
    const handle = await killedAt(() => double.runner.pending.length === 2);
    await generator().cancel?.(handle);
    expect(double.runner.pending.map(({ id }) => id)).toEqual(['another']);
    expect(double.count('POST', '/interrupt')).toBe(0);
    expect(double.runner.running?.id).toBe('other');
    double.runner.isFrozen = false;
    await until(() => double.runner.history.has('other'));
    expect(double.runner.history.get('other')?.status.completed).toBe(true);
  });

  it('stops what begins just as it is taken out of the queue', async () => {
    double.runner.hold();
    const handle = await killedAt(() => double.runner.pending.length === 1);
    double.runner.isFrozen = true;
    double.options = {
      fate: (method, path) => {
        if (method === 'POST' && path === '/queue') double.runner.release();
        return null;
      },
    };
    await generator().cancel?.(handle);
    double.runner.isFrozen = false;
    await until(() => double.runner.running === null);
    expect(saved()).toEqual([]);
  });

  it('leaves alone what somebody else began just as ours ended', async () => {
    await double.stop();
    double = await new ComfyDouble({ version: '0.3.64' }).start();
    double.runner.isFrozen = true;
    const handle = await killedAt(() => double.runner.running !== null);
    double.options = {
      ...double.options,
      fate: (_, path) => {
        const { running } = double.runner;
        if (path === '/interrupt' && running) double.runner.running = { ...running, id: 'other' };
        return null;
      },
    };
    await generator().cancel?.(handle);
    expect(double.count('POST', '/interrupt')).toBe(1);
    double.runner.isFrozen = false;
    await until(() => double.runner.running === null);
    expect(saved()).toHaveLength(1);
  });

  it.each(['0.3.64', '0.27.0'] as const)('stops what runs, at version %s', async (version) => {
    await double.stop();
    double = await new ComfyDouble({ version }).start();
    double.runner.isFrozen = true;
    const handle = await killedAt(() => double.runner.running !== null);
    await generator().cancel?.(handle);
    await until(() => double.runner.running === null);
    expect(saved()).toEqual([]);
    for (const { path, headers } of double.asked) expect([path, headers.origin]).toEqual([path, undefined]);
  });
});
