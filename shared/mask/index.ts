export { boundsOf } from './bounds.js';
export { coverage, distance } from './covered.js';
export { type DrawnShape, drawn, featherOf, maskSvg, type Size } from './drawn.js';
