export type { WeightedText } from './attention.js';
export { meaningOfClaim } from './canonical-claim.js';
export { type ClaimMeaning, claimText, truthOfMeaning, type WorldClaimKind } from './claim-meaning.js';
export { sampleClaims, truthOf, type WorldClaim } from './claims.js';
export { describeScene } from './describe.js';
export {
  type Imagined,
  type ImagineRequest,
  imagine,
  type Miss,
  type MissKind,
} from './misses.js';
export { type NamedCharacters, parsePrompt } from './parse.js';
export type { Exclusion, ParsedPrompt, Phrase, PhraseField, Said, SubjectRequest } from './parsed-prompt.js';
export { pick, type Random, seededRandom, seedFrom } from './random.js';
export { type PictureSize, renderScenePng } from './render.js';
export { type SampleOptions, sampleScene } from './sample.js';
export * from './scene.js';
export type { Side, SubjectName } from './vocabulary.js';
