export { boundsOf } from './bounds.js';
export { coverage } from './covered.js';
export { type DrawnShape, drawn, featherOf, maskSvg, type Size } from './drawn.js';
