import { expect, it } from 'vitest';
import { boxStyle, placed, wordsPlaced } from './over-picture.js';

it('lies at its shares of the width and the height, a box with as much of them as it has', () => {
  expect(placed([0.25, 0.5])).toEqual({ left: '25%', top: '50%' });
  expect(boxStyle({ x: 0, y: 0.25, width: 1, height: 0.125 })).toEqual({
    left: '0%',
    top: '25%',
    width: '100%',
    height: '12.5%',
  });
});

it('has words before their place where little room is behind it', () => {
  expect(wordsPlaced([0.6, 0])).toEqual({ left: '60%', top: '0%' });
  expect(wordsPlaced([0.75, 1])).toEqual({ right: '25%', top: '100%' });
});
