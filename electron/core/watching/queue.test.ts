import { expect, it } from 'vitest';
import { Queue } from './queue.js';

it('tells everything in order, however slowly it is taken, and ends', async () => {
  const numbers = new Queue<number>();
  numbers.push(1);
  const seen: number[] = [];
  const all = (async () => {
    for await (const number of numbers.drain()) {
      seen.push(number);
      if (number === 1) numbers.push(2);
    }
  })();
  await new Promise(setImmediate);
  expect(seen).toEqual([1, 2]);
  numbers.push(3);
  numbers.push(4);
  numbers.end();
  await all;
  expect(seen).toEqual([1, 2, 3, 4]);
});

it('lets whoever waits go on abort, and tells nothing that comes later', async () => {
  const numbers = new Queue<number>();
  const abort = new AbortController();
  const next = numbers.drain(abort.signal).next();
  abort.abort();
  numbers.push(1);
  expect(await next).toEqual({ done: true, value: undefined });
});
