/** At most one picture is sent for without a yes, wherever either of the two ends in between. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Handle } from '@shared/records/index.js';
import { A1111Double } from '@testing/a1111/double.js';
import { plainPng } from '@testing/pictures.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { GeneratedImage, GenerationProgress } from '../generator.js';
import { requestIn } from '../testing/request.js';
import type { Limits } from './client.js';
import { connected, never, QUICK, SHORT, until } from './testing/asks.js';

let folder: string;
let double: A1111Double;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'continuist-once-'));
  await writeFile(join(folder, 'take.png'), await plainPng());
  double = await new A1111Double().start();
});
afterEach(async () => {
  await double.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Makes a picture until `isReached` says so, and is killed then. What is left is the handle, and the request's folder. */
async function killedAt(isReached: () => boolean): Promise<Handle> {
  const kill = new AbortController();
  const own = connected(double);
  const handle = await own.handleFor(requestIn(folder));
  const started = own.start(requestIn(folder), handle, { ...never(), signal: kill.signal });
  const ended = started.then(
    () => undefined,
    () => undefined,
  );
  await until(isReached);
  kill.abort(new Error('killed'));
  await ended;
  return JSON.parse(JSON.stringify(handle));
}

/** What the queue of requests does with one that was named before: looks for it first. */
async function takenUp(handle: Handle, limits: Limits = QUICK): Promise<GeneratedImage> {
  const own = connected(double, limits);
  const left = await own.resume?.(requestIn(folder), handle, never());
  return left ?? own.start(requestIn(folder), await own.handleFor(requestIn(folder)), never());
}

const sent = (): number => double.count('POST', '/sdapi/v1/txt2img');
const unsure = { code: 'GENERATOR_UNSURE', message: expect.stringContaining('It is not known whether') };

describe('a picture that is cut off by the end of the program', () => {
  it('before it was sent is sent once', async () => {
    const handle = await connected(double).handleFor(requestIn(folder));
    await takenUp(JSON.parse(JSON.stringify(handle)));
    expect(sent()).toBe(1);
  });

  it('while it waits for somebody else’s to end is sent once', async () => {
    double.state.isFrozen = true;
    const other = double.state.run({ id: 'other', job: 'other', steps: 1, step: 1 }, async () => 'done');
    await until(() => double.state.isBusy);
    const handle = await killedAt(() => double.count('GET', '/sdapi/v1/progress') > 1);
    expect(sent()).toBe(0);
    double.state.isFrozen = false;
    await other;
    await takenUp(handle);
    expect(sent()).toBe(1);
  });

  it('while it runs is waited for, not known, and not sent again', async () => {
    double.state.isFrozen = true;
    const handle = await killedAt(() => double.state.job !== '');
    const told: GenerationProgress[] = [];
    const own = connected(double);
    const resumed = own.resume?.(requestIn(folder), handle, {
      ...never(),
      progress: (now) => void told.push(now),
    });
    await until(() => told.length > 0);
    expect(told[0]?.doing).toBe('Waits until the server is done with what was cut off');
    double.state.isFrozen = false;
    await expect(resumed).rejects.toMatchObject(unsure);
    expect([sent(), double.state.done]).toEqual([1, 1]);
  });

  it('is sent again on a yes alone, which comes with another name', async () => {
    double.state.isFrozen = true;
    const handle = await killedAt(() => double.state.job !== '');
    double.state.isFrozen = false;
    await expect(takenUp(handle)).rejects.toMatchObject(unsure);
    const own = connected(double);
    await own.start(requestIn(folder), await own.handleFor(requestIn(folder)), never());
    expect(sent()).toBe(2);
  });

  it('after its picture was here is taken from there, with what it was made with', async () => {
    const own = connected(double);
    const handle = await own.handleFor(requestIn(folder));
    const made = await own.start(requestIn(folder), handle, never());
    expect(await takenUp(handle)).toEqual(made);
    expect(sent()).toBe(1);
  });

  it('is not looked for at an address that is not the artist’s', async () => {
    const handle = {
      ...(await connected(double).handleFor(requestIn(folder))),
      server: 'http://203.0.113.1',
    };
    await takenUp(handle);
    expect(sent()).toBe(1);
  });
});

describe('a picture that is cut off by the server', () => {
  const made = async (limits: Limits = QUICK): Promise<GeneratedImage> => {
    const own = connected(double, limits);
    return own.start(requestIn(folder), await own.handleFor(requestIn(folder)), never());
  };

  it('before the request came through, as far as can be told, is not known', async () => {
    double.options = { fate: (method) => (method === 'POST' ? { do: 'cut' } : null) };
    await expect(made()).rejects.toMatchObject(unsure);
    expect(sent()).toBe(1);
  });

  it('with its answer, is not known', async () => {
    double.options = { fate: (method) => (method === 'POST' ? { do: 'cut', after: true } : null) };
    await expect(made()).rejects.toMatchObject(unsure);
    expect([sent(), double.state.done]).toEqual([1, 1]);
  });

  it('by its end while it runs, is not known once it is back', async () => {
    double.state.isFrozen = true;
    const picture = made();
    const seen = expect(picture).rejects.toMatchObject(unsure);
    await until(() => double.state.job !== '');
    await double.restart();
    await seen;
    expect(sent()).toBe(1);
  });

  it('by what stands between, which gave up waiting, is not known', async () => {
    double.options = {
      fate: (method) => (method === 'POST' ? { do: 'say', status: 504, body: 'Gateway' } : null),
    };
    await expect(made()).rejects.toMatchObject({
      code: 'GENERATOR_UNSURE',
      message: expect.stringMatching(/gave up waiting.*504/),
    });
  });

  it('whose line is dead without a word, is not known once the work is done', async () => {
    double.options = { fate: (_, path) => (path.endsWith('2img') ? { do: 'silence', after: true } : null) };
    await expect(made({ ...QUICK, answering: 100 })).rejects.toMatchObject(unsure);
    expect([sent(), double.state.done]).toEqual([1, 1]);
  });

  it('and does not come back keeps its name, and is not known when it is back', async () => {
    double.state.isFrozen = true;
    const own = connected(double, SHORT);
    const handle = await own.handleFor(requestIn(folder));
    const told: GenerationProgress[] = [];
    const watch = { ...never(), progress: (now: GenerationProgress) => void told.push(now) };
    const gone = own.start(requestIn(folder), handle, watch);
    const seen = expect(gone).rejects.toMatchObject({ code: 'GENERATOR_UNAVAILABLE' });
    await until(() => double.state.job !== '');
    await double.stop();
    await seen;
    // How far it was says nothing any more.
    expect(told.at(-1)).toMatchObject({
      state: 'queued',
      doing: 'A1111 does not answer: see whether it runs. It is waited for, up to 1 min',
    });
    await double.start();
    await expect(takenUp(handle)).rejects.toMatchObject(unsure);
    expect(sent()).toBe(1);
  });

  it('is sent when the one before has its answer, though both were ordered at once', async () => {
    double.state.isFrozen = true;
    const own = connected(double);
    const both = [0, 1].map(async () =>
      own.start(requestIn(folder), await own.handleFor(requestIn(folder)), never()),
    );
    await until(() => double.state.job !== '');
    const looks = double.count('GET', '/sdapi/v1/progress');
    await until(() => double.count('GET', '/sdapi/v1/progress') > looks + 5);
    expect(sent()).toBe(1);
    double.state.isFrozen = false;
    await Promise.all(both);
    expect([sent(), double.state.done]).toEqual([2, 2]);
  });

  it('before any connection came about was never sent, and is sent when it is back', async () => {
    const own = connected(double, { ...QUICK, away: 300 });
    const handle = await own.handleFor(requestIn(folder));
    // It ends just when it was asked for the last time before the picture is ordered.
    double.options = {
      fate: (_, path) => {
        if (path.endsWith('/progress')) double.refuse();
        return null;
      },
    };
    await expect(own.start(requestIn(folder), handle, never())).rejects.toMatchObject({
      code: 'GENERATOR_UNAVAILABLE',
      message: expect.stringContaining('ECONNREFUSED'),
    });
    expect(sent()).toBe(0);
    double.options = {};
    await double.stop();
    await double.start();
    await takenUp(handle);
    expect(sent()).toBe(1);
  });
});

describe('stopping', () => {
  it('stops what runs, and the half-made picture reaches nobody', async () => {
    double.state.isFrozen = true;
    const kill = new AbortController();
    const own = connected(double);
    const handle = await own.handleFor(requestIn(folder));
    const started = own.start(requestIn(folder), handle, { ...never(), signal: kill.signal });
    const seen = expect(started).rejects.toThrow('not any more');
    await until(() => double.state.job !== '');
    kill.abort(new Error('not any more'));
    await seen;
    await own.cancel?.(handle);
    await until(() => !double.state.isBusy);
    expect([double.state.interrupted, double.state.done]).toEqual([true, 1]);
  });

  it('leaves somebody else’s alone: before ours began, after it ended, and after a restart', async () => {
    const own = connected(double);
    const handle = await own.handleFor(requestIn(folder));
    await own.start(requestIn(folder), handle, never());
    double.state.isFrozen = true;
    double.state.run({ id: 'other', job: 'other', steps: 9, step: 1 }, async () => 'done').catch(() => null);
    await until(() => double.state.job === 'other');
    await own.cancel?.(handle);
    await connected(double).cancel?.(handle);
    expect(double.count('POST', '/sdapi/v1/interrupt')).toBe(0);
  });

  it.each([
    ['ours', 1],
    ['other', 0],
  ])('asks a server that knows names whose it is: %s', async (whose, times) => {
    await double.stop();
    double = await new A1111Double({ hasWindow: true }).start();
    double.state.isFrozen = true;
    const own = connected(double);
    const handle = await own.handleFor(requestIn(folder));
    const id = whose === 'ours' ? String(handle.taskId) : whose;
    double.state.run({ id, job: 'a job', steps: 9, step: 1 }, async () => 'done').catch(() => null);
    await until(() => double.state.job !== '');
    // As after a restart: nothing of it is in memory.
    await own.cancel?.(handle);
    expect(double.count('POST', '/sdapi/v1/interrupt')).toBe(times);
  });

  it('by somebody at the server is seen: its half-made picture is not taken', async () => {
    double.state.isFrozen = true;
    const own = connected(double);
    const handle = await own.handleFor(requestIn(folder));
    const started = own.start(requestIn(folder), handle, never());
    const seen = expect(started).rejects.toMatchObject({
      code: 'GENERATOR_FAILED',
      message: expect.stringContaining('stopped there, half made'),
    });
    await until(() => double.state.job !== '');
    double.state.interrupted = true;
    await seen;
  });

  it('is known to have been stopped there also where somebody else’s follows it, whose progress is not told as its own', async () => {
    double.state.isFrozen = true;
    let looks = 0;
    const standing = (job: string, interrupted: boolean, step: number) => ({
      progress: step / 9,
      state: { job, job_count: 1, job_timestamp: job, sampling_step: step, sampling_steps: 9, interrupted },
    });
    double.options = {
      fate: (_, path) => {
        if (!path.startsWith('/sdapi/v1/progress') || sent() === 0) return null;
        looks++;
        const now = looks < 4 ? standing('ours', looks > 1, looks) : standing('theirs', false, 8);
        return { do: 'say', status: 200, body: JSON.stringify(now) };
      },
    };
    const own = connected(double);
    const told: (string | undefined)[] = [];
    const request = requestIn(folder);
    const made = own.start(request, await own.handleFor(request), {
      ...never(),
      progress: ({ doing }) => void told.push(doing),
    });
    const ended = expect(made).rejects.toMatchObject({
      message: expect.stringContaining('stopped there, half made'),
    });
    await until(() => looks > 6);
    double.state.isFrozen = false;
    await ended;
    expect(told).toContain('Step 3 of 9');
    expect(told).not.toContain('Step 8 of 9');
  });
});
