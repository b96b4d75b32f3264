import { expect, it } from 'vitest';
import { type Ink, inkOf, isFramed, type Rendered, sizeOf } from './ink.js';

/** How much is drawn of a pixel: all of it, as little as is seen, too little, nothing. */
const DRAWN: Readonly<Record<string, number>> = { '#': 255, '+': 24, '.': 23, ' ': 0 };

const picture = (...rows: readonly string[]): Rendered => ({
  data: Uint8Array.from([...rows.join('')].flatMap((sign) => [255, 255, 255, DRAWN[sign] ?? 0])),
  width: rows[0]?.length ?? 0,
  height: rows.length,
});

it.each<[rows: string[], ink: Ink | null]>([
  [['      ', '  #   ', '    + ', '      '], { left: 2, right: 4, top: 1, bottom: 2 }],
  [['   #', '    ', '#   '], { left: 0, right: 3, top: 0, bottom: 2 }],
  [['.....', '. # .', '.....'], { left: 2, right: 2, top: 1, bottom: 1 }],
  [['#'], { left: 0, right: 0, top: 0, bottom: 0 }],
  [['..', '  '], null],
  [[], null],
])('of %j the ink is %j', (rows, ink) => {
  expect(inkOf(picture(...rows))).toEqual(ink);
});

const BOX = ['      ', ' #### ', ' #  # ', ' #  # ', ' #### ', '      '];

it('is framed where all four edges are drawn from end to end, whatever is in it', () => {
  const framed = (rows: readonly string[]) => {
    const one = picture(...rows);
    return isFramed(one, inkOf(one) as Ink);
  };
  expect(framed(BOX)).toBe(true);
  expect(framed(['####', '#+.#', '++++'])).toBe(true);
  expect(framed(['#'])).toBe(true);
  for (const [y, row] of BOX.entries())
    for (const [x, sign] of [...row].entries()) {
      if (sign !== '#') continue;
      const gap = BOX.map((one, at) => (at === y ? `${one.slice(0, x)}.${one.slice(x + 1)}` : one));
      expect([x, y, framed(gap)]).toEqual([x, y, false]);
    }
});

it('is of one size with what is as wide and as high, wherever it stands', () => {
  const size = (left: number, right: number, top: number, bottom: number) =>
    sizeOf({ left, right, top, bottom });
  expect(size(1, 4, 2, 7)).toBe(size(0, 3, 0, 5));
  expect(new Set([size(0, 3, 0, 5), size(0, 4, 0, 5), size(0, 3, 0, 6), size(0, 5, 0, 3)]).size).toBe(4);
});
