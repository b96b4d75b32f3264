import { claimKind } from '@shared/records/index.js';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readClaims } from './description-reader.js';
import { packClaims, unpackClaims } from './packed-claims.js';
import type { ReadClaim } from './read-claim.js';

const words = fc.string({ unit: 'grapheme', maxLength: 30 });
const part = fc.option(words);
const claim: fc.Arbitrary<ReadClaim> = fc.record({
  subject: part,
  attribute: part,
  relation: part,
  object: part,
  value: part,
  kind: fc.constantFrom(...claimKind.options),
  text: words,
  parents: fc.array(fc.nat(400)),
  span: fc.option(fc.tuple(fc.nat(), fc.nat())),
  weight: fc.double({ min: 0.01, max: 10, noNaN: true }),
  negated: fc.boolean(),
  canonOf: part,
});

it('gives back what was packed, whatever it says', () => {
  fc.assert(
    fc.property(fc.array(claim, { maxLength: 60 }), (claims) => {
      const packed = packClaims(claims);
      expect(packed).toMatch(/^[\0-\xff]*$/);
      expect(unpackClaims(packed)).toEqual(claims);
    }),
    { numRuns: 300 },
  );
});

it('takes a fifth of the room or less', () => {
  const read = readClaims(
    'Wide shot. Mira in a red coat holds a paper lantern on a wooden bridge at night, watercolour, two dogs behind her.',
  );
  expect(read.length).toBeGreaterThan(5);
  expect(packClaims(read).length * 5).toBeLessThan(JSON.stringify(read).length);
});
