/** Where things are in pictures: an eye looks once, and claims read what it saw. */
export { seeTake } from './see-take.js';
