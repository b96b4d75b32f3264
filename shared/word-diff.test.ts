import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordDiff } from './word-diff.js';

const words = fc.array(fc.constantFrom('a', 'red', 'coat', ',', ' ', '(', ':1.3)', 'girl', '\n'), {
  maxLength: 12,
});

describe('wordDiff', () => {
  it('changes whole words', () => {
    expect(wordDiff('a girl in a red coat', 'a girl in a blue coat')).toEqual([
      { kind: 'same', text: 'a girl in a ' },
      { kind: 'removed', text: 'red' },
      { kind: 'added', text: 'blue' },
      { kind: 'same', text: ' coat' },
    ]);
  });

  it('keeps both texts', () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        const [before, after] = [a.join(''), b.join('')];
        const parts = wordDiff(before, after);
        const without = (kind: string) =>
          parts
            .filter((p) => p.kind !== kind)
            .map((p) => p.text)
            .join('');
        expect(without('added')).toBe(before);
        expect(without('removed')).toBe(after);
        expect(parts.every((part) => part.text !== '')).toBe(true);
      }),
    );
  });
});
