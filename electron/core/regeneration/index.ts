export { type AutomaticLimits, runAutomatic } from './automatic.js';
export type { Standing } from './better.js';
export { queuedRequests, type RegenerationParts, requeueCutOff, requeueFailed, runQueue } from './run.js';
