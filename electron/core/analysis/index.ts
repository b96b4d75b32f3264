export { evidenceFor } from './evidence.js';
export { type Lookers, lookAt } from './look.js';
export { type AnalysisOrder, analyse, waitingTakes } from './run.js';
