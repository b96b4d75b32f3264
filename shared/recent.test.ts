import { expect, it } from 'vitest';
import { Recent } from './recent.js';

it('forgets what was asked for longest ago', () => {
  const recent = new Recent<string, number>(2);
  recent.set('a', 1);
  recent.set('b', 2);
  expect(recent.get('a')).toBe(1);
  recent.set('c', 3);
  expect(recent.get('b')).toBeUndefined();
  expect(recent.get('a')).toBe(1);
  expect(recent.get('c')).toBe(3);
  recent.set('a', 4);
  expect(recent.get('a')).toBe(4);
  expect(recent.values()).toEqual([3, 4]);
  recent.delete('c');
  expect([recent.get('c'), recent.values()]).toEqual([undefined, [4]]);
});

it('makes what it does not have, once', () => {
  const recent = new Recent<string, number>(1);
  expect(recent.of('a', () => 1)).toBe(1);
  expect(recent.of('a', () => 2)).toBe(1);
  expect(recent.of('b', () => 2)).toBe(2);
  expect(recent.of('a', () => 3)).toBe(3);
});
