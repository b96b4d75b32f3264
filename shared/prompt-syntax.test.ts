import { anyPrompt } from '@testing/prompts.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { weighted, withoutSyntax } from './prompt-syntax.js';

/** What is left to read, without the room that syntax took. */
const read = (text: string): string => withoutSyntax(text).replace(/\s+/g, ' ').trim();

describe('withoutSyntax', () => {
  it.each([
    ['a girl, (red coat:1.3), ((lantern)), [fog]', 'a girl, red coat , lantern , fog'],
    ['(a (b:1.3):1.5) c', 'a b c'],
    ['( red coat : 1.3 )', 'red coat'],
    ['(red coat:.5) (a:+2) (b:-1.)', 'red coat a b'],
    ['(seven:eight) (:1.3) (a::2)', 'seven:eight a:'],
    ['mira \\(heroine\\), a \\\\ b', 'mira heroine , a b'],
    ['a) (unclosed, [open ] b ]', 'a) (unclosed, open b ]'],
    ['(unclosed, b ]', '(unclosed, b ]'],
    ['(a [b) c]', 'a [b c]'],
    ['(a \\) b) c', 'a b c'],
    ['a <lora:ink:0.8> b <LYCO:x> embedding:easy/negative c', 'a b c'],
    ['a <b> c, reembedding:x', 'a <b> c, reembedding:x'],
    ['(a <lora:ink:0.8>:1.2) b', 'a b'],
    ['one ADDCOL two ADDBASE three, ADDED', 'one , two , three, ADDED'],
    ['one BREAK two AND three, BREAKFAST, SAND, and', 'one , two , three, BREAKFAST, SAND, and'],
    ['[fox:dog:0.5] [cat:0.3] [owl::.7] [a|b|c] [tired | sad]', 'dog cat a tired'],
    ['[fog: thick] [a(b):0.5]', 'fog: thick a b :0.5'],
    ['a\nb', 'a b'],
    ['(a:12) (b:1.25) (c:.25)', 'a b c'],
    ['(a:x1.3) (b:1.3x)', 'a:x1.3 b:1.3x'],
    ['[a:12] [b: 5] [c:.25] [d:0.5 ] [e:5.]', 'a b c d e'],
    ['[a:5x] [(b)c|d] [e|f(g)]', 'a:5x b c|d e|f g'],
    ['[a:b:5] [|c] d', 'b d'],
    ['[a:5]:b', 'a :b'],
    ['(a <lora:x)>', 'a <lora:x >'],
    // A weight has up to 32 characters; digits without a colon are words.
    [`(fox:${'1'.repeat(32)})`, 'fox'],
    [`(fox:${'1'.repeat(33)})`, `fox:${'1'.repeat(33)}`],
    [`(fox ${'1'.repeat(32)})`, `fox ${'1'.repeat(32)}`],
  ])('reads %s as %s', (text, words) => {
    expect(read(text)).toBe(words);
  });

  const LONG = 100_000;
  // Prompts come with pictures that anybody made; read with a pattern that goes back and forth, these never end.
  it.each([
    ['bars in a bracket', `[${'|'.repeat(LONG)}(]`, ''],
    ['digits in a bracket', `[a:${'0'.repeat(LONG)}x]`, `a:${'0'.repeat(LONG)}x`],
    ['brackets in brackets', `${'('.repeat(LONG)}a fox${')'.repeat(LONG)}`, 'a fox'],
    ['brackets without a partner', `${'['.repeat(LONG)}a fox`, `${'['.repeat(LONG)}a fox`],
    ['pairs', `${'()'.repeat(LONG)}a fox`, 'a fox'],
  ])('reads any number of %s', (_what, text, words) => {
    expect(read(text)).toContain(words);
    expect(withoutSyntax(text)).toHaveLength(text.length);
  });

  it('keeps every character that it keeps where it stood, and puts nothing there but spaces and commas', () => {
    fc.assert(
      fc.property(fc.oneof(anyPrompt, fc.string()), (text) => {
        const bare = withoutSyntax(text);
        expect(bare).toHaveLength(text.length);
        const strange = [...bare.split('')].filter(
          (character, at) => character !== text[at] && character !== ' ' && character !== ',',
        );
        expect(strange).toEqual([]);
        const parts = (of: string) => [...of.matchAll(/[,\n]/g)].map(({ index }) => index);
        expect(parts(bare)).toEqual(expect.arrayContaining(parts(text)));
      }),
      { numRuns: 500 },
    );
  });

  it('leaves text without syntax as it is', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z,.: ]*$/), (text) => {
        fc.pre(!text.includes('embedding:'));
        expect(withoutSyntax(text)).toBe(text);
      }),
      { numRuns: 300 },
    );
    expect(withoutSyntax('((a fox)), (red:1.2) <lora:x:1>')).toBe('  a fox  ,  red                ');
  });
});

describe('weighted', () => {
  it.each([
    ['red coat', 1.3, '(red coat:1.3)'],
    ['red coat', 1.234, '(red coat:1.23)'],
    ['red coat', 1, 'red coat'],
    ['red coat', 1.004, 'red coat'],
    ['mira (heroine) [x] \\', 1.3, '(mira \\(heroine\\) \\[x\\] \\\\:1.3)'],
    ['mira (heroine)', 1, 'mira \\(heroine\\)'],
  ])('writes %s at %d as %s', (words, weight, written) => {
    expect(weighted(words, weight)).toBe(written);
    expect(weighted(words, weight, 'comfyui')).toBe(written);
    expect(weighted(words, weight, 'plain')).toBe(words);
  });

  it('writes what reads as the same words', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z]([a-z ]*[a-z])?$/),
        fc.integer({ min: 2, max: 300 }),
        (words, weight) => {
          const written = weighted(words, weight / 100);
          expect(withoutSyntax(written).trim()).toBe(words);
          expect(written.includes(words)).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});
