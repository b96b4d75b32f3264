/** From the names of pictures to shots: the one reading of names for every format, the window and the shell. */

export { seedsInNames } from './by-pattern.js';
export { pictureNamed } from './by-source.js';
export { joined, type MatchChoice, matchChoice, NO_CHOICE, saidOver } from './choice.js';
export { groupPictures } from './group-pictures.js';
export { latestVersion } from './latest-version.js';
export { type Match, type MatchBasis, type MatchedPicture, matchOf, settled } from './match.js';
export { matchPictures } from './match-pictures.js';
export type { LeftOut, MatchedBy, Matching } from './matching.js';
export { parsePattern, problemTold } from './pattern.js';
export type { ShotToMatch } from './shot-index.js';
export { type ShotOfPictures, shotsOfPictures } from './shots-of-pictures.js';
