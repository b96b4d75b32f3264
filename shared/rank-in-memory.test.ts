import { setFlagsFromString } from 'node:v8';
import { runInThisContext } from 'node:vm';
import { expect, it } from 'vitest';
import { rankBy, rankIn } from './rank-in.js';

it('leaves numbers alone, of which a large board has a hundred thousand, out of the boxes that V8 has for others', () => {
  setFlagsFromString('--allow-natives-syntax');
  const isUnboxed: (list: readonly number[]) => boolean = runInThisContext(
    '(list) => %HasDoubleElements(list)',
  );
  const rows = [{ at: 0.5 }, { at: 1.5 }];
  const lists: number[][] = [];
  let ranks = 0;
  for (let n = 0; n < 50_000; n++) {
    const numbers = [0.5, 1.5, n + 0.25];
    lists.push(numbers);
    ranks += rankIn(numbers, 2) + rankBy(rows, 2, ({ at }) => at);
  }
  expect(ranks).toBeGreaterThan(lists.length);
  expect(lists.every(isUnboxed)).toBe(true);
});
