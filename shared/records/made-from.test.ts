import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { madeFrom, mayDiffer } from './made-from.js';

type Table = Readonly<Record<string, number>>;

const IDS = ['a', 'b', 'c', 'd', 'e'];
/** Which of the tables so far it is made from, and what is changed in it. */
const step = fc.record({ from: fc.nat(), changes: fc.dictionary(fc.constantFrom(...IDS), fc.nat(3)) });

const changed = (table: Table, changes: Table): Table =>
  madeFrom({ ...table, ...changes }, table, Object.keys(changes));

describe('tables that were made from one another', () => {
  it('differ in no row that is not named, whichever two they are', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), fc.nat(), fc.nat(), (steps, a, b) => {
        const tables: Table[] = [{ a: 0, b: 0 }];
        for (const { from, changes } of steps)
          tables.push(changed(tables[from % tables.length] as Table, changes));
        const [one, other] = [a, b].map((at) => tables[at % tables.length] as Table) as [Table, Table];
        const named = mayDiffer(one, other);
        for (const id of IDS) if (one[id] !== other[id]) expect(named).toContain(id);
        expect(mayDiffer(other, one)).toEqual(named);
        if (one === other) expect(named?.size).toBe(0);
      }),
      { numRuns: 500 },
    );
  });

  it('differ in what was changed on the way and in nothing else', () => {
    const first = { a: 1, b: 1, c: 1 };
    const shown = changed(first, { a: 2 });
    const confirmed = changed(changed(first, { b: 2 }), { a: 2 });
    expect(mayDiffer(shown, confirmed)).toEqual(new Set(['a', 'b']));
    expect(mayDiffer(first, shown)).toEqual(new Set(['a']));
  });

  it('may differ in anything where one was made otherwise, or too many changes ago', () => {
    const first: Table = { a: 1 };
    expect(mayDiffer(first, { a: 1 })).toBeNull();
    let last = first;
    for (let n = 0; n < 63; n++) last = changed(last, { a: n });
    expect(mayDiffer(first, last)).toEqual(new Set(['a']));
    last = changed(last, { b: 1 });
    expect(mayDiffer(first, last)).toBeNull();
  });
});
