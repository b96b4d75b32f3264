import { describe, expect, it } from 'vitest';
import { NamedFields } from './named-fields.js';
import { isSelected, picturesIn } from './pictures.js';

const pictures = (row: Record<string, unknown>) => picturesIn(new NamedFields(row));
const named = (row: Record<string, unknown>) =>
  pictures(row).all.map(({ path, selected }) => (selected ? `${path} *` : path));

describe('the picture of a row', () => {
  it('is the path that it names, which counts', () => {
    expect(pictures({ Image_Path: ' a.png ' })).toEqual({
      all: [{ path: 'a.png', words: {}, selected: true }],
      own: ['Image_Path'],
    });
  });

  it('may stand in an object of its own', () => {
    expect(pictures({ image: { url: 'https://example.org/a' } })).toMatchObject({
      all: [{ path: 'https://example.org/a' }],
      own: ['image', 'url'],
    });
  });

  it.each(['12', 'a fox', '', 'https://', '.png', 'a.', 'a.pictures'])('is not “%s”', (image) => {
    expect(pictures({ image })).toEqual({ all: [] });
  });

  it.each(['file:///a', 'HTTP://x', 'b/a.JPEG', 'c:\\a.png', 'a b.tif'])('may be “%s”', (image) => {
    expect(named({ image })).toEqual([`${image} *`]);
  });

  it('may stand in the quotation marks that Windows copies paths with', () => {
    expect(named({ image: ' "C:\\out\\a b.png"' })).toEqual(['C:\\out\\a b.png *']);
    expect(named({ image: "'a.png'" })).toEqual(['a.png *']);
    expect(named({ image: '"a.png' })).toEqual(['"a.png *']);
  });

  it('is none where it is no text', () => {
    for (const image of [12, null, true, { width: 3 }]) expect(pictures({ image })).toEqual({ all: [] });
  });
});

describe('a list of takes', () => {
  it('is of paths or of objects that name one, with the words and the choice that they have', () => {
    const variants = ['a.png', { file: 'b.png', prompt: 'a pier', selected: true }, { note: 'x' }, 7];
    expect(pictures({ variants }).all).toEqual([
      { path: 'a.png', keys: ['variants', 0], words: {}, selected: false },
      {
        path: 'b.png',
        keys: ['variants', 1, 'file'],
        words: { prompt: { text: 'a pier', keys: ['prompt'] } },
        selected: true,
      },
    ]);
    expect(pictures({ variants })).not.toHaveProperty('own');
  });

  it('counts the one that the row itself names, whatever else is chosen', () => {
    const takes = [{ path: 'a.png', selected: true }, 'b.png'];
    expect(named({ image: 'b.png', takes })).toEqual(['a.png', 'b.png *']);
    expect(named({ image: 'c.png', takes })).toEqual(['c.png *', 'a.png', 'b.png']);
  });

  it('may stand where others have one path', () => {
    expect(named({ image: ['a.png', 'b.png'] })).toEqual(['a.png', 'b.png']);
  });

  it('that is no list has no takes', () => {
    expect(pictures({ variants: 3, frames: { a: 'b.png' } })).toEqual({ all: [] });
  });
});

it.each([
  [true, true],
  ['true', true],
  ['YES', true],
  [1, true],
  ['x', true],
  [false, false],
  ['no', false],
  ['xx', false],
  [0, false],
  [null, false],
])('a keyframe that says “%s” is chosen: %s', (selected, is) => {
  expect(isSelected({ is_selected: selected })).toBe(is);
  expect(isSelected({})).toBe(false);
});
