export { claimChanges, inOrder, otherTake } from './compare.js';
export { editsOf, emptyDraft, type Proposal, proposalOf } from './draft.js';
export { countShots, FILTERS, isFlagged, isWaiting, nextShot, visibleShots } from './filter.js';
export { segmentsOf } from './segments.js';
export {
  type Board,
  claimsOf,
  decisionsOf,
  joinBoard,
  type ShotState,
  type ShotView,
  type Sign,
} from './shot-view.js';
