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

  it('shows a change of several words in one piece, and leaves what lies between two changes', () => {
    expect(wordDiff('a small dog', 'a big cat')).toEqual([
      { kind: 'same', text: 'a ' },
      { kind: 'removed', text: 'small dog' },
      { kind: 'added', text: 'big cat' },
    ]);
    expect(wordDiff('red and blue', 'green and grey')).toEqual([
      { kind: 'removed', text: 'red' },
      { kind: 'added', text: 'green' },
      { kind: 'same', text: ' and ' },
      { kind: 'removed', text: 'blue' },
      { kind: 'added', text: 'grey' },
    ]);
  });

  it.each([
    ['(coat:1.2)', '(coat:1.3)', '1.2', '1.3'],
    ['(coat:1.25)', '(coat:1.35)', '1.25', '1.35'],
    ['the girl’s coat', 'the girl’s hat', 'coat', 'hat'],
    ["the girl's coat", "the boy's coat", "girl's", "boy's"],
    ['well-lit', 'un-lit', 'well-lit', 'un-lit'],
    ['café', 'cafés', 'café', 'cafés'],
    ['a, b', 'a; b', ',', ';'],
    ['room 12', 'room 13', '12', '13'],
    ['(coat:12.5)', '(coat:12.75)', '12.5', '12.75'],
    ['a  b', 'a b', '  ', ' '],
  ])('between "%s" and "%s" takes whole words', (before, after, removed, added) => {
    const changed = wordDiff(before, after).filter(({ kind }) => kind !== 'same');
    expect(changed).toEqual([
      { kind: 'removed', text: removed },
      { kind: 'added', text: added },
    ]);
  });

  it('joins two changes across the space between them, and no other space', () => {
    expect(wordDiff('small  dog', 'big  cat')).toEqual([
      { kind: 'removed', text: 'small  dog' },
      { kind: 'added', text: 'big  cat' },
    ]);
    expect(wordDiff('red fox', ' dog')).toEqual([
      { kind: 'removed', text: 'red fox' },
      { kind: 'added', text: ' dog' },
    ]);
    expect(wordDiff(' fox ', ' dog ')).toEqual([
      { kind: 'same', text: ' ' },
      { kind: 'removed', text: 'fox' },
      { kind: 'added', text: 'dog' },
      { kind: 'same', text: ' ' },
    ]);
  });

  it('says nothing of equal texts, and everything of what is new or gone', () => {
    expect(wordDiff('a fox', 'a fox')).toEqual([{ kind: 'same', text: 'a fox' }]);
    expect(wordDiff('', '')).toEqual([]);
    expect(wordDiff('', 'a fox')).toEqual([{ kind: 'added', text: 'a fox' }]);
    expect(wordDiff('a fox', 'a fox ')).toEqual([
      { kind: 'same', text: 'a fox' },
      { kind: 'added', text: ' ' },
    ]);
    expect(wordDiff('a fox runs', 'a fox')).toEqual([
      { kind: 'same', text: 'a fox' },
      { kind: 'removed', text: ' runs' },
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
      { numRuns: 300 },
    );
  });
});
