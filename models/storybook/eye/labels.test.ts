import { expect, it } from 'vitest';
import { PEOPLE } from '../world/scene.js';
import { kindsOf } from './labels.js';

it('knows the nouns of its world as claims say them, and no near ones', () => {
  expect(kindsOf('Old man')).toEqual(['old man']);
  expect(kindsOf('dogs')).toEqual(['dog']);
  expect(kindsOf('puppy')).toEqual(['dog']);
  expect(kindsOf('person')).toEqual(PEOPLE);
  expect(kindsOf('people')).toEqual(PEOPLE);
  // A ship is not quite a boat, nor is red a thing.
  expect([kindsOf('ship'), kindsOf('red'), kindsOf('forest'), kindsOf('dragon')]).toEqual([
    null,
    null,
    null,
    null,
  ]);
});
