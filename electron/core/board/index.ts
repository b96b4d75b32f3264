export { Board, type BoardParts } from './board.js';
export { type DeriveInput, deriveBoard, type SeenTake } from './derive.js';
export { judgementKey } from './judgement-key.js';
export { deriveClaims, type OpenBoardOptions, openBoard } from './open.js';
