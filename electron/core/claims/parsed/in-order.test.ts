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

it('comes to what hangs on something where that is named, and to what is nowhere as it stands', () => {
  const claims = [
    claim('nobody', null),
    claim('a dog', 30),
    claim('left of a girl', 20, [1]),
    claim('a girl', 25),
    claim('solo', null),
  ];
  expect(inOrder(claims).map(({ text }) => text)).toEqual([
    'a girl',
    'a dog',
    'left of a girl',
    'nobody',
    'solo',
  ]);
});

it('puts what is named behind what is said of it before that, though both end at one word', () => {
  const claims = [claim('a quiet light', 22, [1]), claim('a light', 22), claim('in a light', 22, [1])];
  const ordered = inOrder(claims);
  expect(ordered.map(({ text }) => text)).toEqual(['a light', 'a quiet light', 'in a light']);
  expect(ordered.map(({ parents }) => parents)).toEqual([[], [0], [0]]);
});

it('keeps every claim, what it hangs on, and that before it', () => {
  const lists = fc
    .array(
      fc.record({
        end: fc.option(fc.nat(50)),
        parents: fc.array(fc.nat(20), { maxLength: 3 }),
        // Where it stands in the list: parents on either side.
        at: fc.nat(100),
      }),
      { maxLength: 12 },
    )
    .map((rows) => {
      const order = rows.map((_, i) => i).sort((a, b) => (rows[a]?.at ?? 0) - (rows[b]?.at ?? 0) || a - b);
      return order.map((i) => {
        const { end, parents } = rows[i] as (typeof rows)[number];
        const above = i === 0 ? [] : [...new Set(parents.map((parent) => parent % i))];
        return claim(
          `${i}`,
          end,
          above.map((parent) => order.indexOf(parent)),
        );
      });
    });
  fc.assert(
    fc.property(lists, (claims) => {
      const ordered = inOrder(claims);
      expect(ordered.map(({ text }) => text).sort()).toEqual(claims.map(({ text }) => text).sort());
      const parentsOf = new Map(
        claims.map(({ text, parents }) => [text, parents.map((parent) => claims[parent]?.text)]),
      );
      for (const [i, { text, parents }] of ordered.entries()) {
        expect(parents.map((parent) => ordered[parent]?.text)).toEqual(parentsOf.get(text));
        for (const parent of parents) expect(parent).toBeLessThan(i);
      }
    }),
    { numRuns: 200 },
  );
});
