export { Watching } from './watching.js';
