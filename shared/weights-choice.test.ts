import { expect, it } from 'vitest';
import { WEIGHTS_CHOICES, weightsChoice } from './weights-choice.js';

it('weights are the small ones or the fine ones', () => {
  expect(WEIGHTS_CHOICES).toEqual(['small', 'fine']);
  expect(['small', 'fine', 'large', ''].map((one) => weightsChoice.safeParse(one).success)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
