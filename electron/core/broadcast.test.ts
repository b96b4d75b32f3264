import { expect, it } from 'vitest';
import { Broadcast } from './broadcast.js';

it('gives every listener everything sent since it began to listen, however slow it is', async () => {
  const numbers = new Broadcast<number>();
  numbers.send(0);
  const early = numbers.listen();
  numbers.send(1);
  const late = numbers.listen();
  numbers.send(2);
  numbers.close();
  const all = async (from: AsyncGenerator<number, void>) => {
    const seen: number[] = [];
    for await (const number of from) seen.push(number);
    return seen;
  };
  expect(await all(early)).toEqual([1, 2]);
  expect(await all(late)).toEqual([2]);
});

it('lets a waiting listener go when it aborts', async () => {
  const numbers = new Broadcast<number>();
  const abort = new AbortController();
  const next = numbers.listen(abort.signal).next();
  abort.abort();
  expect(await next).toEqual({ done: true, value: undefined });
});
