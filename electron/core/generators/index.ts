export {
  type GeneratedImage,
  type GenerationProgress,
  type GenerationRequest,
  type Generator,
  GivenBack,
  type GraphPlacing,
  type TakeSettings,
  type Watch,
} from './generator.js';
export { GeneratorDesk } from './generator-desk.js';
export { headerOfMade } from './header-of-made.js';
export { Placings } from './placings.js';
export { GENERATORS } from './table.js';
export { GeneratorTrials } from './trials.js';
