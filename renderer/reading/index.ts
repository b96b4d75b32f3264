export { Reading } from './Reading.js';
export { ReadingNotice } from './ReadingNotice.js';
