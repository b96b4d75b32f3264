/** Replaces words that contradict the board, where they stand. */
import { withArticle } from '@core/claims/index.js';
import type { Edit } from '@shared/analysis.js';
import { occurrences } from '@shared/prompt-edit.js';
import { type Answered, makeEdit } from './make-edit.js';
import type { OtherLook } from './prompt-reading.js';

export const replace = (finding: Answered, remove: string, insert: string): Edit =>
  makeEdit(finding, {
    kind: 'replace-word',
    reason: `Say “${insert}” instead of “${remove}”`,
    remove,
    insert,
  });

/**
 * "red coat" for "blue coat": the words from the one that differs to the end of the phrase, the rest of the prompt
 * untouched. Null where the prompt writes the look in words that cannot be told apart ("long, white").
 */
export function replaceLook(
  finding: Answered,
  prompt: string,
  { words, span: [start, end], wrong, right }: OtherLook,
): Edit | null {
  const [found] = occurrences(words, wrong);
  if (!found) return null;
  const rest = words.slice(found[1]);
  const article = /^(an?)\s+$/i.exec(words.slice(0, found[0]))?.[1];
  const looks = withArticle(right);
  // "an orange lantern" becomes "a red lantern".
  const turns = article !== undefined && !looks.startsWith(`${article.toLowerCase()} `);
  const at = turns ? start : start + found[0];
  const insert = `${turns ? looks : right}${rest}`;
  // Where the same words are said of somebody else as well, what stands before them tells which are meant.
  for (let from = at; ; from = wordBefore(prompt, from)) {
    const remove = prompt.slice(from, end);
    if (from === 0 || occurrences(prompt, remove).length === 1)
      return replace(finding, remove, prompt.slice(from, at) + insert);
  }
}

/** Where the word in front of `at` begins; 0 at the start of the text. */
const wordBefore = (text: string, at: number): number => text.slice(0, at).trimEnd().lastIndexOf(' ') + 1;
