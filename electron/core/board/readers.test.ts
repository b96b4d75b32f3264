import { expect, it } from 'vitest';
import { Readers } from './readers.js';

it('who has read something is told of it, until they read something else', () => {
  const readers = new Readers<string>();
  readers.set('s1', new Set(['coat', 'hat']));
  readers.set('s2', new Set(['coat']));
  expect([...readers.of('coat')]).toEqual(['s1', 's2']);
  expect([...readers.of('hat')]).toEqual(['s1']);
  expect([...readers.of('dog')]).toEqual([]);
  readers.set('s1', new Set(['dog']));
  expect(['coat', 'hat', 'dog'].map((topic) => [...readers.of(topic)])).toEqual([['s2'], [], ['s1']]);
  expect([...readers.topics]).toEqual(['coat', 'dog']);
  readers.set('s1', new Set());
  readers.set('s2', new Set());
  expect([...readers.topics]).toEqual([]);
});
