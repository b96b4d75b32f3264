import { anyPrompt } from '@testing/prompts.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { append, cleanPrompt, occurrences, removeWords, says, withBracket } from './prompt-edit.js';
import { weighted } from './prompt-syntax.js';

describe('occurrences', () => {
  it.each([
    ['a red fox, infrared, Red', 'red', ['red', 'Red']],
    ['a Red  Coat, red\ncoat, red coats', ' red coat ', ['Red  Coat', 'red\ncoat']],
    ['a+b (c) a+b', 'a+b', ['a+b', 'a+b']],
    ['straße, groß', 'gro', []],
    ['4k, 14k', '4k', ['4k']],
    ['a fox', 'dog', []],
    ['a fox', '  ', []],
    ['', '', []],
  ])('in "%s" of "%s" are %j', (prompt, words, found) => {
    expect(occurrences(prompt, words).map((span) => prompt.slice(...span))).toEqual(found);
    expect(says(prompt, words)).toBe(found.length > 0);
  });
});

describe('withBracket', () => {
  const around = (prompt: string, words: string) => {
    const [span] = occurrences(prompt, words);
    if (!span) throw new Error('the words are not there');
    const found = withBracket(prompt, span);
    return [prompt.slice(...found.span), found.weight];
  };

  it.each([
    ['a (red coat:1.3), x', 'red coat', ['(red coat:1.3)', 1.3]],
    ['a ( red coat : .5 ), x', 'red coat', ['( red coat : .5 )', 0.5]],
    ['a (red coat), x', 'red coat', ['(red coat)', 1.1]],
    ['a (red coat:2.), x', 'red coat', ['(red coat:2.)', 2]],
    ['a ((red coat)), x', 'red coat', ['(red coat)', 1.1]],
    ['a red coat, x', 'red coat', ['red coat', 1]],
    ['a (red coat and hat), x', 'red coat', ['red coat', 1]],
    ['a (long red coat), x', 'red coat', ['red coat', 1]],
    ['a (red coat:heavy), x', 'red coat', ['red coat', 1]],
    ['a \\(red coat), x', 'red coat', ['red coat', 1]],
    ['(red coat', 'red coat', ['red coat', 1]],
  ])('in "%s" around "%s" is %j', (prompt, words, found) => {
    expect(around(prompt, words)).toEqual(found);
  });

  it('finds the bracket and the weight that were written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 300 }), fc.constantFrom('red coat', 'fog'), (weight, words) => {
        fc.pre(weight !== 100);
        const written = weighted(words, weight / 100);
        expect(around(`a girl, ${written}, x`, words)).toEqual([written, weight / 100]);
      }),
      { numRuns: 200 },
    );
  });
});

describe('removeWords', () => {
  it.each([
    ['a fox, (at night:1.2), a girl', 'at night', 'a fox, a girl'],
    ['fog, a fox, fog', 'fog', 'a fox'],
    ['a fox', 'dog', 'a fox'],
    ['(fog)', 'fog', ''],
  ])('from "%s" takes "%s"', (prompt, words, left) => {
    expect(removeWords(prompt, words)).toBe(left);
  });
});

describe('append', () => {
  it.each([
    ['a fox', 'fog', 'a fox, fog'],
    ['A fox.', 'fog', 'A fox. fog'],
    ['A fox!  ', 'fog', 'A fox! fog'],
    ['A fox?', 'fog', 'A fox? fog'],
    ['a fox,', 'fog', 'a fox, fog'],
    ['A fox. x', 'fog', 'A fox. x, fog'],
    ['', 'fog', 'fog'],
    [' --ar 16:9', 'fog', 'fog --ar 16:9'],
  ])('to "%s" puts "%s"', (prompt, phrase, longer) => {
    expect(append(prompt, phrase)).toBe(longer);
  });
});

describe('cleanPrompt', () => {
  const LONG = 100_000;
  it.each([
    ['spaces', `a${' '.repeat(LONG)}b`, 'a b'],
    ['line breaks', `a${'\n'.repeat(LONG)}b`, `a${'\n'.repeat(LONG)}b`],
    ['white space in a bracket', `a (:${'\t'.repeat(LONG)}b`, 'a (: b'],
    ['commas', `a${' ;,'.repeat(LONG)}b`, 'b'],
  ])('cleans any number of %s', (_what, text, words) => {
    expect(cleanPrompt(text).endsWith(words)).toBe(true);
  });

  it('finds the bracket around words before any number of digits', () => {
    expect(withBracket(`(fox:${'0'.repeat(LONG)}x`, [1, 4])).toEqual({ span: [1, 4], weight: 1 });
  });

  it.each([
    [' a ,, b ,(:1.2), [ ] ,', 'a, b'],
    ['a  b', 'a b'],
    ['a \n b', 'a\nb'],
    ['a , , b', 'a, b'],
    ['a. . b', 'a. b'],
    ['a!\n? b', 'a! b'],
    ['a . b', 'a. b'],
    ['a, . b', 'a. b'],
    ['a. , b', 'a. b'],
    [',; a ;,', 'a'],
    ['a () b', 'a b'],
    ['a (()) b', 'a b'],
    ['a ( : 1.2 ) b', 'a b'],
    ['a \\() \\[] b', 'a \\() \\[] b'],
    ['a (b)', 'a (b)'],
    ['(forest, :1.3)', '(forest:1.3)'],
    ['(, forest), [ , x, ]', '(forest), [x]'],
    ['a \\(, b', 'a \\(, b'],
    ['a, b', 'a, b'],
  ])('makes of "%s"', (prompt, clean) => {
    expect(cleanPrompt(prompt)).toBe(clean);
  });

  it('changes nothing that is clean already', () => {
    fc.assert(
      fc.property(anyPrompt, (text) => {
        const once = cleanPrompt(text);
        expect(cleanPrompt(once)).toBe(once);
        expect(once).not.toMatch(/^[\s,;]|[\s,;]$|,\s*,|[^\S\n]{2}/);
      }),
      { numRuns: 500 },
    );
  });
});

it.each([
  ['a fox', 'at night', 'a fox, at night'],
  ['A fox.', 'at night', 'A fox. at night'],
  ['a fox', 'It is night.', 'a fox. It is night.'],
  ['a fox,  ', 'It is night.', 'a fox. It is night.'],
  ['A sign says “Open.”', 'It is night.', 'A sign says “Open.” It is night.'],
  ['', 'It is night.', 'It is night.'],
  ['a fox --ar 16:9 --no dog, cat --v 6', 'at night', 'a fox, at night --ar 16:9 --no dog, cat --v 6'],
  ['A fox. --sref https://x.y/a.png', 'It is night.', 'A fox. It is night. --sref https://x.y/a.png'],
  ['--tile', 'at night', '--tile, at night'],
  ['a fox -- in snow --arms up', 'at night', 'a fox -- in snow --arms up, at night'],
])('behind “%s”, “%s” stands as “%s”', (prompt, phrase, after) => {
  expect(append(prompt, phrase)).toBe(after);
});
