import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cleanPrompt,
  moveToFront,
  occurrences,
  raiseWeight,
  removeWords,
  replaceWord,
} from './prompt-edit.js';
import { type Dialect, parsePrompt, printPrompt, weighted, withoutSyntax } from './prompt-syntax.js';

const brief = (text: string, dialect: Dialect = 'a1111') =>
  parsePrompt(text, dialect).map((p) => [p.text, Math.round(p.weight * 1000) / 1000]);

/** Texts that are mostly syntax. */
const prompts = fc
  .array(
    fc.constantFrom(
      '(',
      ')',
      '[',
      ']',
      ':',
      ',',
      ' ',
      '\n',
      '\\',
      '1.3',
      '0.5',
      'red coat',
      'a girl',
      'BREAK',
      'AND',
      '<lora:ink:0.8>',
      '|',
      '.',
    ),
    { maxLength: 24 },
  )
  .map((parts) => parts.join(''));
const dialects = fc.constantFrom<Dialect>('a1111', 'comfyui', 'plain');

describe('parsePrompt', () => {
  it('reads weights, nesting, escapes, networks and keywords', () => {
    expect(brief('a girl, (red coat:1.3), ((lantern)), [fog]')).toEqual([
      ['a girl', 1],
      ['red coat', 1.3],
      ['lantern', 1.21],
      ['fog', 0.909],
    ]);
    expect(brief('(a (b:1.3):1.5)')).toEqual([
      ['a', 1.5],
      ['b', 1.95],
    ]);
    expect(brief('(a (b:1.3):1.5)', 'comfyui')).toEqual([
      ['a', 1.5],
      ['b', 1.3],
    ]);
    expect(brief('[fog]', 'comfyui')).toEqual([['[fog]', 1]]);
    expect(brief('mira \\(heroine\\), (unclosed')).toEqual([
      ['mira (heroine)', 1],
      ['(unclosed', 1],
    ]);
    expect(parsePrompt('a <lora:ink:0.8> b BREAK c AND [fox:dog:0.5]').map((p) => [p.kind, p.text])).toEqual([
      ['words', 'a'],
      ['network', '<lora:ink:0.8>'],
      ['words', 'b'],
      ['break', 'BREAK'],
      ['words', 'c'],
      ['and', 'AND'],
      ['schedule', '[fox:dog:0.5]'],
    ]);
  });

  it('prints what parses to the same phrases', () => {
    fc.assert(
      fc.property(prompts, dialects, (text, dialect) => {
        const once = printPrompt(parsePrompt(text, dialect), dialect);
        const again = printPrompt(parsePrompt(once, dialect), dialect);
        expect(again).toBe(once);
      }),
      { numRuns: 500 },
    );
  });

  it('gives spans in order inside the text, and blanks syntax without moving a character', () => {
    fc.assert(
      fc.property(fc.oneof(prompts, fc.string()), dialects, (text, dialect) => {
        let from = 0;
        for (const { span } of parsePrompt(text, dialect)) {
          expect(span[0]).toBeGreaterThanOrEqual(from);
          expect(span[1]).toBeGreaterThan(span[0]);
          from = span[1];
        }
        expect(from).toBeLessThanOrEqual(text.length);
        expect(withoutSyntax(text, dialect)).toHaveLength(text.length);
      }),
      { numRuns: 300 },
    );
    expect(withoutSyntax('((a fox)), (red:1.2) <lora:x:1>')).toBe('  a fox  ,  red                ');
  });

  it('weighs a phrase so that it parses back', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z()\\ ]*[a-z]$/),
        fc.integer({ min: 2, max: 30 }),
        (words, tenths) => {
          fc.pre(!/AND|BREAK/.test(words));
          const [phrase] = parsePrompt(weighted(words, tenths / 10));
          expect(phrase?.text).toBe(words.replace(/\s+/g, ' ').trim());
          expect(phrase?.weight).toBeCloseTo(tenths / 10);
        },
      ),
    );
  });
});

describe('editing in place', () => {
  it('changes the named words and nothing else', () => {
    expect(raiseWeight('A girl in a Red  Coat, fox', 'red coat', 1.3)).toBe(
      'A girl in a (Red  Coat:1.3), fox',
    );
    expect(raiseWeight('a ((fox)), (red coat:1.1)', 'red coat', 1.4)).toBe('a ((fox)), (red coat:1.4)');
    expect(raiseWeight('red coat', 'red coat', 1.4, 'plain')).toBe('red coat');
    expect(moveToFront('a fox, a girl, (at night:1.2)', 'at night')).toBe('(at night:1.2), a fox, a girl');
    expect(replaceWord('a red fox, infrared', 'red', 'blue')).toBe('a blue fox, infrared');
    expect(removeWords('a fox, (at night:1.2), a girl', 'at night')).toBe('a fox, a girl');
    expect(occurrences('', '')).toEqual([]);
  });

  it('cleans once and for all', () => {
    expect(cleanPrompt(' a ,, b ,(:1.2), [ ] ,')).toBe('a, b');
    fc.assert(
      fc.property(prompts, (text) => {
        expect(cleanPrompt(cleanPrompt(text))).toBe(cleanPrompt(text));
      }),
    );
  });
});
