/** Writing compared letter by letter, as one who reads a sign would: neither case nor spaces nor marks count. */

/** Those that look so much alike that readers of pictures mistake one for the other. */
const ALIKE: Readonly<Record<string, string>> = { '0': 'o', '1': 'l', i: 'l', '5': 's', '8': 'b' };

/** Letters and digits alone, in small letters, without accents. */
export const lettersIn = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

const asSeen = (text: string): string =>
  [...lettersIn(text)].map((letter) => ALIKE[letter] ?? letter).join('');

/** Letters to be changed, added or left out to get from one text to the other, at least. */
export const lettersWrong = (wanted: string, read: string): number =>
  edits(asSeen(wanted), asSeen(read), false);

/** The same, to get from `wanted` to some part of `read`. */
export const lettersWrongWithin = (wanted: string, read: string): number =>
  edits(asSeen(wanted), asSeen(read), true);

/** `part`: what stands before and behind in `b` costs nothing. */
function edits(a: string, b: string, part: boolean): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => (part ? 0 : j));
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (let j = 1; j < row.length; j++)
      next.push(
        Math.min(
          (row[j] ?? 0) + 1,
          (next[j - 1] ?? 0) + 1,
          (row[j - 1] ?? 0) + (letter === b[j - 1] ? 0 : 1),
        ),
      );
    row = next;
  }
  return part ? Math.min(...row) : (row.at(-1) ?? 0);
}
