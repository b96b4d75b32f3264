export { useAnalysis, useClaims, useSummary } from './details.js';
export { useDocument } from './document.js';
export * from './hooks.js';
export { keepLast } from './keep-last.js';
export { answered, EMPTY_MIRROR, expectChange, receiveAll, withdraw } from './mirror.js';
export { focusInPanel, panelCatchesUp, panelWaits, usePanel } from './panel.js';
export { REMEMBERED, readRemembered, writeRemembered } from './remembered.js';
export { noticed, seenNow } from './seen.js';
export * from './session.js';
export { useSettings } from './settings.js';
export {
  type AppState,
  abilitiesFor,
  comparedTake,
  currentBoardView,
  currentChosen,
  currentPlayed,
  currentShot,
  currentTake,
  currentVisible,
  playedOf,
  seesOnlyOne,
  shownTake,
} from './state.js';
export { useConnected } from './use-connected.js';
