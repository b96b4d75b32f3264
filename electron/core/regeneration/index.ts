export { type AutomaticLimits, runAutomatic } from './automatic.js';
export { automaticRequests } from './automatic-requests.js';
export type { Standing } from './better.js';
export { repairProof } from './local-repair.js';
export { InTheMaking } from './making.js';
export { orderOf, type RegenerationParts } from './regenerate.js';
export { queuedRequests, requeueCutOff, requeueFailed } from './requests.js';
export { runQueue } from './run.js';
