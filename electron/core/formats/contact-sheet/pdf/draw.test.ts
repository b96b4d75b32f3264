import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { NoPicture, SheetPicture } from '../picture.js';
import { type Block, setBlock } from './cell-text.js';
import { drawCell, drawLines, drawRunningText } from './draw.js';
import { operatorsOf } from './testing/operators.js';

/** Where texts begin, from the upper left corner, each with its size. */
const textsIn = (page: string): number[][] =>
  [...page.matchAll(/^1 0 0 1 ([\d.]+) ([\d.]+) Tm\s+\S+ ([\d.]+) Tf/gm)].map(([, x, y, size]) => [
    Number(x),
    300 - Number(y),
    Number(size),
  ]);

const cell = (picture: SheetPicture | NoPicture, textSize = 8) =>
  operatorsOf((paper, setter) => {
    const box = { x: 40, y: 30, width: 200, height: 100 };
    const text = { x: 40, y: 140, width: 200, height: 50 };
    return drawCell(paper, setter, { picture: box, text }, picture, [], [], textSize);
  });

describe('a printed sheet', () => {
  it('has its title above a line across the page, which page it is at the right, and what is told of it below', async () => {
    const page = await operatorsOf((paper, setter) =>
      drawRunningText(
        paper,
        setter,
        { width: 400, height: 300, cells: [], body: { x: 0, y: 0, width: 0, height: 0 }, textSize: 8 },
        { title: 'Harbour', told: '3 shots', page: 1, pages: 2 },
      ),
    );
    expect(page).toMatch(/^28 48 m\s+372 48 l\s+0\.5 w/m);
    const [title, number, foot, ...more] = textsIn(page);
    expect([title, foot, more]).toEqual([[28, 40, 13], [28, 272, 8], []]);
    // It ends at the margin.
    expect(number).toEqual([expect.closeTo(372 - 41.7, 0), 40, 8]);
  });

  it('tells the severity of a finding by a shape before its first line, and draws none before other lines', async () => {
    const lines = (kind: Block['kind']) =>
      operatorsOf(async (paper, setter) => {
        const set = await setBlock({ text: 'ab '.repeat(34), kind }, setter, { size: 10, width: 200 });
        expect(set.lines).toHaveLength(3);
        await drawLines(paper, setter, [null, ...set.lines], { x: 20, y: 30, width: 200, height: 100 }, 12);
      });
    const shapes = /^[\d.]+ [\d.]+ [\d.]+ [\d.]+ re$|^[\d.]+ [\d.]+ [ml]$|^[\d. ]+ c$/gm;
    const signOf = async (kind: Block['kind']) => (await lines(kind)).match(shapes) ?? [];
    // 6.2 points high, a fifth of a point above the line.
    expect(await signOf('high')).toEqual(['20 45.2 6.2 6.2 re']);
    expect(await signOf('medium')).toEqual(['20 51.4 m', '26.2 51.4 l', '23.1 45.2 l']);
    const circle = await signOf('low');
    expect(circle).toHaveLength(5);
    expect(circle[0]).toBe('20 48.3 m');
    expect(circle[1]).toMatch(/ 23\.1 45\.2 c$/);
    expect(await signOf('plain')).toEqual([]);
    const rows = [51.6, 63.6, 75.6].map((y) => expect.closeTo(y));
    expect(textsIn(await lines('high')).map(([x, y]) => [x, y])).toEqual(rows.map((y) => [31, y]));
    expect(textsIn(await lines('plain')).map(([x, y]) => [x, y])).toEqual(rows.map((y) => [20, y]));
  });

  it('shows a picture whole, in the middle of its mat, and says there why there is none', async () => {
    const jpegOf = async (width: number, height: number) => ({
      jpeg: await sharp({ create: { width, height, channels: 3, background: 'red' } })
        .jpeg()
        .toBuffer(),
      width,
      height,
    });
    const mat = /^40 30 200 100 re$/m;
    const wide = await cell(await jpegOf(80, 20));
    expect(wide).toMatch(mat);
    // Its lower left corner, as pictures are turned over.
    expect(wide).toMatch(/^200 0 0 -50 40 105 cm$/m);
    expect(await cell(await jpegOf(20, 20))).toMatch(/^100 0 0 -100 90 130 cm$/m);
    const none = await cell({ why: 'No picture' });
    expect(none).toMatch(mat);
    const [[x = 0, y, size] = []] = textsIn(none);
    expect([y, size]).toEqual([expect.closeTo(80 + 8.8 / 3), 8.8]);
    expect(x).toBeCloseTo(118.4, 0);
    expect(textsIn(await cell({ why: 'No picture' }, 12))[0]?.[2]).toBe(9);
  });
});
