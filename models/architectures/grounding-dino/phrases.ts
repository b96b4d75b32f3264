/** Nouns as the network is given them, one phrase after another, and which of its words belong to which. */

/** Words that stand between phrases: [CLS], [SEP], full stop and question mark of its vocabulary. */
const MARKS: ReadonlySet<bigint> = new Set([101n, 102n, 1012n, 1029n]);

/** It has a letter or a digit: nothing else can be asked for. */
export const isWord = (label: string): boolean => /[\p{L}\p{N}]/u.test(label);

/** A noun as a phrase: in small letters, nothing in it that would end it. */
export const phraseOf = (label: string): string =>
  label.toLowerCase().replace(/[.?]/g, ' ').replace(/\s+/g, ' ').trim();

/** `phrases`: none empty. */
export const promptOf = (phrases: readonly string[]): string =>
  phrases.map((phrase) => `${phrase}.`).join(' ');

/** Places of each phrase's words among the prompt's, in the phrases' order. */
export function wordsOf(ids: readonly bigint[]): number[][] {
  const phrases: number[][] = [];
  let open = false;
  for (const [at, id] of ids.entries()) {
    if (MARKS.has(id)) open = false;
    else if (open) phrases.at(-1)?.push(at);
    else {
      phrases.push([at]);
      open = true;
    }
  }
  return phrases;
}
