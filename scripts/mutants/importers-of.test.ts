import { expect, it } from 'vitest';
import { importersOf } from './importers-of.js';

const MODULES = new Map(
  Object.entries({ test: ['a'], a: ['b'], b: ['c', 'a'], c: [], other: ['c'], apart: [] }).map(
    ([id, imports]) => [id, { imports: new Set(imports) }],
  ),
);

it.each([
  ['c', ['c', 'b', 'other', 'a', 'test']],
  ['a', ['a', 'test', 'b']],
  ['apart', ['apart']],
  ['unknown', ['unknown']],
])('a fault in %s reaches %j', (id, reached) => {
  expect([...importersOf(MODULES, [id, null])].sort()).toEqual([...reached].sort());
});
