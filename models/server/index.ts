export { loadServerJudge, SERVER_JUDGE, type ServerJudgeOptions, serverJudgeInfo } from './judge.js';
