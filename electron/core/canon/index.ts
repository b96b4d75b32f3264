export { canonFrom, type SheetEntry } from './canon.js';
export { claimId } from './claim-id.js';
export { claimsForShot } from './claims-for-shot.js';
export { claimsOfSource } from './claims-of-source.js';
export { castOf, contentOf, factsAt } from './facts.js';
