/** What a review file stores, and a change to it as a value. */
export * from './diff.js';
export * from './records.js';
