export { hintsFor, suggestedPrompts } from './hints.js';
