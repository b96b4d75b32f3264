/** Models that run here, on ONNX Runtime: what an architecture builds on, and a judge from its engine. */

export {
  dtypeFor,
  type Engine,
  type EngineOptions,
  encode,
  loadTokenizer,
  type Prefix,
  plain,
  singleTokens,
  singleVariants,
  variants,
} from './engine.js';
export { type EngineJudgeOptions, judgeFrom, type Rewrite } from './engine-judge.js';
export { PART, rememberedInParts } from './in-parts.js';
export { probeDevice } from './probe-device.js';
export {
  cacheOf,
  type Feeds,
  firstOf,
  int64,
  letGo,
  logOddsOfEach,
  meanOf,
  ONE,
  ones,
  positions,
  repeated,
  tokensOf,
  type YesNo,
} from './tensors.js';
