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
  ['', false],
])('“%s” is a list of tags: %s', (prompt, is) => {
  expect(isTagList(prompt)).toBe(is);
});
