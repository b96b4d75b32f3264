import { expect, it } from 'vitest';
import { blank, blanked, pause } from './blanked.js';

it('leaves a gap or a pause as long as what it takes out, one pattern after the other', () => {
  expect([blank(3), pause(3), pause(1), pause(0)]).toEqual(['   ', ',  ', ',', '']);
  expect(blanked('fox --ar 5 owl', [[/--ar/g, 'pause']])).toBe('fox ,    5 owl');
  expect(
    blanked('one', [
      [/n/g, 'gap'],
      [/o e/g, 'pause'],
    ]),
  ).toBe(',  ');
});
