import { expect, it } from 'vitest';
import { isTagList } from './prompt-form.js';

it.each([
  ['1girl, red scarf, snowy street, night', true],
  ['castle on a hill, stormy sky, lightning', true],
  ['1girl\nred scarf\nnight', true],
  ['a fox, at night', false],
  ['a fox at night', false],
  ['A fox. A forest. Snow, fog, night.', false],
  ['A waiter drops a tray, glasses shatter on the floor, guests turn their heads', false],
  ['fog, snow, night.', false],
  ['fog, snow! night, ice', false],
  ['f2.8, 35mm, fog', true],
  ['fog, night, ,', false],
  ['fog,, snow, night,', true],
  // Most of them are short, of three words at the most.
  ['old red fox, cold blue hill, night', true],
  ['an old red fox, cold blue hill, night', true],
  ['an old red fox, a cold blue hill, night', false],
  ['an old red fox, a cold blue hill, night, fog', false],
  ['old  red  fox, cold  blue  hill, very  dark  night', true],
  ['  old red fox  ,   cold blue hill  ,  very dark night  ', true],
  ['', false],
])('“%s” is a list of tags: %s', (prompt, is) => {
  expect(isTagList(prompt)).toBe(is);
});
