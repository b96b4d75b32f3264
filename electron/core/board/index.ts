export { Board, type BoardParts } from './board.js';
export type { BoardSource } from './board-source.js';
export { findBoard } from './find-board.js';
export { judgementKey } from './judgement-key.js';
export { type OpenBoardOptions, openBoard } from './open.js';
export { PictureReadings } from './picture-readings.js';
export { reviewedAt } from './reviewed-at.js';
export { SourceDesk } from './source-desk.js';
export { lacksWhole, unanswered } from './unanswered.js';
