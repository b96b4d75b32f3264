import { aClaim } from '@testing/records.js';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Claim, claim } from './records/index.js';
import { claimsFrom, sentClaims, sentClaimsOf } from './sent-claim.js';

const { id: _, shotId: __, ...shape } = claim.shape;
const part = fc.option(fc.constantFrom('', 'coat', '__proto__'));
const rows: fc.Arbitrary<Claim[]> = fc.uniqueArray(
  fc.record<Claim>({
    id: fc.constantFrom('a', 'b', 'c', 'd'),
    shotId: fc.constantFrom('s0', 's1'),
    kind: fc.constantFrom(...shape.kind.options),
    text: fc.constantFrom('a coat', 'no coat'),
    subject: part,
    attribute: part,
    relation: part,
    object: part,
    value: part,
    parents: fc.subarray(['a', 'b']),
    span: fc.option(fc.tuple(fc.nat(9), fc.nat(9))),
    weight: fc.constantFrom(1, 0.5),
    negated: fc.boolean(),
    muted: fc.boolean(),
    source: fc.constantFrom(...shape.source.options),
    factId: fc.option(fc.constantFrom('f')),
  }),
  { selector: ({ id }) => id },
);

it('every claim comes to the window as it is', () => {
  fc.assert(
    fc.property(rows, (claims) => {
      const come = claimsFrom(JSON.parse(JSON.stringify(sentClaimsOf(claims))));
      const byId = (all: readonly Claim[]) => Object.fromEntries(all.map((one) => [one.id, one]));
      expect(byId(come)).toEqual(byId(claims));
    }),
    { numRuns: 300 },
  );
});

it('of most only what they say is sent', () => {
  const { kind, text, span } = aClaim(0);
  expect(sentClaimsOf([aClaim(0)])).toEqual({ 'shot-0': { 'claim-0': { kind, text, span } } });
});

it('is read as it is sent, and refused without what it says', () => {
  const { kind, text, id: _, shotId: __, ...rest } = aClaim(0);
  const read = (one: object) => sentClaims.safeParse({ 'shot-0': { 'claim-0': one } });
  for (const one of [
    { kind, text },
    { kind, text, ...rest },
  ])
    expect(read(one).data).toEqual({ 'shot-0': { 'claim-0': one } });
  // Whose it is stands once, before it.
  expect(read({ kind, text, id: 'other', shotId: 'other' }).data).toEqual({
    'shot-0': { 'claim-0': { kind, text } },
  });
  for (const one of [{ kind }, { text }, { kind: 'sound', text }]) expect(read(one).success).toBe(false);
});
