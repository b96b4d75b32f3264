export { EDGE, INKS } from './colours.js';
export { fittedIn } from './fitted.js';
export { isNear, linesOf } from './near.js';
export { apart, clamp, rounded, within } from './places.js';
export { type FigureShape, headOf, shapeOf } from './shape.js';
export { type PenPoint, thinned } from './thinned.js';
export { figureWords } from './words.js';
