import { expect, it } from 'vitest';
import { secondsIn } from './seconds.js';

it.each<[text: string, seconds: number | undefined]>([
  ['4', 4],
  [' 2.50 ', 2.5],
  ['3,5', 3.5],
  ['.5', 0.5],
  ['1e1', 10],
  ['2s', 2],
  ['2.5 sec', 2.5],
  ['2 Seconds', 2],
  ['1500ms', 1.5],
  ['2 min', 120],
  ['3秒', 3],
  ['0:02', 2],
  ['1:02.5', 62.5],
  ['01:00:02', 3602],
  ['0', 0],
  ['-1', undefined],
  ['soon', undefined],
  ['', undefined],
  ['1e999', undefined],
  ['1:2:3:4', undefined],
  ['2 3', undefined],
])('“%s” is %s seconds', (text, seconds) => {
  expect(secondsIn(text)).toBe(seconds);
});
