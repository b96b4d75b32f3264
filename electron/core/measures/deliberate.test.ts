import { expect, it } from 'vitest';
import { deliberateIn } from './deliberate.js';

it.each<[description: string, asked: 'dark' | 'bright' | null]>([
  ['A white boat in a harbour by day.', null],
  ['A sad white fox, a girl in a white coat.', null],
  ['A black cat on a chair, in a kitchen.', null],
  ['A woman in black walks along the shore.', null],
  ['A fox in a white room.', 'bright'],
  ['A kettle on white.', 'bright'],
  ['A pure white page, one red dot.', 'bright'],
  ['The frame fades to white.', 'bright'],
  ['A whiteout in the mountains.', 'bright'],
  ['A face against a black background.', 'dark'],
  ['All black, but for a match.', 'dark'],
  ['The frame fades to black.', 'dark'],
  ['A harbour at night.', 'dark'],
])('“%s” asks for a picture that is mostly %s', (description, asked) => {
  const { dark, bright } = deliberateIn(description);
  expect([dark && 'dark', bright && 'bright'].find(Boolean) ?? null).toBe(asked);
});
