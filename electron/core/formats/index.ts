/** Storyboards in and out: one table of formats, and what reads and writes by it. */
export { readProfile, takeInProfile } from './brand-style/index.js';
export { takeInComments } from './comments/index.js';
export { exportBoard } from './export-board.js';
export { ExportDesk, type SaveQuestion } from './export-desk.js';
export { exportWork } from './export-work.js';
export { feedbackOf } from './feedback/feedback.js';
export { readFeedback } from './feedback/read.js';
export { feedbackSchema } from './feedback/schema.js';
export { type FindOptions, type FoundStoryboard, findStoryboard } from './find-storyboard.js';
export type { Exported, SeenOn, WriteContext } from './format.js';
export {
  type ImportedCharacter,
  type ImportedPortrait,
  type ImportedShot,
  type ImportedStoryboard,
  type ImportedTake,
  type ReadMatch,
  shotIdsOf,
  stableId,
} from './imported.js';
export type { HearRead, PictureSays, ReadEmbedded } from './input.js';
export { mustKeepBoard } from './keep-board.js';
export { matchFrom } from './match-from.js';
export { filesToChoose, matchedBy } from './matched-by.js';
export { DEEPEST } from './pictures-below.js';
export { COLUMN_MEANINGS } from './shot-list/index.js';
export { FORMATS } from './table.js';
export { WRITERS, writerOf } from './writers.js';
