import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { literally, wholeWords } from './whole-words.js';

const found = (text: string, words: string): string[] =>
  [...wholeWords(text, new RegExp(literally(words), 'giu'))].map((span) => text.slice(...span));

describe('wholeWords', () => {
  it.each([
    ['a red fox, infrared, reds, Red', 'red', ['red', 'Red']],
    ['groß, große, GROSS', 'groß', ['groß']],
    ['ein Übel, übel', 'ÜBEL', ['Übel', 'übel']],
    ['4k, 14k, 4k2, 4K', '4k', ['4k', '4K']],
    ['tar tartar tar', 'tar', ['tar', 'tar']],
    ['x-x x', 'x', ['x', 'x', 'x']],
    ['(c) a(c)b c', '(c)', ['(c)']],
    // Letters and pictures of two characters each.
    ['𐐷fox fox𐐷 🦊fox🦊', 'fox', ['fox']],
    ['🦊🦊', '🦊', ['🦊', '🦊']],
    ['a𐐷 𐐷', '𐐷', ['𐐷']],
    // Where it stood behind a letter, the next sign is looked at.
    ['a-- ', '-', ['-']],
    ['a\uffff\uffff', '\uffff', ['\uffff']],
    ['', 'fox', []],
  ])('in "%s" of "%s" are %j', (text, words, expected) => {
    expect(found(text, words)).toEqual(expected);
  });

  it('begins at the start whatever was asked of its pattern before', () => {
    const pattern = /fox/giu;
    expect(wholeWords('a fox', pattern).next().value).toEqual([2, 5]);
    expect([...wholeWords('fox', pattern)]).toEqual([[0, 3]]);
  });

  it('finds what a pattern finds that asks for all letters around it', () => {
    const letters = fc.constantFrom(
      'a',
      'A',
      'b',
      'é',
      'É',
      '1',
      ' ',
      ',',
      '-',
      '🦊',
      '𐐷',
      '\ud83e',
      '\udc37',
      '\n',
    );
    const text = fc.string({ unit: letters, maxLength: 24 });
    fc.assert(
      fc.property(text, fc.constantFrom('a', 'aA', 'é1', '1', 'b,', '🦊', 'a 🦊', '𐐷'), (whole, words) => {
        const slow = new RegExp(`(?<![\\p{L}\\p{N}])${literally(words)}(?![\\p{L}\\p{N}])`, 'giu');
        const spans = [...whole.matchAll(slow)].map((match) => [match.index, match.index + match[0].length]);
        expect([...wholeWords(whole, new RegExp(literally(words), 'giu'))]).toEqual(spans);
      }),
      { numRuns: 1000 },
    );
  });
});
