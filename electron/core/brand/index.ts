/** A brand's style: learned from examples, and how well frames keep to it. */
export { previewOf } from './preview.js';
export {
  type BrandScore,
  type BrandScorer,
  brandScorer,
  type Known,
  type KnownExample,
  NO_SCORER,
} from './scorer.js';
