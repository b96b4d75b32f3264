import { describe, expect, it } from 'vitest';
import { chosenOf } from './chosen.js';
import { WRITERS, writerOf } from './index.js';

describe('the choices about an export', () => {
  it('are what was chosen, and otherwise what the option says', () => {
    expect(chosenOf(writerOf('pdf'), { columns: '8' })).toEqual({
      columns: '8',
      rows: '2',
      paper: 'a4',
      show: 'all',
    });
    expect(chosenOf(writerOf('html'), { show: 'pictures' })).toEqual({ columns: '3', show: 'pictures' });
    expect(chosenOf(writerOf('csv'), {})).toEqual({});
  });

  it('are refused where the option or the value is not there', () => {
    const refused = (message: string) =>
      expect.objectContaining({ code: 'BAD_SETTING', message: expect.stringContaining(message) });
    expect(() => chosenOf(writerOf('pdf'), { columns: '9' })).toThrow(refused('“9” for columns'));
    expect(() => chosenOf(writerOf('csv'), { columns: '3' })).toThrow(refused('no option “columns”'));
    expect(() => chosenOf(writerOf('pdf'), { columns: '8', dpi: '3' })).toThrow(refused('no option “dpi”'));
  });

  it('mean the same in every writer that has them, and begin with one that is offered', () => {
    const options = WRITERS.flatMap(({ options = [] }) => options);
    for (const option of options) {
      expect(options.filter(({ id }) => id === option.id).every((one) => one === option)).toBe(true);
      expect(option.choices.map(({ value }) => value)).toContain(option.otherwise);
    }
  });
});
