export { against } from './against.js';
export { type BeyondJudge, beyondJudge } from './beyond-judge.js';
export { type BoardView, joinBoardView, placeIn, type ShotsById } from './board-view.js';
export { type ByScore, byScore, type ScoreRule } from './by-score.js';
export {
  endNamed,
  type LanePiece,
  lanePieces,
  narrowed,
  type Subject,
  shortStatement,
  shotsWith,
  stretchWords,
  subjectsOf,
  worstOf,
} from './canon.js';
export { castFirst, charactersOf } from './cast.js';
export { brokenClaims, claimChanges, inOrder, otherTake, untoldClaims } from './compare.js';
export {
  asOne,
  awaitingSuggestion,
  commandFor,
  commandsFor,
  type Deciding,
  hasPicture,
  isOrder,
  type Outcome,
  outcomeOf,
  picturesOf,
} from './deciding.js';
export {
  type Drafts,
  editsOf,
  emptyDraft,
  isUnsent,
  type Proposal,
  promptsBehind,
  proposalOf,
  withDraft,
  withoutMade,
} from './draft.js';
export {
  type Choices,
  choicesOf,
  countShows,
  hides,
  inPlay,
  isFlagged,
  isNarrowed,
  isWaiting,
  keptShots,
  type List,
  NO_FILTER,
  SHOWS,
  type ShotFilter,
  type Show,
  stretchPlaces,
  survives,
} from './filter.js';
export { framesNear } from './frames-near.js';
export { nearestShot, nextShot, standingNext } from './moving.js';
export { nearShots } from './near.js';
export { judgedBefore, type NotAnalysed, notAnalysed, notAnalysedWords } from './not-analysed.js';
export {
  drawnOver,
  type Ghost,
  ghostOf,
  isOpenNote,
  type NoteView,
  notesOf,
  notesOver,
  numberOf,
  saidIn,
} from './notes.js';
export { moreThan, type Offered, offered, shotsOffered, stillOffered } from './offered.js';
export { candidateOf, endedOf, neighbourOf, type QueueView, queueOf, queueWords } from './queue.js';
export { keptFilter } from './read-filter.js';
export { type NamedFilter, savedFilters } from './saved-filters.js';
export { foundIn, type Place, placesOf, spansOf } from './search.js';
export { segmentsOf } from './segments.js';
export {
  extendedTo,
  keptWithin,
  NONE_SELECTED,
  toggledShot,
} from './selection.js';
export { decisionsOf, type ShotState, type ShotView, type Sign } from './shot-view.js';
export { SORTS, type Sort, sortedShots } from './sort.js';
export { styleMarks } from './style-marks.js';
export { tallyOf } from './tally.js';
export { folded, termsOf } from './words.js';
