import fc from 'fast-check';
import { expect, it } from 'vitest';
import { copied } from './copied.js';

it('is what spreading a table gives, in the same order, whatever its rows are named', () => {
  const name = fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', '7', 'toString'));
  fc.assert(
    fc.property(fc.array(fc.tuple(name, fc.nat())), (rows) => {
      const table = Object.fromEntries(rows);
      const copy = copied(table);
      expect(copy).not.toBe(table);
      expect(Object.entries(copy)).toEqual(Object.entries({ ...table }));
      expect(Object.getPrototypeOf(copy)).toBe(Object.prototype);
    }),
    { numRuns: 500 },
  );
});

it('is a table whose rows are put and removed as any are', () => {
  for (const name of ['__proto__', 'a']) {
    const copy = copied(Object.fromEntries([[name, 1]]));
    copy[name] = 2;
    expect(Object.entries(copy)).toEqual([[name, 2]]);
    expect(Reflect.deleteProperty(copy, name)).toBe(true);
    expect(Object.entries(copy)).toEqual([]);
  }
});
