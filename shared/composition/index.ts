export {
  type Composition,
  composition,
  EDGES,
  type PixelComposition,
  pixelComposition,
} from './composition.js';
export { type CompositionPart, compositionParts, compositionScore, HEADROOM } from './parts.js';
export {
  COMPOSITION_RULES,
  type CompositionRule,
  compositionRules,
  RULE_IDS,
} from './rules.js';
export { SHOT_SIZES, type ShotSize } from './shot-size.js';
