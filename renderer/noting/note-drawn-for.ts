import type { Note, Take } from '@shared/records/index.js';

/**
 * The note that a figure over this take belongs to: the one that is drawn for, unless it is about another picture; null for a
 * new one. `begun`: over this take. Of a note that is not known here yet nothing says that it is about this picture.
 */
export function noteDrawnFor(
  noteId: string | null,
  take: Pick<Take, 'sha256' | 'shotId'>,
  notes: Readonly<Record<string, Pick<Note, 'sha256' | 'shotId'>>>,
  begun: string | null,
): string | null {
  if (noteId === null) return null;
  const note = notes[noteId];
  const isHere = note ? note.sha256 === take.sha256 && note.shotId === take.shotId : noteId === begun;
  return isHere ? noteId : null;
}
