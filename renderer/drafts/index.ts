export { DraftMark } from './DraftMark.js';
export { keepDrafts } from './keep-drafts.js';
export { useWords, type Words } from './use-words.js';
