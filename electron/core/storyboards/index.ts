export type { Seat } from './seat.js';
export { Storyboards } from './storyboards.js';
