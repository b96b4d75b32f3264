import fc from 'fast-check';
import { expect, it } from 'vitest';
import { withShortGaps } from './short-gaps.js';

const gap = fc
  .array(fc.constantFrom(' ', '\n', ',', '.', '(', '"', '🎈'), { maxLength: 60 })
  .map((all) => all.join(''));
const text = fc
  .array(fc.tuple(fc.constantFrom('fox', 'a', 'Zoë', '7'), gap), { maxLength: 12 })
  .map((parts) => parts.flat().join(''));

it('leaves every word as it is, finds it where it stood, and cuts what goes on and on', () => {
  fc.assert(
    fc.property(text, (whole) => {
      const short = withShortGaps(whole);
      const words = [...short.text.matchAll(/[\p{L}\p{N}]+/gu)];
      expect(words.map(([word]) => word)).toEqual(whole.match(/[\p{L}\p{N}]+/gu) ?? []);
      for (const { 0: word, index } of words) {
        const [start, end] = short.inWhole([index, index + word.length]);
        expect(whole.slice(start, end)).toBe(word);
      }
      expect(short.text).not.toMatch(/[^\p{L}\p{N}]{18,}/u);
      expect(() => encodeURIComponent(short.text)).not.toThrow();
    }),
    { numRuns: 400 },
  );
});

it('changes nothing of what people write', () => {
  const whole = 'A fox… (a red one), -- "really?" --\n\n  A boat.';
  expect(withShortGaps(whole).text).toBe(whole);
});

it('keeps sixteen characters of what goes on, and all of what does not', () => {
  const short = (gap: string): string => withShortGaps(`a${gap}b`).text.slice(1, -1);
  const blanks = ' '.repeat(40);
  expect([short(blanks), short(blanks.slice(0, 16))]).toEqual([' '.repeat(16), ' '.repeat(16)]);
  expect(short(`\n${blanks}`)).toBe(`\n${' '.repeat(15)}`);
});

it('finds where each word stood between two that were cut', () => {
  const blanks = ' '.repeat(40);
  const { text, inWhole } = withShortGaps(`a${blanks}b${blanks}c`);
  const spans = ['a', 'b', 'c'].map((one) => text.indexOf(one)).map((at) => inWhole([at, at + 1]));
  expect(spans).toEqual([
    [0, 1],
    [41, 42],
    [82, 83],
  ]);
  // Up to where it was cut.
  expect(inWhole([0, 17])).toEqual([0, 17]);
});

it('ends a line where it ended', () => {
  expect(withShortGaps(`a fox${' '.repeat(40)}\na boat`).text).toMatch(/fox\s+\na boat/);
});

it('cuts a word that goes on and on, and finds what stands behind it', () => {
  const whole = `a fox ${'ü'.repeat(50_000)} a boat`;
  const { text, inWhole } = withShortGaps(whole);
  expect(text).toBe(`a fox ${'ü'.repeat(1000)} a boat`);
  const at = text.indexOf('boat');
  expect(whole.slice(...inWhole([at, at + 4]))).toBe('boat');
});
