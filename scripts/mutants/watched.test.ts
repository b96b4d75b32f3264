import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { expect, it } from 'vitest';
import { answerOf } from './watched.js';

const FOR_EVER = 3_600_000;
const SHORT = { processor: 20, wall: FOR_EVER };
const LONG = { processor: FOR_EVER, wall: FOR_EVER };

const threadOf = (script: string): Worker => new Worker(script, { eval: true });
const answer = (thread: Worker) => once(thread, 'message').then(([message]) => ({ message }));
const never = new Promise<never>(() => undefined);

it('passes on what the thread answers, and lets it live', async () => {
  const thread = threadOf(`
    const { parentPort } = require('node:worker_threads');
    parentPort.on('message', (n) => parentPort.postMessage(n + 1));
  `);
  thread.postMessage(1);
  expect(await answerOf(thread, answer(thread), LONG)).toEqual({ message: 2 });
  thread.postMessage(2);
  expect(await answerOf(thread, answer(thread), LONG)).toEqual({ message: 3 });
  await thread.terminate();
});

it.each([
  ['a loop', 'for (;;);'],
  ['a loop of promises', '(async () => { for (;;) await null; })();'],
  ['a pattern that tries everything', '/^(a+)+$/.test("a".repeat(60) + "b");'],
])('ends a thread that %s holds up', async (_what, script) => {
  const thread = threadOf(script);
  const ended = once(thread, 'exit');
  expect(await answerOf(thread, never, SHORT)).toBe('endless');
  await ended;
});

it('ends a thread that waits for what never comes', async () => {
  const thread = threadOf('Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);');
  const ended = once(thread, 'exit');
  expect(await answerOf(thread, never, { processor: FOR_EVER, wall: 1 })).toBe('endless');
  await ended;
});

it('waits no longer for a thread that has ended', async () => {
  const thread = threadOf('process.exit();');
  expect(await answerOf(thread, never, LONG)).toBe('ended');
});
