export { AnalysisDesk } from './analysis-desk.js';
export type { AskedFor } from './analyst.js';
export { answersOf, type Lookers, lookAt } from './look.js';
export { questionOf } from './question.js';
export { analyse } from './run.js';
export { soughtBy } from './sought.js';
export { TakeDesk } from './take-desk.js';
