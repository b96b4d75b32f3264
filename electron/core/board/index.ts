export { Board, type BoardParts } from './board.js';
export { judgementKey } from './judgement-key.js';
export { type OpenBoardOptions, openBoard } from './open.js';
export { lacksWhole, unanswered } from './unanswered.js';
