import fc from 'fast-check';
import { expect, it } from 'vitest';
import { forTerminal, visible } from './visible.js';

it.each([
  ['plain text, “quoted” – and ünïcode', 'plain text, “quoted” – and ünïcode'],
  ['clear\x1b[2J\x1b[H', 'clear\\u{1b}[2J\\u{1b}[H'],
  ['one\r\ntwo\tthree', 'one\\u{d}\\u{a}two\\u{9}three'],
  ['C1 \x9b31m, DEL \x7f', 'C1 \\u{9b}31m, DEL \\u{7f}'],
  ['\u202egnp.exe\u202c', '\\u{202e}gnp.exe\\u{202c}'],
  ['zero\u200bwidth, \ufeffmark, soft\u00adhyphen', 'zero\\u{200b}width, \\u{feff}mark, soft\\u{ad}hyphen'],
  [
    'no\u00a0break, \u3000wide, \u3164filler, \u2800braille',
    'no\\u{a0}break, \\u{3000}wide, \\u{3164}filler, \\u{2800}braille',
  ],
  ['\u2028line \ud800lone', '\\u{2028}line \\u{d800}lone'],
])('shows all of %j', (text, shown) => {
  expect(visible(text)).toBe(shown);
});

it('leaves nothing that a terminal obeys, and keeps lines, tabs and emoji', () => {
  expect(forTerminal('a\n\tb \x1b]0;title\x07 \x9b2J \u202ex 👩‍🎨')).toBe(
    'a\n\tb \\u{1b}]0;title\\u{7} \\u{9b}2J \\u{202e}x 👩‍🎨',
  );
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      for (const character of forTerminal(text))
        expect(/[^\P{Cc}\n\t]/u.test(character), character).toBe(false);
    }),
    { numRuns: 300 },
  );
});
