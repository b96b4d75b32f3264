export { BrandDialog } from './BrandDialog.js';
export { StyleMark, useStyleMark } from './StyleMark.js';
