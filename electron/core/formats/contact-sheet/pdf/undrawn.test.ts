import { describe, expect, it } from 'vitest';
import type { ListLine } from './full-texts.js';
import { paged } from './full-texts.js';
import { undrawnNote, undrawnWords } from './undrawn.js';

describe('what no font can draw', () => {
  it('is counted in its place, by its script where that is one', () => {
    expect(undrawnWords([])).toBe('');
    expect(undrawnWords(['한'])).toBe('[1 Korean character]');
    expect(undrawnWords(['港', 'か'])).toBe('[2 Chinese or Japanese characters]');
    expect(undrawnWords(['😀', '🌂'])).toBe('[2 emoji]');
    expect(undrawnWords(['한', '港'])).toBe('[2 characters]');
    expect(undrawnWords(['\u{10FFFE}'])).toBe('[1 character]');
  });

  it('is named in one sentence, the first twenty of many, with the characters where they can be seen', () => {
    expect(undrawnNote(new Set(), true)).toBeNull();
    expect(undrawnNote(new Set(['한', '😀']), false)).toContain('(Korean, emoji): U+D55C, U+1F600. In');
    expect(undrawnNote(new Set(['한']), true)).toContain('한 (U+D55C). In');
    expect(undrawnNote(new Set(['\u{10FFFE}']), false)).toContain('has these characters: U+10FFFE. In');
    const many = new Set(Array.from({ length: 23 }, (_, at) => String.fromCodePoint(0x4e00 + at)));
    expect(undrawnNote(many, false)).toContain('U+4E13 and 3 more.');
  });
});

describe('the list at the end', () => {
  const line = (weight: 'regular' | 'bold', text: string) =>
    ({
      line: { runs: [{ text, font: null, width: 1 }], width: 1 },
      style: { size: 8, weight, colour: '' },
      indent: 0,
      sign: null,
    }) as ListLine;
  const pages = (lines: ListLine[], most: number) =>
    paged(lines, most).map((page) => page.map((one) => one?.line.runs[0]?.text ?? ''));

  it('goes on over pages, no heading alone at the end of one and no free line at the beginning', () => {
    const lines = [line('bold', 'A'), line('regular', 'a'), null, line('bold', 'B'), line('regular', 'b')];
    expect(pages(lines, 9)).toEqual([['A', 'a', '', 'B', 'b']]);
    expect(pages(lines, 4)).toEqual([
      ['A', 'a', ''],
      ['B', 'b'],
    ]);
    expect(pages(lines, 2)).toEqual([
      ['A', 'a'],
      ['B', 'b'],
    ]);
    expect(pages([], 4)).toEqual([]);
    // A heading that is the last of all heads nothing, and one alone on a page goes to no other.
    expect(pages([line('regular', 'a'), line('bold', 'B')], 2)).toEqual([['a', 'B']]);
    expect(pages([line('bold', 'A'), line('regular', 'a')], 1)).toEqual([['A'], ['a']]);
    expect(pages([line('regular', 'a'), line('regular', 'b'), line('regular', 'c')], 2)).toEqual([
      ['a', 'b'],
      ['c'],
    ]);
  });
});
