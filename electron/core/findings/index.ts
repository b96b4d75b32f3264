export type {
  BoardAnswers,
  Elsewhere,
  Likewise,
  Original,
  Previous,
  Resemblance,
  Showing,
} from './board-answers.js';
export { findingsOfFrame } from './findings-of.js';
export type { Frame } from './frame.js';
export { FINDING_KINDS } from './kinds/index.js';
export { mayRepeat } from './may-repeat.js';
export { ShotFindings } from './shot-findings.js';
export { isInCorner, isSameMark, legible, type Mark, markOf } from './writing.js';
