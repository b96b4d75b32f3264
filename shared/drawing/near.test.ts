import { expect, it } from 'vitest';
import type { Figure } from '../records/index.js';
import { isNear, linesOf } from './near.js';
import { apart, extentOf, rounded, within } from './places.js';
import { headOf } from './shape.js';
import { type PenPoint, thinned } from './thinned.js';
import { figureWords } from './words.js';

const SIZE = { width: 200, height: 100 };
const look = { colour: 'red', size: 0.02 } as const;
const region = { x: 0.25, y: 0.2, width: 0.5, height: 0.4 };
const box: Figure = { kind: 'box', region, ...look };
const ellipse: Figure = { kind: 'ellipse', region, ...look };

it('a picture is measured by its shorter side', () => {
  expect([extentOf(2), extentOf(0.5), extentOf(1)]).toEqual([
    [2, 1],
    [1, 2],
    [1, 1],
  ]);
  expect(apart([0.1, 0.9], [0.4, 0.1], 2)).toBeCloseTo(1);
  expect(apart([0.9, 0.4, 1], [0.1, 0.1, 0], 0.5)).toBeCloseTo(1);
});

it('a share lies within the picture, to less than a pixel', () => {
  expect([-0.5, 0, 0.25, 1, 1.5].map(within)).toEqual([0, 0, 0.25, 1, 1]);
  expect([-0.5, 0.123_449, 0.123_45, 1.5].map(rounded)).toEqual([0, 0.1234, 0.1235, 1]);
});

it('each figure is the lines that it is drawn with', () => {
  const lines = (figure: Figure) => linesOf(figure, SIZE)[0];
  expect(
    lines({
      kind: 'pen',
      points: [
        [0.1, 0.2, 0.9],
        [0.3, 0.4, 0.1],
      ],
      ...look,
    }),
  ).toEqual([
    [0.1, 0.2],
    [0.3, 0.4],
  ]);
  expect(lines({ kind: 'arrow', from: [0, 0.5], to: [0.5, 1], ...look })).toEqual([
    [0, 0.5],
    [0.5, 1],
  ]);
  // Half as high as it stands over its baseline; each letter is 0.6 of that wide.
  const label = lines({ kind: 'text', at: [0.5, 0.5], text: 'hat', colour: 'blue', size: 0.1 });
  expect(label?.map(([, y]) => y)).toEqual([0.45, 0.45]);
  expect(label?.map(([x]) => x)).toEqual([0.5, expect.closeTo(0.5 + (3 * 0.6 * 10) / 200)]);
  expect(lines(box)).toEqual([
    [0.25, 0.2],
    [0.75, 0.2],
    [0.75, expect.closeTo(0.6)],
    [0.25, expect.closeTo(0.6)],
    [0.25, 0.2],
  ]);
  const round = lines(ellipse) ?? [];
  expect(round).toHaveLength(49);
  for (const [x, y] of round) expect(((x - 0.5) / 0.25) ** 2 + ((y - 0.4) / 0.2) ** 2).toBeCloseTo(1);
  // Clockwise from its right end.
  expect(round[0]).toEqual([0.75, expect.closeTo(0.4)]);
  expect(round[12]).toEqual([expect.closeTo(0.5), expect.closeTo(0.6)]);
  expect(round[48]).toEqual([expect.closeTo(0.75), expect.closeTo(0.4)]);
});

it('a figure is near as far as is asked, from the edge of its line', () => {
  // Its line is 2 pixels thick: one on either side.
  const near = (y: number, reach: number) => isNear(box, [0.5, y], SIZE, reach);
  expect([near(0.17, 2), near(0.169, 2), near(0.25, 4), near(0.251, 4)]).toEqual([true, false, true, false]);
  const left = (x: number) => isNear(box, [x, 0.4], SIZE, 3);
  expect([left(0.23), left(0.229), left(0.77), left(0.771)]).toEqual([true, false, true, false]);
  const dot: Figure = { kind: 'pen', points: [[0.5, 0.5, 1]], ...look };
  expect([isNear(dot, [0.51, 0.5], SIZE, 1), isNear(dot, [0.511, 0.5], SIZE, 1)]).toEqual([true, false]);
});

it('the head of an arrow is as long as five widths of its line, or as the arrow where that is shorter', () => {
  const [left, right] = headOf([0, 0], [100, 0], 2);
  for (const [x, y] of [left, right]) expect(Math.hypot(x - 100, y)).toBeCloseTo(10);
  expect([right[0], right[1]]).toEqual([expect.closeTo(left[0]), expect.closeTo(-left[1])]);
  expect(left[0]).toBeCloseTo(100 - 10 * Math.cos(Math.PI / 7));
  expect(left[1]).toBeCloseTo(10 * Math.sin(Math.PI / 7));
  // Wherever it begins.
  const [[x, y]] = headOf([30, 20], [33, 24], 2);
  expect(Math.hypot(x - 33, y - 24)).toBeCloseTo(5);
  const length = (to: number) => {
    const [[x, y]] = headOf([0, 0], [0, to], 2);
    return Math.hypot(x, y - to);
  };
  expect([length(6), length(1), length(0)]).toEqual([
    expect.closeTo(6),
    expect.closeTo(2),
    expect.closeTo(2),
  ]);
});

it('a line keeps the points at which it bends, and those where it is pressed otherwise', () => {
  const bent: PenPoint[] = [
    [0, 0, 0.5],
    [0.25, 0.25, 0.5],
    [0.5, 0.5, 0.5],
    [0.75, 0.25, 0.5],
    [1, 0, 0.5],
  ];
  expect(thinned(bent, 1, 500)).toEqual([bent[0], bent[2], bent[4]]);
  // To and fro: what lies behind an end is no part of the piece between them.
  const back: PenPoint[] = [
    [0, 0, 0.5],
    [0.5, 0, 0.5],
    [0.25, 0, 0.5],
  ];
  expect(thinned(back, 1, 500)).toEqual(back);
  const round: PenPoint[] = [
    [0, 0, 0.5],
    [0.5, 0.5, 0.5],
    [0, 0, 0.5],
  ];
  expect(thinned(round, 1, 500)).toEqual(round);
  const pressed: PenPoint[] = [
    [0, 0, 0.5],
    [0.5, 0, 0.6],
    [1, 0, 0.5],
  ];
  expect(thinned(pressed, 1, 500)).toEqual(pressed);
  const even = pressed.map(([x, y], at): PenPoint => [x, y, at === 1 ? 0.55 : 0.5]);
  expect(thinned(even, 1, 500)).toEqual([even[0], even[2]]);
  // Pressed ever less hard in one place.
  const eased = [1, 0.5, 0].map((pressure): PenPoint => [0.5, 0.5, pressure]);
  expect(thinned(eased, 1, 500)).toEqual([eased[0], eased[2]]);
  expect(thinned([[0.3, 0.33333, 1]], 1, 500)).toEqual([[0.3, 0.3333, 1]]);
  expect(thinned([], 1, 500)).toEqual([]);
});

it('bends are seen by the shorter side of the picture', () => {
  const bend = (x: number, y: number): PenPoint[] => [
    [0, 0, 0.5],
    [x, y, 0.5],
    [x === 0.5 ? 1 : 0, y === 0.5 ? 1 : 0, 0.5],
  ];
  const count = (points: PenPoint[], aspect: number) => thinned(points, aspect, 500).length;
  // A thousandth of the height is little, of a width that is twice that it is too much.
  expect([count(bend(0.5, 0.001), 2), count(bend(0.001, 0.5), 2)]).toEqual([2, 3]);
  expect([count(bend(0.5, 0.001), 0.5), count(bend(0.001, 0.5), 0.5)]).toEqual([3, 2]);
});

it('a line that is too long is left with as many points as may be kept, its ends among them', () => {
  const wild = Array.from({ length: 600 }, (_, n): PenPoint => [n % 2, Math.floor(n / 2) / 300, 0.5]);
  const kept = thinned(wild, 1, 50);
  expect(kept).toHaveLength(50);
  expect([kept[0], kept.at(-1)]).toEqual([wild[0], [1, 0.9967, 0.5]]);
  const slight: PenPoint[] = [
    [0, 0, 0.5],
    [0.5, 0.002, 0.5],
    [1, 0, 0.5],
  ];
  expect([thinned(slight, 1, 3), thinned(slight, 1, 2)]).toEqual([slight, [slight[0], slight[2]]]);
  // Pieces are joined where they meet, with no point twice.
  const long = thinned(wild, 1, 600);
  expect(long).toHaveLength(600);
  const off = long.map(([x, y], at) => Math.hypot(x - (wild[at]?.[0] ?? 9), y - (wild[at]?.[1] ?? 9)));
  expect(Math.max(...off)).toBeLessThan(1e-4);
});

it('figures are called what they are', () => {
  const at = { from: [0, 0], to: [1, 1], at: [0, 0], points: [[0, 0, 0]], region, text: 'hat' };
  const words = ['pen', 'arrow', 'box', 'ellipse', 'text'].map((kind) =>
    figureWords({ kind, ...at, ...look } as unknown as Figure),
  );
  expect(words).toEqual(['Red line', 'Red arrow', 'Red box', 'Red ellipse', 'Red text “hat”']);
});
