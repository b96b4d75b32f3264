export { type Contradiction, contradictionsOf } from './contradictions.js';
export { contrastsOf } from './contrast.js';
export { type Asked, type Skill, skill, skillName, skillOf } from './skill.js';
export { isUnsteady, type Steadiness } from './steadiness.js';
export type { Case } from './threshold.js';
export type { Examined } from './told.js';
export { type Evidence, NO_WORD, readAlike, readingOf, type SkillWord, type Word, wordOf } from './word.js';
