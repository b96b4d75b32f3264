import { expect, it } from 'vitest';
import { framesNear } from './frames-near.js';
import type { ShotView } from './shot-view.js';

const view = (number: string, description: string, pick: object | null = { unreadable: null }) =>
  ({ shot: { id: number, number, description }, pick }) as ShotView;
const views = [
  view('1', 'Mira at the harbour'),
  view('2', 'A boat'),
  view('3', 'Mira waits'),
  view('4', 'Nobody', null),
  view('5', 'Harbour at night', { unreadable: 'it is empty' }),
  view('6', 'The harbour'),
];
const near = (words: string) => framesNear(views, '3', words).map(({ shot }) => shot.number);

it('gives what has a picture, nearest first, never the shot itself', () => {
  expect(near('')).toEqual(['2', '1', '6']);
});

it('finds by number, and by words of the description', () => {
  expect(near(' 6 ')).toEqual(['6']);
  expect(near('HARBOUR')).toEqual(['1', '6']);
  expect(near('mira harbour')).toEqual(['1']);
  expect(near('fox')).toEqual([]);
});
