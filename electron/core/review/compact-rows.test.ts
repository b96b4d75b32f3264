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

it('keeps no list once that is not the same to the letter', () => {
  const compact = new CompactRows();
  const listOf = (id: string, list: unknown[]) => compact.of(id, { id, list }).list;
  const first = listOf('a', ['1', '2']);
  expect(listOf('b', ['1\n2'])).toEqual(['1\n2']);
  expect(listOf('c', [1, 2])).toEqual([1, 2]);
  expect(first).toEqual(['1', '2']);
  // Of lists of more than words and numbers each row has its own.
  const boxes = [{ x: 0 }, 'a'];
  expect(listOf('d', boxes)).toBe(boxes);
  expect(listOf('e', [{ x: 1 }, 'a'])).toEqual([{ x: 1 }, 'a']);
  expect(listOf('f', [])).toBe(listOf('g', []));
  expect(listOf('h', [''])).toEqual(['']);
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
