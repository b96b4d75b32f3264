import { expect, it } from 'vitest';
import { canonOffer, clash, isOfferKey, offerKey } from './canon-offer.js';

const RED = { subject: 'character', name: 'Mira', statement: 'a girl in a red coat' } as const;

it('an offer has the same key for the same words about the same subject, and no other has it', () => {
  expect(offerKey({ ...RED })).toBe(offerKey(RED));
  const others = [{ name: 'Tom' }, { statement: 'a girl in a hat' }, { subject: 'prop' as const }];
  const keys = others.map((other) => offerKey({ ...RED, ...other }));
  expect(new Set([offerKey(RED), ...keys]).size).toBe(4);
});

it('a key is known for that of an offer, and of a finding for none', () => {
  expect(isOfferKey(offerKey(RED))).toBe(true);
  for (const key of ['attribute-drift:1:offer:', 'claim-failed:2:a best offer: 3', ''])
    expect(isOfferKey(key)).toBe(false);
});

it('an offer names a shot that shows it, and a clash two facts', () => {
  const offer = { ...RED, key: offerKey(RED), message: '', shotIds: ['s1', 's2'] };
  expect(canonOffer.parse(offer)).toEqual(offer);
  expect(canonOffer.safeParse({ ...offer, shotIds: [] }).success).toBe(false);
  expect(clash.safeParse({ factIds: ['a', 'b'], shotId: 's1' }).success).toBe(true);
  expect(clash.safeParse({ factIds: ['a'], shotId: 's1' }).success).toBe(false);
});
