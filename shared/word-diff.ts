/** What changed between two texts, word by word, for the eye. */
import { diffArrays } from 'diff';

export interface DiffPart {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Words, numbers with their point, single marks, and runs of space: joined again they are the text. */
const tokensOf = (text: string): string[] => text.match(/\d+\.\d+|[\p{L}\p{N}_'’-]+|\s+|./gsu) ?? [];

const isSpace = (text: string): boolean => /^\s*$/.test(text);

/**
 * Parts in reading order. The `same` and `removed` parts joined are `before`, the `same` and `added` parts
 * joined are `after`. A space alone between two changes belongs to both, so that a change reads in one piece.
 */
export function wordDiff(before: string, after: string): DiffPart[] {
  const changes = diffArrays(tokensOf(before), tokensOf(after));
  const parts: DiffPart[] = [];
  let removed = '';
  let added = '';
  const flush = (): void => {
    if (removed) parts.push({ kind: 'removed', text: removed });
    if (added) parts.push({ kind: 'added', text: added });
    removed = '';
    added = '';
  };
  for (const [i, change] of changes.entries()) {
    const text = change.value.join('');
    if (change.removed) removed += text;
    else if (change.added) added += text;
    else if (isSpace(text) && (removed || added) && i < changes.length - 1) {
      removed += text;
      added += text;
    } else {
      flush();
      parts.push({ kind: 'same', text });
    }
  }
  flush();
  return parts;
}
