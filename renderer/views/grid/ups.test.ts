import { expect, it } from 'vitest';
import { stepped } from './ups.js';

it('frames get larger and smaller by a step, and no further than they can', () => {
  const up = (gridUp: Parameters<typeof stepped>[0]['gridUp'], by: 1 | -1) =>
    stepped({ gridUp, gridColumns: 5 }, by);
  expect([up(9, 1), up(9, -1), up(2, 1), up(64, -1)]).toEqual([
    { gridUp: 6 },
    { gridUp: 12 },
    { gridUp: 2 },
    { gridUp: 64 },
  ]);
  const across = (gridColumns: number, by: 1 | -1) => stepped({ gridUp: null, gridColumns }, by);
  expect([across(5, 1), across(5, -1), across(2, 1), across(12, -1)]).toEqual([
    { gridColumns: 4 },
    { gridColumns: 6 },
    { gridColumns: 2 },
    { gridColumns: 12 },
  ]);
});
