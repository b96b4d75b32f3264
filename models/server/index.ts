export { ServerFailure, sentenceIn } from './failure.js';
export { loadServerJudge, type ServerJudgeOptions, serverJudgeInfo } from './judge.js';
export { type ServerState, serverStates } from './state.js';
