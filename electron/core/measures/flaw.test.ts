import { expect, it } from 'vitest';
import { type FlawKind, flawIn } from './flaw.js';
import type { Pixels } from './picture.js';

const WIDTH = 480;
const HEIGHT = 300;
/** Where the fault is planted. */
const PART = { left: 300, top: 150, right: 460, bottom: 280 };

const isIn = (x: number, y: number) => x >= PART.left && x < PART.right && y >= PART.top && y < PART.bottom;

function picture(level: (x: number, y: number) => number): Pixels {
  const data = new Uint8Array(WIDTH * HEIGHT * 3);
  for (let i = 0; i < WIDTH * HEIGHT; i++)
    data.fill(level(i % WIDTH, Math.floor(i / WIDTH)), 3 * i, 3 * i + 3);
  return { data, width: WIDTH, height: HEIGHT };
}

/** The same for the same place, as good as even between −1 and 1. */
const chance = (x: number, y: number) => {
  const value = Math.sin(x * 12.9898 + y * 78.233) * 43758.5453;
  return 2 * (value - Math.floor(value)) - 1;
};
const stripes = (x: number) => (Math.floor(x / 12) % 2 === 0 ? 60 : 190);

it.each<[FlawKind, (x: number, y: number) => number]>([
  // Drawn texture is louder than the noise and is not taken for it.
  ['noise', (x, y) => (isIn(x, y) ? 120 + 9 * chance(x, y) : 120 + 60 * Math.sign(chance(x >> 2, y >> 2)))],
  ['banding', (x, y) => (isIn(x, y) ? 80 + 6 * Math.floor((x - PART.left) / 10) : 80 + x / 6)],
  ['compression', (x, y) => (isIn(x, y) ? 120 + 8 * chance(x >> 3, y >> 3) : 120 + (x + y) / 16)],
  // Sharp only there: what is soft is soft everywhere else.
  ['blur', (x, y) => (isIn(x, y) ? stripes(x) : 125 + 40 * Math.sin(x / 20))],
])('of %s is where it was planted', (kind, level) => {
  const { window, line } = flawIn(picture(level), kind);
  const middle = { x: window.x + window.width / 2, y: window.y + window.height / 2 };
  expect([window.width, window.height, line]).toEqual([96, 60, null]);
  expect(isIn(middle.x, middle.y), `${middle.x}, ${middle.y}`).toBe(true);
});

it.each([
  [true, (x: number, y: number) => 110 + 10 * Math.sin(y / 9) + (x >= 350 ? 5 : 0)],
  [false, (x: number, y: number) => 110 + 10 * Math.sin(x / 9) + (y >= 200 ? 5 : 0)],
])('of a seam is on its line, upright: %s', (isUpright, level) => {
  const { window, line } = flawIn(picture(level), 'seam');
  expect(line?.isUpright).toBe(isUpright);
  expect(Math.abs((line?.at ?? 0) - (isUpright ? 350 : 200))).toBeLessThanOrEqual(1);
  const [from, size] = isUpright ? [window.x, window.width] : [window.y, window.height];
  expect(from + size / 2).toBeCloseTo(line?.at ?? 0, -1);
});

it('is all of a picture that is smaller than what is enlarged', () => {
  const small: Pixels = { data: new Uint8Array(40 * 30 * 3), width: 40, height: 30 };
  expect(flawIn(small, 'noise').window).toEqual({ x: 0, y: 0, width: 40, height: 30 });
});
