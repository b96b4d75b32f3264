export { DropLine } from './DropLine.js';
export type { Target } from './dragging.js';
export { Ordering } from './Ordering.js';
export { lineLeft, spotInGrid, spotInStrip } from './place.js';
export { useDropShots } from './use-drop-shots.js';
export { useShotDrag } from './use-shot-drag.js';
