import { expect, it } from 'vitest';
import { fitBox } from './fit.js';

it('fits a picture whole, in the middle, in its own shape', () => {
  expect(fitBox({ width: 1000, height: 1000 }, { width: 1280, height: 720 })).toEqual({
    left: 0,
    top: 219,
    width: 1000,
    height: 563,
  });
  expect(fitBox({ width: 1000, height: 1000 }, { width: 100, height: 100 }, 2).width).toBe(200);
});
