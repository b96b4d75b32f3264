export { loadServerJudge, SERVER_JUDGE, type ServerJudgeOptions, serverJudgeInfo } from './judge.js';
export { type ServerState, serverStates } from './state.js';
