/** Approvals carry what they were given for: where that changed, they count no more until the artist looks again. */
export { basisOf } from './basis-of.js';
export { asItIsNow, isOutdated, outdatedOrders, standingCause, stillAnswered } from './causes.js';
export { givenReferences, type ReferenceNow, referencesNow } from './references.js';
export { type BoardRecords, factsOnBoard, type ShotParts, shotParts } from './shot-parts.js';
export { orderOutOfDate, shotOutOfDate } from './words.js';
