/** Writing compared letter by letter, as one who reads a sign would: neither case nor spaces nor marks count. */
import { editDistance } from './edit-distance.js';

/** Those that look so much alike that readers of pictures mistake one for the other. */
const ALIKE: Readonly<Record<string, string>> = { '0': 'o', '1': 'l', i: 'l', '5': 's', '8': 'b' };

/** Letters and digits alone, in small letters, without accents. */
export const lettersIn = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Those of `lettersIn`, each as a reader may mistake it. */
export const asSeen = (text: string): string =>
  [...lettersIn(text)].map((letter) => ALIKE[letter] ?? letter).join('');

/** Letters to be changed, added or left out to get from one text to the other, at least. */
export const lettersWrong = (wanted: string, read: string): number =>
  editDistance(asSeen(wanted), asSeen(read));

/** The same, to get from `wanted` to some part of `read`. */
export const lettersWrongWithin = (wanted: string, read: string): number =>
  editDistance(asSeen(wanted), asSeen(read), true);
