import { expect, it } from 'vitest';
import { canBeName } from './index.js';

it.each<[word: string, description: string, name: boolean]>([
  ['Mira', 'Mira is a girl.', true],
  ['Willow', 'Here Willow, a witch, waits.', true],
  ['There', 'There is a girl.', false],
  ['She', 'She is a girl.', false],
  ['Suddenly', 'Suddenly, a dog barks.', false],
  ['Interior', 'Interior: a woman.', false],
  ['Exterior', 'Exterior: a woman.', false],
  ['Background', 'Background: a woman.', false],
  ['Mira', 'Here is nobody of that name.', false],
  ['Mira', 'On the wall hangs a mira lamp.', false],
  ['Lyla', 'Lyla is a girl.', true],
  // Part of a set phrase, and behind or before one.
  ['Close', 'Close-up: a girl.', false],
  ['Wide', 'Wide shot of Mira.', false],
  ['Noon', 'At noon a girl waits.', false],
  ['Mira', 'Wide shot, Mira waits.', true],
  ['Mira', 'Wide shot of a fox, Mira, at night', true],
])('“%s” of “%s”: %j', (word, description, name) => {
  expect(canBeName(word, description)).toBe(name);
});
