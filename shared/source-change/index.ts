/** What changed in the source of a storyboard since it was read, and the storyboard with those changes. */
export { type SourceBase, type SourceChange, sourceChange } from './change.js';
export { type TakenIn, takeIn } from './take-in.js';
export { changesTold, changeTold } from './told.js';
