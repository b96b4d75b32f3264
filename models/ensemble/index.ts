export { fitKey, writeFit } from './fit-file.js';
export { fuse, logitOf } from './fuse.js';
export { ensembleJudgeInfo } from './info.js';
export { loadEnsemble } from './judge.js';
export { type EnsembleFit, type KindRule, type KindRules, rulesOf, withBand } from './rules.js';
