import { NO_PARTS } from '@shared/records/index.js';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ReadClaim } from '../read-claim.js';
import { inOrder } from './in-order.js';

const claim = (text: string, end: number | null, parents: number[] = []): ReadClaim => ({
  ...NO_PARTS,
  kind: 'entity',
  text,
  parents,
  span: end === null ? null : [0, end],
  weight: 1,
  negated: false,
  canonOf: null,
});

it('follows the words, and puts what hangs on something behind it', () => {
  const claims = [
    claim('a dog', 30),
    claim('left of a girl', 20, [0]),
    claim('a girl', 18),
    claim('nobody', null),
  ];
  expect(inOrder(claims).map(({ text }) => text)).toEqual(['a girl', 'a dog', 'left of a girl', 'nobody']);
});

it('keeps every claim, what it hangs on, and that before it', () => {
  const lists = fc
    .array(fc.tuple(fc.option(fc.nat(50)), fc.array(fc.nat(20), { maxLength: 3 })), { maxLength: 12 })
    .map((rows) =>
      rows.map(([end, parents], i) =>
        claim(`${i}`, end, i === 0 ? [] : [...new Set(parents.map((parent) => parent % i))]),
      ),
    );
  fc.assert(
    fc.property(lists, (claims) => {
      const ordered = inOrder(claims);
      expect(ordered.map(({ text }) => text).sort()).toEqual(claims.map(({ text }) => text).sort());
      for (const [i, { text, parents }] of ordered.entries()) {
        expect(parents.map((parent) => ordered[parent]?.text)).toEqual(
          claims[Number(text)]?.parents.map((parent) => `${parent}`),
        );
        for (const parent of parents) expect(parent).toBeLessThan(i);
      }
    }),
    { numRuns: 200 },
  );
});
