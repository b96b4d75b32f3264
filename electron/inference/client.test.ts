import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { InferenceClient } from './client.js';
import { forkChild } from './node-child.js';

const fragile = fileURLToPath(new URL('../../testing/fragile-child.ts', import.meta.url));
const question = { id: 'q', kind: 'entity', text: 'a dog' } as const;
const clients: InferenceClient[] = [];

function client(timeout?: number): { client: InferenceClient; started: number[] } {
  const started: number[] = [];
  const made = new InferenceClient({
    start: () => {
      const child = forkChild(fragile);
      started.push(child.pid ?? 0);
      return child;
    },
    modelsFolder: '',
    threads: 1,
    ...(timeout !== undefined && { timeout }),
  });
  clients.push(made);
  return { client: made, started };
}

afterEach(async () => {
  await Promise.all(clients.splice(0).map((made) => made.close()));
});

describe('the inference client', () => {
  it('answers and keeps one process for many pictures', async () => {
    const { client: inference, started } = client();
    const first = await inference.judge('test', { file: 'a', questions: [question] });
    await inference.judge('test', { file: 'b', questions: [question] });
    expect(first.answers).toEqual([{ id: 'q', p: 0.9, reason: '' }]);
    expect(started).toHaveLength(1);
  });

  it('sets aside a picture that kills the process twice and goes on with the next', async () => {
    const { client: inference, started } = client();
    const bad = inference.judge('test', { file: 'kills', questions: [question] });
    const good = inference.judge('test', { file: 'a', questions: [question] });
    await expect(bad).rejects.toMatchObject({ code: 'JUDGE_FAILED', data: { setAside: true } });
    expect((await good).answers).toHaveLength(1);
    expect(started).toHaveLength(3);
  });

  it('gives a picture back to a new process when the first was killed from outside', async () => {
    const { client: inference, started } = client();
    await inference.describe('test');
    const asked = inference.judge('test', { file: 'a', questions: [question] });
    process.kill(started[0] ?? 0, 'SIGKILL');
    const { features } = await asked;
    expect([started[0], started[1]]).toContain(features[0]);
    const again = await inference.judge('test', { file: 'b', questions: [question] });
    expect(again.features[0]).toBe(started[1]);
  });

  it('gives a wide judge as many pictures at once as it takes, and one by one to others', async () => {
    const { client: inference, started } = client();
    const meet = () => inference.judge('wide', { file: 'meets', questions: [] });
    await Promise.all(Array.from({ length: 8 }, meet));
    expect(started).toHaveLength(1);
    const narrow = inference.judge('test', { file: 'a', questions: [] });
    await Promise.all([narrow, ...Array.from({ length: 4 }, meet)]);
    expect(started.length).toBeGreaterThan(1);
  });

  it('finds the one picture of many at once that kills the process, and answers the rest', async () => {
    const { client: inference } = client();
    const files = ['a', 'b', 'kills', 'c', 'd', 'e', 'f'];
    const results = await Promise.allSettled(
      files.map((file) => inference.judge('wide', { file, questions: [question] })),
    );
    expect(results.map(({ status }) => status)).toEqual(
      files.map((file) => (file === 'kills' ? 'rejected' : 'fulfilled')),
    );
    expect(results[2]).toMatchObject({ reason: { code: 'JUDGE_FAILED', data: { setAside: true } } });
  });

  it('kills a process that hangs', async () => {
    const { client: inference } = client(1_500);
    await expect(inference.judge('test', { file: 'hangs', questions: [question] })).rejects.toMatchObject({
      code: 'JUDGE_FAILED',
      message: expect.stringContaining('it did not answer within 1.5 s'),
    });
  });

  it('kills one that hangs also when its judge keeps time, but not for being slow', async () => {
    const timeout = 1_000;
    const { client: inference, started } = client(timeout);
    const cancelled = new AbortController();
    const slow = inference.judge('keeps time', { file: 'slow', questions: [] }, cancelled.signal);
    await new Promise((resolve) => {
      setTimeout(resolve, 4 * timeout);
    });
    cancelled.abort();
    await expect(slow).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(started).toHaveLength(1);
    await expect(inference.judge('keeps time', { file: 'hangs', questions: [] })).rejects.toMatchObject({
      code: 'JUDGE_FAILED',
    });
  });

  it('ends a process that ran out of memory, and sets a picture aside that takes it all twice', async () => {
    const { client: inference, started } = client();
    const greedy = inference.judge('test', { file: 'takes all memory', questions: [] });
    await expect(greedy).rejects.toMatchObject({
      code: 'JUDGE_FAILED',
      message: expect.stringContaining('ended twice at this picture (too little memory)'),
    });
    expect(started).toHaveLength(2);
    const { features } = await inference.judge('test', { file: 'a', questions: [] });
    expect(features).toEqual([inference.pid]);
    expect(started).toHaveLength(3);
    await expect(inference.judge('test', { file: 'takes all memory', questions: [] })).rejects.toMatchObject({
      code: 'JUDGE_FAILED',
    });
    // The next one without a good one between: it is the machine, and not the picture.
    await expect(inference.judge('test', { file: 'takes all memory', questions: [] })).rejects.toMatchObject({
      code: 'OUT_OF_MEMORY',
    });
  });

  it('passes on what is wrong with a picture and keeps the process', async () => {
    const { client: inference, started } = client();
    await expect(inference.judge('test', { file: 'unreadable', questions: [] })).rejects.toMatchObject({
      code: 'IMAGE_UNREADABLE',
      message: expect.stringContaining('no picture'),
    });
    await inference.judge('test', { file: 'a', questions: [] });
    expect(started).toHaveLength(1);
  });

  it('says why a model cannot be loaded', async () => {
    const { client: inference } = client();
    await expect(inference.describe('lacks-a-file')).rejects.toMatchObject({
      code: 'JUDGE_UNAVAILABLE',
      message: expect.stringContaining('model.onnx'),
    });
    await expect(inference.describe('dies-loading')).rejects.toMatchObject({
      code: 'JUDGE_UNAVAILABLE',
      message: expect.stringContaining('exit code 3'),
    });
  });

  it('stops when the artist cancels while a model loads, which whoever asks next then finds', async () => {
    const { client: inference, started } = client();
    const cancelled = new AbortController();
    const loading = inference.describe('test', cancelled.signal);
    cancelled.abort();
    await expect(loading).rejects.toMatchObject({ code: 'CANCELLED' });
    await expect(inference.describe('test', cancelled.signal)).rejects.toMatchObject({ code: 'CANCELLED' });
    expect((await inference.describe('test')).id).toBe('test');
    expect(started).toHaveLength(1);
  });

  it('stops when the artist cancels, with a picture under way', async () => {
    const { client: inference } = client();
    await inference.describe('test');
    const abort = new AbortController();
    const asked = inference.judge('test', { file: 'slow', questions: [] }, abort.signal);
    const cancelled = expect(asked).rejects.toMatchObject({ code: 'CANCELLED' });
    await new Promise((resolve) => setTimeout(resolve, 100));
    abort.abort();
    await cancelled;
  });
});
