/** From the names of pictures to shots: the one reading of names for every format, the window and the shell. */
export { latestVersion } from './latest-version.js';
export { type LeftOut, type Matching, matchPictures } from './match-pictures.js';
export type { ShotToMatch } from './shot-index.js';
export { type ShotOfPictures, shotsOfPictures } from './shots-of-pictures.js';
