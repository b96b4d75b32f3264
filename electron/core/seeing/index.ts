/** Where things are in pictures: an eye looks once, and claims read what it saw. */
export { askNoMore } from './ask-no-more.js';
export { isSeenBy, type Seeing, seeTake } from './see-take.js';
