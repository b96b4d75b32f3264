export { editsForNote } from './for-note.js';
export { type SuggestInput, suggest } from './suggest.js';
