export { Board, type BoardParts } from './board.js';
export { BoardSource } from './board-source.js';
export { judgementKey } from './judgement-key.js';
export { type OpenBoardOptions, openBoard } from './open.js';
export { PictureReadings } from './picture-readings.js';
export { readMakings } from './read-makings.js';
export { reviewedAt } from './reviewed-at.js';
export { watchSource } from './source-watch.js';
export { lacksWhole, unanswered } from './unanswered.js';
