export { editsForNote } from './for-note.js';
