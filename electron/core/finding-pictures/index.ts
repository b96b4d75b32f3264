export { type FlawOf, pictureOf } from './picture-of.js';
export type { PicturedBoard } from './pictured-board.js';
export { NOTHING_SHOWN } from './sides.js';
export { TypicalFrames } from './typical-frames.js';
