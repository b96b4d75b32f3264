/** Storyboards in and out: one table of formats, and what reads and writes by it. */
import { ContinuistError } from '@shared/errors.js';
import type { FormatWriter } from './format.js';
import { FORMATS } from './table.js';

export { exportBoard } from './export-board.js';
export { feedbackOf } from './feedback/feedback.js';
export { feedbackSchema } from './feedback/schema.js';
export type { Exported, FormatWriter, WriteContext, WrittenBoard } from './format.js';
export type { ImportedCharacter, ImportedShot, ImportedStoryboard, ImportedTake } from './imported.js';
export { readStoryboard } from './read-storyboard.js';
export { saveExport } from './save-export.js';
export { FORMATS } from './table.js';

/** In the order of the menu. */
export const WRITERS: readonly FormatWriter[] = FORMATS.flatMap(({ write }) => write ?? []);

/** Throws NOT_FOUND. */
export function writerOf(id: string): FormatWriter {
  const writer = WRITERS.find((one) => one.id === id);
  if (!writer) throw new ContinuistError('NOT_FOUND', `nothing is exported as “${id}”`);
  return writer;
}
