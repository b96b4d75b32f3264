/** Words that say otherwise than the board, replaced where they stand. */
import { withArticle } from '@core/claims/index.js';
import type { Edit, Finding } from '@shared/analysis.js';
import { occurrences } from '@shared/prompt-edit.js';
import type { ClaimParts } from '@shared/records/index.js';
import { makeEdit } from './make-edit.js';
import type { Located, PromptReading } from './prompt-reading.js';

export const replace = (finding: Finding, remove: string, insert: string): Edit =>
  makeEdit(finding, {
    kind: 'replace-word',
    reason: `Say “${insert}” instead of “${remove}”`,
    remove,
    insert,
  });

/**
 * "red coat" for "blue coat": the words from the one that differs to the end of the phrase, the rest of the prompt
 * untouched. Null where the prompt writes the look in words that cannot be told apart.
 */
export function replaceLook(
  finding: Finding,
  { prompt }: Pick<PromptReading, 'prompt'>,
  { words, span: [start, end], claim }: Located,
  wanted: ClaimParts,
): Edit | null {
  if (claim.attribute === null || wanted.attribute === null) return null;
  const [found] = occurrences(words, claim.attribute);
  if (!found) return null;
  const rest = words.slice(found[1]);
  const article = /(?<!\p{L})an?\s+$/iu.exec(words.slice(0, found[0]))?.[0] ?? '';
  const fitting = article && withArticle(wanted.attribute).split(' ')[0] === article.trim().toLowerCase();
  const at = start + found[0] - (fitting ? 0 : article.length);
  const insert = `${article && !fitting ? withArticle(wanted.attribute) : wanted.attribute}${rest}`;
  // Where the same words are said of somebody else as well, what stands before them tells which are meant.
  for (let from = at; ; from = wordBefore(prompt, from)) {
    const remove = prompt.slice(from, end);
    if (from === 0 || occurrences(prompt, remove).length === 1)
      return replace(finding, remove, prompt.slice(from, at) + insert);
  }
}

/** Where the word in front of `at` begins, 0 at the start of the text. */
const wordBefore = (text: string, at: number): number =>
  at - (/\S*\s*$/.exec(text.slice(0, at))?.[0].length ?? at);
