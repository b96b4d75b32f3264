export { changeDraft } from './change-draft.js';
export { MaskBar } from './MaskBar.js';
export { MaskPainter } from './MaskPainter.js';
export { MaskShapes } from './MaskShapes.js';
export { partShare } from './part-share.js';
