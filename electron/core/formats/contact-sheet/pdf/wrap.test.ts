import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Run, type Word, wrap } from './wrap.js';

const run = (text: string, font: string | null = 'latin'): Run => ({ text, font, width: text.length });
const marks = { space: run(' '), ellipsis: run('…') };
const split = ({ text, font }: Run): Run[] => [...text].map((one) => run(one, font));
const words = (text: string): Word[] => text.split(' ').map((word) => ({ runs: [run(word)], spaced: true }));
const lines = (text: string, width: number, most = 99) => {
  const { lines: set, cut } = wrap(words(text), width, most, marks, split);
  return [...set.map(({ runs }) => runs.map((one) => one.text).join('')), ...(cut ? ['cut'] : [])];
};

describe('lines of text', () => {
  it('are broken at spaces, and within a word that is wider than a line', () => {
    expect(lines('a girl waits', 6)).toEqual(['a girl', 'waits']);
    expect(lines('a girl waits', 5)).toEqual(['a', 'girl', 'waits']);
    expect(lines('an umbrella so', 4)).toEqual(['an', 'umbr', 'ella', 'so']);
    expect(lines('', 4)).toEqual(['']);
  });

  it('end in an ellipsis that has room where something is left out', () => {
    expect(lines('a girl waits', 6, 1)).toEqual(['a gir…', 'cut']);
    expect(lines('a girl waits', 7, 1)).toEqual(['a girl…', 'cut']);
    expect(lines('a girl waits', 6, 2)).toEqual(['a girl', 'waits']);
    expect(lines('a girl', 6, 0)).toEqual(['cut']);
  });

  it('join neighbours of one font, and pictures across the space between them', () => {
    const mixed: Word[] = [
      { runs: [run('a'), run('б', 'cyrillic')], spaced: true },
      { runs: [run('ם', null)], spaced: true },
      { runs: [run('ש', null)], spaced: true },
      { runs: [run('ל', null)], spaced: false },
      { runs: [run('z')], spaced: true },
    ];
    const [line] = wrap(mixed, 99, 9, marks, split).lines;
    expect(line?.runs).toEqual([
      run('a'),
      run('б', 'cyrillic'),
      run(' '),
      { text: 'ם של', font: null, width: 4 },
      run(' z'),
    ]);
    expect(line?.width).toBe(9);
  });

  it('hold all words in their order, none too wide, however they are cut', () => {
    const text = fc.array(fc.string({ minLength: 1, maxLength: 9, unit: fc.constantFrom(...'abc') }), {
      minLength: 1,
    });
    fc.assert(
      fc.property(
        text,
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 5 }),
        (all, width, most) => {
          const whole = all.join(' ');
          const set = wrap(words(whole), width, most, marks, split);
          const shown = set.lines.map(({ runs }) => runs.map((one) => one.text).join(''));
          for (const line of shown) expect(line.length).toBeLessThanOrEqual(width);
          const bare = shown.join('').replaceAll(' ', '');
          const letters = whole.replaceAll(' ', '');
          if (set.cut) expect(letters.startsWith(bare.replace(/…$/, ''))).toBe(true);
          else expect(bare).toBe(letters);
          expect(set.lines.length).toBeLessThanOrEqual(most);
        },
      ),
      { numRuns: 300 },
    );
  });
});
