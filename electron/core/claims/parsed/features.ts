/** A word as the numbers that the parser looks it up by (models/reading/train/words.py). */
import { remembered } from './remembered.js';

/** Rows of the tables that the five numbers are looked up in. */
const BUCKETS = [8000, 8000, 1500, 3000, 1000] as const;
export const FEATURES = BUCKETS.length;

const encoder = new TextEncoder();

/** FNV-1a, 32 bits, of the text in UTF-8. */
function fnv(text: string): number {
  let value = 0x811c9dc5;
  for (const byte of encoder.encode(text)) value = Math.imul(value ^ byte, 0x01000193) >>> 0;
  return value;
}

/** Words are few and come again: most of a description's are read twice, in its sentence and in its piece. */
const WORDS = 4000;

/** Capitals as X, small letters as x, digits as d, all else as it is; runs cut to three, the whole to eight. */
function shapeOf(word: string): string {
  const kinds: string[] = [];
  for (const letter of word) {
    const kind =
      letter !== letter.toLowerCase()
        ? 'X'
        : letter !== letter.toUpperCase()
          ? 'x'
          : /\p{N}/u.test(letter)
            ? 'd'
            : letter;
    if (!(kinds.length >= 3 && kinds.slice(-3).every((one) => one === kind))) kinds.push(kind);
  }
  return kinds.slice(0, 8).join('');
}

/** Five numbers from 1 up; 0 stands for no word at all. */
export const featuresOf = remembered((word): readonly number[] => {
  const low = word.toLowerCase();
  const letters = Array.from(low);
  const texts = [
    `a${low}`,
    `b${low}`,
    `p${letters.slice(0, 3).join('')}`,
    `s${letters.slice(-4).join('')}`,
    `f${shapeOf(word)}${letters.slice(-2).join('')}`,
  ];
  return texts.map((text, k) => 1 + (fnv(text) % ((BUCKETS[k] as number) - 1)));
}, WORDS);
