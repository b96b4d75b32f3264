/** What changed in the source of a storyboard since it was read, and the storyboard with those changes. */
export type { SourceBase, SourceChange } from './change.js';
export { ownIdOf, sourceIdOf } from './own-id.js';
export { SOURCE_AS_READ, type SourceState, sourceState } from './state.js';
export { type TakenIn, takeIn } from './take-in.js';
export { changesTold, changeTold } from './told.js';
