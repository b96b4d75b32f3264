export { type FlawOf, type PicturedBoard, pictureOf } from './picture-of.js';
export { TypicalFrames } from './typical-frames.js';
