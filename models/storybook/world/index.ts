export type { WeightedText } from './attention.js';
export { meaningOfClaim } from './canonical-claim.js';
export {
  type ClaimMeaning,
  COUNT_TEXT,
  claimText,
  truthOfMeaning,
  type WorldClaimKind,
} from './claim-meaning.js';
export { sampleClaims, truthOf, type WorldClaim } from './claims.js';
export { luma, mix, rgbOf } from './colour.js';
export { describeScene } from './describe.js';
export { withDouble } from './doubles.js';
export { drawScene } from './draw.js';
export { type Imagined, type ImagineRequest, imagine, type Miss, type MissKind } from './misses.js';
export { type NamedCharacters, parsePrompt } from './parse.js';
export type { Exclusion, ParsedPrompt, Phrase, PhraseField, Said, SubjectRequest } from './parsed-prompt.js';
export { between, pick, type Random, seededRandom, seedFrom } from './random.js';
export { type PictureSize, renderScene, renderScenePng } from './render.js';
export { type SampleOptions, sampleScene } from './sample.js';
export * from './scene.js';
export { pencilStrokes, washedPaper } from './styles/finish.js';
export type { DrawingStyle, Finish } from './styles/index.js';
export { attributes, brushOf, type Hand } from './styles/style.js';
export { type Head, headsIn } from './subjects/heads.js';
export { isPerson, type Side, type SubjectName } from './vocabulary.js';
