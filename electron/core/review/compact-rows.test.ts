import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CompactRows } from './compact-rows.js';

const claim = (id: string, parents: string[] = []) => ({
  id,
  text: ['a girl', 'in a coat'].join(' '),
  parents,
  span: [0, 4],
});

it('keeps what rows have in common once', () => {
  const compact = new CompactRows();
  compact.of('a', claim('a'));
  const b = compact.of('b', claim('b', ['a']));
  const c = compact.of('c', claim('c', ['a']));
  expect(c).toEqual(claim('c', ['a']));
  expect(b.parents).toBe(c.parents);
  expect(b.span).toBe(c.span);
});

it('keeps the prompt of a shot once that is the prompt of its pick as well', () => {
  setFlagsFromString('--expose-gc');
  const clear: () => void = runInNewContext('gc');
  const compact = new CompactRows();
  const rowOf = (id: string, prompt: string) =>
    compact.of(id, JSON.parse(JSON.stringify({ id, prompt: prompt.repeat(100) })));
  clear();
  const before = process.memoryUsage().heapUsed;
  const rows = Array.from({ length: 1000 }, (_, at) => [
    rowOf(`shot-${at}`, `a girl in coat ${at}, `),
    rowOf(`take-${at}`, `a girl in coat ${at}, `),
  ]);
  clear();
  const characters = rows.flat().reduce((sum, row) => sum + String(row.prompt).length, 0);
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(0.75 * characters);
});

const entry = fc.oneof(
  fc.constantFrom('', 'a', 'b', '1', 'a\nb', '1,2', 'null'),
  fc.constantFrom(1, 2, -0, 0, true),
);
const value = fc.oneof(
  entry,
  fc.constant(null),
  fc.array(entry, { maxLength: 3 }),
  fc.record({ kind: entry }),
);
const rows = fc.array(fc.record({ id: fc.constantFrom('a', 'b', '1'), one: value, other: value }), {
  maxLength: 12,
});

it('gives rows that are equal to those it was given, and changes none that it gave before', () => {
  fc.assert(
    fc.property(rows, (given) => {
      const compact = new CompactRows();
      const copies = structuredClone(given);
      const made = given.map((row) => compact.of(row.id, row));
      expect(made).toEqual(copies);
    }),
    { numRuns: 300 },
  );
});
