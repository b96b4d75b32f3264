/** What libraries throw where a model runs, told in our own words; loads none of them. */
export { nativeReason } from './native-reason.js';
export { isOutOfMemory } from './out-of-memory.js';
