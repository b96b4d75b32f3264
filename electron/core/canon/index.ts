export { canonFrom, type SheetEntry } from './canon.js';
export { claimId, claimsForShot } from './claims-for-shot.js';
export { castOf, contentOf, factsAt } from './facts.js';
