export { canonFrom, type SheetEntry } from './canon.js';
export { claimsForShot } from './claims-for-shot.js';
export { castOf, factsAt } from './facts.js';
