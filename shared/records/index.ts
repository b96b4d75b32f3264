/** What a review file stores, and a change to it as a value. */
export * from './by-shot.js';
export * from './claim.js';
export * from './decision.js';
export * from './diff.js';
export * from './fact.js';
export * from './fields.js';
export * from './merge.js';
export * from './migrations.js';
export * from './patch.js';
export * from './queries.js';
export * from './request.js';
export * from './shot.js';
export * from './storyboard.js';
export * from './stretch.js';
export * from './tables.js';
export * from './take.js';
export * from './writes.js';
