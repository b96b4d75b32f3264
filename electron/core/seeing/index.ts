/** Where things are in pictures: an eye looks once, and claims read what it saw. */
export { nounsOf } from './nouns.js';
export { seeTake } from './see-take.js';
