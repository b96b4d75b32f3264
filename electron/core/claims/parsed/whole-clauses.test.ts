import { describe, expect, it } from 'vitest';
import { clauseAt } from './whole-clauses.js';
import type { ParsedWord } from './word.js';

/** "word/TAG/label", one after another in `text`; a word that stands nowhere in it was put in. */
function piece(text: string, ...words: readonly string[]): ParsedWord[] {
  let from = 0;
  return words.map((one) => {
    const [word = '', tag = '', label = 'dep', sure = '1'] = one.split('/');
    const start = text.indexOf(word, from);
    if (start >= 0) from = start + word.length;
    const end = start < 0 ? -1 : from;
    return {
      text: word,
      lower: word.toLowerCase(),
      lemma: word,
      tag,
      label,
      sure: Number(sure),
      held: Number(sure),
      head: 0,
      start,
      end,
    };
  });
}

describe('clauseAt', () => {
  const text = 'A girl sits, holding a cup, while a dog sleeps, tired';
  const pieces = [
    piece(text, 'A/DT', 'girl/NN/nsubj', 'sits/VBZ/ROOT'),
    piece(text, 'He/PRP/nsubj', 'holding/VBG/ROOT', 'a/DT', 'cup/NN/dobj'),
    piece('', 'x'),
  ];

  it('starts with whoever does it', () => {
    expect(text.slice(...(clauseAt(pieces, 1, text) ?? [0, 0]))).toBe('A girl sits, holding a cup');
  });

  it('starts with itself where it says who', () => {
    expect(text.slice(...(clauseAt(pieces, 0, text) ?? [0, 0]))).toBe('A girl sits');
  });

  it('does not reach over a full stop', () => {
    const two = 'A girl sits. Holding a cup';
    const apart = [
      piece(two, 'A/DT', 'girl/NN/nsubj', 'sits/VBZ/ROOT'),
      piece(two, 'He/PRP/nsubj', 'Holding/VBG/ROOT', 'a/DT', 'cup/NN/dobj').map((word) =>
        word.text === 'a' ? { ...word, start: 21, end: 22 } : word,
      ),
    ];
    expect(two.slice(...(clauseAt(apart, 1, two) ?? [0, 0]))).toBe('Holding a cup');
  });

  it.each([
    ['A girl sits, and holding a cup', 'A girl sits, and holding a cup'],
    ['A girl sits while holding a cup', 'A girl sits while holding a cup'],
    ['A girl sits but , holding a cup', 'A girl sits but , holding a cup'],
    // Words that are asked elsewhere.
    ['A girl sits by day, holding a cup', 'holding a cup'],
    ['A girl sits, by day holding a cup', 'holding a cup'],
  ])('of “%s”', (whole, asked) => {
    const both = [
      piece(whole, 'A/DT', 'girl/NN/nsubj', 'sits/VBZ/ROOT'),
      piece(whole, 'He/PRP/nsubj', 'holding/VBG/ROOT', 'a/DT', 'cup/NN/dobj').map((word) =>
        word.text === 'a' ? { ...word, start: whole.length - 5, end: whole.length - 4 } : word,
      ),
    ];
    expect(whole.slice(...(clauseAt(both, 1, whole) ?? [0, 0]))).toBe(asked);
  });

  it.each([
    ['A girl sits, behind her a dog', ['behind/IN', 'her/PRP', 'a/DT', 'dog/NN/ROOT']],
    ['A girl sits, behind her dogs sleep', ['behind/IN', 'her/PRP', 'dogs/NNS/nsubj', 'sleep/VBP/ROOT']],
  ])('starts with itself in “%s”', (whole, words) => {
    const both = [piece(whole, 'A/DT', 'girl/NN/nsubj', 'sits/VBZ/ROOT'), piece(whole, ...words)];
    expect(whole.slice(...(clauseAt(both, 1, whole) ?? [0, 0]))).toBe(whole.slice('A girl sits, '.length));
  });

  it('reaches over no piece that stands nowhere, and before none', () => {
    const whole = 'A girl sits, holding cups high';
    const held = piece(whole, 'holding/VBG/ROOT', 'cups/NNS/dobj', 'high/RB');
    const girl = piece(whole, 'A/DT', 'girl/NN/nsubj', 'sits/VBZ/ROOT');
    expect(clauseAt([girl, piece('', 'He'), held], 2, whole)).toEqual([13, 30]);
    expect(clauseAt([held], 0, whole)).toEqual([13, 30]);
  });

  it('goes back over several, to the one that says who', () => {
    const long = 'Behind him an old fox, old and wet, waiting for food';
    const three = [
      piece(long, 'Behind/IN', 'him/PRP'),
      piece(long, 'an/DT', 'old/JJ', 'fox/NN/ROOT'),
      piece(long, 'old/JJ/ROOT', 'and/CC', 'wet/JJ').map((word) =>
        word.text === 'old' ? { ...word, start: 23, end: 26 } : word,
      ),
      piece(long, 'waiting/VBG/ROOT', 'for/IN', 'food/NN/pobj'),
    ];
    expect(long.slice(...(clauseAt(three, 3, long) ?? [0, 0]))).toBe(
      'an old fox, old and wet, waiting for food',
    );
    expect(long.slice(...(clauseAt(three, 1, long) ?? [0, 0]))).toBe('an old fox');
  });

  it('counts no word that was put in, and none that is not there', () => {
    const whole = 'He/PRP/nsubj holding/VBG/ROOT cups/NNS/dobj'.split(' ');
    expect(clauseAt([piece('holding cups', ...whole)], 0, 'holding cups')).toBeNull();
    expect(clauseAt([], 0, '')).toBeNull();
  });

  it('is nothing for two words', () => {
    expect(clauseAt([piece('a cup', 'a/DT', 'cup/NN/ROOT')], 0, 'a cup')).toBeNull();
  });
});
