export { isAlone, isHighest } from './around.js';
export { askedSize, isCalled, isMeant } from './asked.js';
export { type Beside, changedSides, isJump, isSameSize, isTurned } from './between.js';
export { compose, MIDDLE } from './compose.js';
export { type Figures, NATURAL, STORYBOOK } from './figures.js';
