export { ACTION_GROUPS, type Action } from './action.js';
export { canDecide, hasPicture, wouldRegenerate } from './conditions.js';
export { approval, decide } from './decisions.js';
export { keyLabel, keyName } from './keys.js';
export { listenForKeys } from './listen.js';
export { selectShot } from './moving.js';
export { CONTEXT, runAction } from './run.js';
export { runningJob } from './storyboard.js';
export { ACTIONS, actionById, conflictOf, keysOf } from './table.js';
