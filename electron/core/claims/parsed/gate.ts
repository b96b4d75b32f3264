/** What the parser is not sure of is not taken apart: its clause is asked whole. */
import { type Draft, wordsOfDraft } from './draft.js';
import type { ParsedWord } from './word.js';

/** Of arcs less sure, a third is wrong on prompts that nobody of this project wrote. */
const SURE = 0.8;

/** How sure the least sure arc inside the words of a draft is; 0 to 1. */
export function sureness(draft: Draft, piece: readonly ParsedWord[]): number {
  const words = new Set<ParsedWord>(wordsOfDraft(draft));
  if (words.size < 2) return 1;
  const inner = piece.filter((word) => {
    const head = piece[word.head];
    return words.has(word) && head !== undefined && head !== word && words.has(head);
  });
  return Math.min(1, ...inner.map(({ sure }) => sure));
}

export const isSure = (draft: Draft, piece: readonly ParsedWord[]): boolean => sureness(draft, piece) >= SURE;
