import fc from 'fast-check';
import { expect, it } from 'vitest';
import { KeptReadings } from './kept-readings.js';
import { packClaims, unpackClaims } from './packed-claims.js';
import type { ReadClaim } from './read-claim.js';

const claims = (text: string): string => packClaims([{ text } as ReadClaim]);

it('gives back what was put, and the same list while nothing was put in its place', () => {
  const kept = new KeptReadings(1_000);
  kept.put('a', claims('a fox'));
  expect(kept.get('a')).toEqual([{ text: 'a fox' }]);
  expect(kept.get('a')).toBe(kept.get('a'));
  kept.put('a', claims('an owl'));
  expect(kept.get('a')).toEqual([{ text: 'an owl' }]);
  expect([kept.has('b'), kept.get('b')]).toEqual([false, undefined]);
});

it('lets go of the least recently used only where there is no room for both', () => {
  const size = claims('a fox').length + 1;
  const kept = new KeptReadings(2 * size);
  const there = () => ['a', 'b', 'c'].filter((key) => kept.has(key)).join('');
  kept.put('a', claims('a fox'));
  kept.put('b', claims('a fox'));
  expect(there(), 'just room enough').toBe('ab');
  kept.get('a');
  kept.put('c', claims('a fox'));
  expect(there()).toBe('ac');
  kept.put('c', claims('an owl with long ears'));
  expect(there(), 'too long to lie beside another').toBe('c');
  kept.put('b', claims('a'.repeat(500)));
  expect(there(), 'what was just put').toBe('b');
  kept.put('b', claims('a fox'));
  kept.put('a', claims('a fox'));
  expect(there()).toBe('ab');
});

it('holds as much as there is room for, the last used longest', () => {
  const use = fc.record({ key: fc.constantFrom(...'abcdefgh'), isPut: fc.boolean(), size: fc.nat(40) });
  fc.assert(
    fc.property(fc.array(use, { maxLength: 60 }), (uses) => {
      const kept = new KeptReadings(100);
      /** Least recently used first. */
      let model: { key: string; text: string }[] = [];
      for (const { key, isPut, size } of uses) {
        const known = model.find((one) => one.key === key);
        if (!isPut && !known) continue;
        const text = isPut ? claims('x'.repeat(size)) : (known?.text ?? '');
        if (isPut) kept.put(key, text);
        else kept.get(key);
        model = [...model.filter((one) => one.key !== key), { key, text }];
        const room = () => model.reduce((sum, one) => sum + one.key.length + one.text.length, 0);
        while (model.length > 1 && room() > 100) model.shift();
      }
      for (const key of 'abcdefgh') {
        const text = model.find((one) => one.key === key)?.text;
        expect(kept.has(key)).toBe(text !== undefined);
        expect(kept.get(key)).toEqual(text && unpackClaims(text));
      }
    }),
    { numRuns: 200 },
  );
});
