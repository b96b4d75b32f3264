/** Storyboards in and out: one table of formats, and what reads and writes by it. */
export { exportBoard } from './export-board.js';
export { ExportDesk, type SaveQuestion } from './export-desk.js';
export { feedbackOf } from './feedback/feedback.js';
export { feedbackSchema } from './feedback/schema.js';
export type { Exported, WriteContext } from './format.js';
export type { ImportedCharacter, ImportedShot, ImportedStoryboard, ImportedTake } from './imported.js';
export { readStoryboard } from './read-storyboard.js';
export { saveExport } from './save-export.js';
export { FORMATS } from './table.js';
export { WRITERS, writerOf } from './writers.js';
