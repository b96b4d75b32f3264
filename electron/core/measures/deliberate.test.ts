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

it.each<[description: string, asked: 'fewColours' | 'halo' | 'pixels' | 'panels' | 'border' | null]>([
  ['A poster in flat colours, a fox.', 'fewColours'],
  ['A cel-shaded fox.', 'fewColours'],
  ['A glowing lantern.', 'halo'],
  ['Thick outlines around a fox.', 'halo'],
  ['A pixelated screen.', 'pixels'],
  ['Split screen: two foxes on the phone.', 'panels'],
  ['A fox in a mirror.', 'panels'],
  ['A letterboxed wide shot of a fox.', 'border'],
  ['An old photograph with a white border.', 'border'],
  ['A portrait in a golden frame.', 'border'],
  ['A fox enters the frame.', null],
  ['A fox without a border.', null],
  ['A fox crosses the road.', null],
])('“%s” asks for %s', (description, asked) => {
  const found = deliberateIn(description);
  const of = (['fewColours', 'halo', 'pixels', 'panels', 'border'] as const).filter((name) => found[name]);
  expect(of).toEqual(asked === null ? [] : [asked]);
});
