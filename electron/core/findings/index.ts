export { type FindingsInput, findingsOf, type PickedTake } from './board.js';
