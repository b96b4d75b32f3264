import type { Records } from '@shared/records/index.js';
import { aBoard, aShot } from '@testing/records.js';
import { expect, it } from 'vitest';
import { asBefore } from './as-before.js';

const before = aBoard(3);
const copyOf = <T>(value: T): T => structuredClone(value);

it('what says the same is the very same: all of it, a table, a record', () => {
  expect(asBefore(before, { ...before })).toBe(before);
  const after = { ...copyOf(before), shot: { ...copyOf(before.shot), 'shot-1': { ...aShot(1), note: 'x' } } };
  const made = asBefore(before, after);
  expect(made).toEqual(after);
  expect([made.take, made.shot['shot-0']]).toEqual([before.take, before.shot['shot-0']]);
  expect(made.take).toBe(before.take);
  expect(made.shot['shot-0']).toBe(before.shot['shot-0']);
  expect(made.shot['shot-1']).toBe(after.shot['shot-1']);
});

it('a table that has records more or fewer is another, and the one that came where nothing in it is kept', () => {
  const more: Records = { ...before, shot: { ...before.shot, 'shot-3': aShot(3) } };
  expect(asBefore(before, more).shot).toBe(more.shot);
  expect(asBefore(more, copyOf(before)).shot).toEqual(before.shot);
  expect(asBefore(more, copyOf(before)).shot['shot-2']).toBe(more.shot['shot-2']);
});
