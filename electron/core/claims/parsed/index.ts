export { type ReadClaim, readDescription } from './describe.js';
export { loadReading } from './load.js';
