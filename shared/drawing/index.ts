export { arrangedByKey, boundsOf, type Handle, handlesOf } from './arranging.js';
export { EDGE, INKS } from './colours.js';
export { fittedIn } from './fitted.js';
export { type Hold, hasMoved, heldFigure, isIn } from './held.js';
export { isNear, linesOf } from './near.js';
export {
  FIRST_PEN,
  inWidth,
  nextColour,
  nextOf,
  nextTool,
  nextWidth,
  type Pen,
  TOOL_WORDS,
  TOOLS,
  type Tool,
  WIDTH_NAMES,
  type Width,
} from './pen.js';
export { clamp, rounded, within } from './places.js';
export { roomyHandles } from './roomy-handles.js';
export { type FigureShape, headOf, shapeOf } from './shape.js';
export { type Place, placeWords, steppedBy } from './stepped.js';
export { begun, drawnTo, figureOf, labelOf, type Stroke, steppedTo } from './strokes.js';
export { type PenPoint, thinned } from './thinned.js';
export { figureWords } from './words.js';
