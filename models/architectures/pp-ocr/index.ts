/** Reads what is written in a picture. */
export { PpOcrEngine } from './engine.js';
