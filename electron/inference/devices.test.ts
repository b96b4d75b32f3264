/** Devices in turn, in real processes that really die. */
import { fileURLToPath } from 'node:url';
import type { Device } from '@shared/device.js';
import { afterEach, describe, expect, it } from 'vitest';
import { InferenceClient, type InferenceOptions } from './client.js';
import { forkChild } from './node-child.js';
import type { ChildHandle } from './port.js';
import { probe } from './probe.js';

const fragile = fileURLToPath(new URL('../../testing/fragile-child.ts', import.meta.url));
const clients: InferenceClient[] = [];

function client(devices: () => readonly Device[], more: Partial<InferenceOptions> = {}) {
  const started: ChildHandle[] = [];
  const made = new InferenceClient({
    start: () => {
      const child = forkChild(fragile);
      started.push(child);
      return child;
    },
    modelsFolder: '',
    threads: 1,
    devices: () => ({ devices: devices(), refused: [] }),
    ...more,
  });
  clients.push(made);
  return { client: made, started };
}

afterEach(async () => {
  await Promise.all(clients.splice(0).map((made) => made.close()));
});

describe('the chain of devices', () => {
  it('goes on past one that kills the process, one that hangs and one that throws, and keeps their reasons', async () => {
    const { client: inference, started } = client(() => ['webgpu', 'dml', 'cuda', 'cpu'], {
      loadTimeout: 8_000,
    });
    const { device, refused } = await inference.describe('on devices');
    expect(device).toBe('cpu');
    expect(refused).toEqual([
      { device: 'webgpu', reason: 'its process ended while loading (SIGABRT)' },
      { device: 'dml', reason: 'it did not load within 8 s' },
      { device: 'cuda', reason: 'no library' },
    ]);
    expect(started).toHaveLength(4);

    // A restart does not try them again.
    started.at(-1)?.kill();
    await started.at(-1)?.exited;
    expect(await inference.describe('on devices')).toMatchObject({ device: 'cpu', refused });
    expect(started).toHaveLength(5);
  });

  it('leaves a device that fails only at work, and its pictures are judged on the next', async () => {
    const { client: inference, started } = client(() => ['webgpu', 'cpu']);
    expect((await inference.describe('test')).device).toBe('webgpu');
    const files = ['a', 'kills a card', 'kills a card', 'b'];
    const results = await Promise.all(files.map((file) => inference.judge('test', { file, questions: [] })));
    expect(results).toHaveLength(4);
    expect(await inference.describe('test')).toMatchObject({
      device: 'cpu',
      refused: [{ device: 'webgpu', reason: expect.stringMatching(/crashed its process .*SIGABRT/) }],
    });
    expect(started.length).toBeLessThanOrEqual(5);
  });

  it('tries again what another order asks for', async () => {
    let wanted: Device[] = ['webgpu', 'cpu'];
    const { client: inference, started } = client(() => wanted);
    await inference.describe('on devices');
    wanted = ['cpu'];
    expect((await inference.describe('on devices')).refused).toBeUndefined();
    wanted = ['webgpu', 'cpu'];
    expect((await inference.describe('on devices')).refused).toHaveLength(1);
    expect(started).toHaveLength(5);
  });

  it('says only what the last order would have had, though the same process serves both', async () => {
    const absent = [{ device: 'dml' as const, reason: 'not on this system' }];
    let refused = absent;
    const { client: inference, started } = client(() => [], {
      devices: () => ({ devices: ['cpu'], refused }),
    });
    expect((await inference.describe('test')).refused).toEqual(absent);
    refused = [];
    expect(await inference.describe('test')).not.toHaveProperty('refused');
    refused = absent;
    expect((await inference.describe('test')).refused).toEqual(absent);
    expect(started).toHaveLength(1);
  });

  it('says what every device said when none is left', async () => {
    const { client: inference } = client(() => ['webgpu', 'cuda']);
    await expect(inference.describe('on devices')).rejects.toMatchObject({
      code: 'JUDGE_UNAVAILABLE',
      message: expect.stringMatching(/no library\. Before that, webgpu: .*SIGABRT/),
    });
  });
});

describe('the process', () => {
  it('is ended when nobody asks, and started again when somebody does', async () => {
    const { client: inference, started } = client(() => ['cpu'], { rest: 300 });
    const slow = new AbortController();
    const asked = inference.judge('test', { file: 'slow', questions: [] }, slow.signal);
    const cancelled = expect(asked).rejects.toMatchObject({ code: 'CANCELLED' });
    // Longer than its rest: at work it is not ended.
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    slow.abort();
    await cancelled;
    expect(started).toHaveLength(1);
    expect(await started[0]?.exited).toBe('SIGKILL');
    expect([inference.pid, inference.loaded]).toEqual([undefined, null]);
    await inference.judge('test', { file: 'a', questions: [] });
    expect(started).toHaveLength(2);
  });

  it('that a device takes down is told from one that answers', async () => {
    const from = { start: () => forkChild(fragile), modelsFolder: '' };
    expect(await probe('cpu', from)).toBe('');
    expect(await probe('webgpu', from)).toBe('it ended the process that tried it (SIGABRT)');
  });
});
