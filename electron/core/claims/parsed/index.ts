export { type Description, peopleClaim, readDescription, readWithPeople } from './describe.js';
export { loadReading } from './load.js';
