import { boardOf, summary } from '@testing/derived-board.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinBoardView } from '../../board/board-view.js';
import { lightnessOf, lowestOf, marksOf, pathOf, seriesOf } from './series.js';

const value = fc.option(fc.double({ min: 0, max: 1, noNaN: true }));

describe('what runs along the story', () => {
  it('has the scores of each pick, and how light it is by its palette', () => {
    const { records, overview } = boardOf(3, [1]);
    const palette = ['#ffffff', '#000000'];
    const summaries = { ...overview.summaries, t2: summary(null, { palette }) };
    const { views } = joinBoardView(
      { ...records, take: { ...records.take } } as never,
      { ...overview, summaries },
      3,
    );
    const all = new Map(seriesOf(views).map(({ id, values }) => [id, values]));
    expect(all.get('description')).toEqual([0.9, 0.4, null]);
    expect(all.get('style')).toEqual([null, null, null]);
    // White counts twice.
    expect(all.get('light')).toEqual([null, null, expect.closeTo(2 / 3)]);
    expect(marksOf(views)).toEqual([{ at: 1, severity: 'high' }]);
  });

  it('has nothing of a shot that is left out of play', () => {
    const { records, overview } = boardOf(3, [1]);
    const shots = { ...records.shot, s1: { ...records.shot.s1, omitted: true } };
    const { views } = joinBoardView({ ...records, shot: shots } as never, overview, 3);
    expect(seriesOf(views)[0]?.values).toEqual([0.9, null, 0.9]);
    expect(marksOf(views)).toEqual([]);
  });

  it('sees light as eyes do', () => {
    expect(lightnessOf('#000000')).toBe(0);
    expect(lightnessOf('#ffffff')).toBeCloseTo(1);
    expect(lightnessOf('#777777')).toBeCloseTo(0.5, 1);
    expect(lightnessOf('#0000ff')).toBeLessThan(lightnessOf('#00ff00'));
  });

  it('names the first of the lowest', () => {
    const lowest = (...values: (number | null)[]) => lowestOf({ values, excuses: values.map(() => null) });
    expect(lowest(null, 0.5, 0.2, 0.2, null)).toBe(2);
    expect(lowest(0, null, 0.1)).toBe(0);
    expect(lowest(1, null, 1)).toBe(-1);
    expect(lowest(0.4)).toBe(-1);
    expect(lowest(null, null)).toBe(-1);
    expect(lowest()).toBe(-1);
  });

  it('says by which words a low style is excused, and names none that is as the lowest', () => {
    const { records, overview } = boardOf(3, []);
    const styled = (style: number, styleExcuse?: string) =>
      summary(0.9, {
        scores: { ...summary(0.9).scores, style, ...(styleExcuse !== undefined && { styleExcuse }) },
      });
    const summaries = { t0: styled(0.9), t1: styled(0.2, 'rain'), t2: styled(0.8) };
    const { views } = joinBoardView(records, { ...overview, summaries }, 3);
    const [style, description] = ['style', 'description'].map((id) =>
      seriesOf(views).find((one) => one.id === id),
    );
    expect(style).toMatchObject({ values: [0.9, 0.2, 0.8], excuses: [null, 'rain', null] });
    expect(style && lowestOf(style)).toBe(2);
    expect(description?.excuses).toEqual([null, null, null]);
    expect(lowestOf({ values: [0.2], excuses: ['rain'] })).toBe(-1);
  });
});

describe('a line through them', () => {
  it('goes from middle to middle, high values up', () => {
    expect(pathOf([1, 0, 0.5], 10, 40)).toBe('M5 0L15 40L25 20');
  });

  it('breaks where nothing is known, and shows one value alone', () => {
    expect(pathOf([null, 0.5, null, 1, 1, null], 12, 40)).toBe('M14 20h8M42 0L54 0');
    expect(pathOf([], 12, 40)).toBe('');
  });

  it('stays in its room and has every known value once', () => {
    fc.assert(
      fc.property(fc.array(value, { maxLength: 60 }), (values) => {
        const path = pathOf(values, 8, 50);
        const known = values.filter((one) => one !== null).length;
        expect((path.match(/[ML]/g) ?? []).length).toBe(known);
        for (const [, y] of path.matchAll(/[ML][\d.]+ ([\d.]+)/g)) {
          expect(Number(y)).toBeGreaterThanOrEqual(0);
          expect(Number(y)).toBeLessThanOrEqual(50);
        }
      }),
      { numRuns: 300 },
    );
  });
});
