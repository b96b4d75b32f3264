export type {
  GeneratedImage,
  GenerationProgress,
  GenerationRequest,
  Generator,
  Watch,
} from './generator.js';
export { GeneratorDesk } from './generator-desk.js';
export { GENERATORS } from './table.js';
