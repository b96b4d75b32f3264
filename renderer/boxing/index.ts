export { BoxEditor } from './BoxEditor.js';
export { BoxesBar } from './BoxesBar.js';
export { type Boxing, useBoxing } from './use-boxing.js';
