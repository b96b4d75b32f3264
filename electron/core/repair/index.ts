/** Local repair: a part of a picture made anew, and the proof that the rest stayed. */
export { proofOf } from './proof.js';
export { maskPng } from './raster.js';
export { type Repaired, repaired } from './repaired.js';
