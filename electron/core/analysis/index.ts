export { Analyst } from './analyst.js';
export { evidenceFor } from './evidence.js';
export { answersOf, type Lookers, lookAt } from './look.js';
export type { LookOrder } from './look-queue.js';
export { questionOf } from './question.js';
export { type AnalysisOrder, analyse } from './run.js';
export { soughtBy } from './sought.js';
export { type Whereabouts, whereIs } from './where-is.js';
