import { expect, it } from 'vitest';
import { Memo } from './memo.js';

it('works out once what it is asked again, also at once, and keeps no failure', async () => {
  const memo = new Memo<number>(2);
  let worked = 0;
  const of = (key: string) => memo.of(key, async () => ++worked);
  expect(await Promise.all([of('a'), of('a')])).toEqual([1, 1]);
  expect([await of('b'), await of('a')]).toEqual([2, 1]);
  // “b” was not asked for longest.
  expect([await of('c'), await of('a'), await of('b')]).toEqual([3, 1, 4]);
  await expect(memo.of('d', () => Promise.reject(new Error('gone')))).rejects.toThrow('gone');
  expect(await of('d')).toBe(5);
});
