/** What the parser is not sure of is not taken apart: its clause is asked whole. */
import { type Draft, wordsOfDraft } from './draft.js';
import type { ParsedWord } from './word.js';

/** Of arcs less sure, a third is wrong on prompts that nobody of this project wrote. */
const SURE = 0.8;
const SURE_OF_A_PHRASE = 0.4;

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

/** In front of its own noun an adjective or a number hardly belongs anywhere else. */
const isInItsPhrase = ({ kind, subject, said, object }: Draft): boolean =>
  (kind === 'attribute' || kind === 'count') &&
  subject !== null &&
  object === null &&
  said.every(({ start }) => start >= subject.start && start < subject.head.start);

export const isSure = (draft: Draft, piece: readonly ParsedWord[]): boolean =>
  sureness(draft, piece) >= (isInItsPhrase(draft) ? SURE_OF_A_PHRASE : SURE);
