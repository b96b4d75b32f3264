import { expect, it } from 'vitest';
import type { Figure } from '../records/index.js';
import { boundsOf, handlesOf } from './arranging.js';
import { roomyHandles } from './roomy-handles.js';

const SIZE = { width: 1600, height: 900 };
const SHOWN = { width: 480, height: 270 };
const look = { colour: 'red', size: 0.012 } as const;
const box = (width: number, height: number): Figure => ({
  kind: 'box',
  region: { x: 0.1, y: 0.1, width, height },
  ...look,
});
const roomy = (figure: Figure) => {
  const { handles, isBeside } = roomyHandles(handlesOf(figure, SIZE), boundsOf(figure, SIZE), SHOWN);
  return [handles.map(([handle]) => handle).join(' '), isBeside];
};

it('a large figure has all its handles, a small one those that leave room to take hold of it', () => {
  expect(roomy(box(0.5, 0.5))).toEqual(['n s e w nw ne sw se', false]);
  // 48 by 135 pixels; 192 by 27; 24 by 24.
  expect(roomy(box(0.1, 0.5))).toEqual(['e w nw ne sw se', false]);
  expect(roomy(box(0.4, 0.1))).toEqual(['n s nw se', false]);
  expect(roomy(box(0.05, 0.09))).toEqual(['se', true]);
});

it.each([
  [72, 44, 'n s nw ne sw se', false],
  [44, 72, 'e w nw ne sw se', false],
  [71, 71, 'nw ne sw se', false],
  [44, 43, 'nw se', false],
  [43, 44, 'nw se', false],
  [43, 43, 'se', true],
])('a figure of %i × %i pixels has room for %s', (width, height, room, isBeside) => {
  const whole = box(0.5, 0.5);
  const shown = { width: 100, height: 100 };
  const bounds = { x: 0, y: 0, width: width / 100, height: height / 100 };
  const { handles, isBeside: beside } = roomyHandles(handlesOf(whole, SIZE), bounds, shown);
  expect([handles.map(([handle]) => handle).join(' '), beside]).toEqual([room, isBeside]);
});

it('an arrow keeps both its ends, and words their height, however small they are', () => {
  const arrow: Figure = { kind: 'arrow', from: [0.1, 0.1], to: [0.12, 0.12], ...look };
  const words: Figure = { kind: 'text', at: [0.5, 0.5], text: 'a', ...look, size: 0.02 };
  expect(roomy(arrow)[0]).toBe('from to');
  expect(roomy(words)[0]).toBe('letters');
});
