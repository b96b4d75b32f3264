export { canonFrom, type SheetEntry } from './canon.js';
export { claimId } from './claim-id.js';
export { claimsForShot, readingsFor } from './claims-for-shot.js';
export { claimsOfSource } from './claims-of-source.js';
export { clashesAmong, contradicts, type State, stateOf } from './contradiction.js';
export { castOf, contentOf, factsAt } from './facts.js';
export { MAJORITY, OfferTally, POINTED } from './offers.js';
export { type StatedAnew, statedAnew } from './stated-anew.js';
export { statementsOf } from './statements-of.js';
