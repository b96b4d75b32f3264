export { MatchDesk } from './match-desk.js';
