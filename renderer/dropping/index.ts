export { DropHere } from './DropHere.js';
export { isGiven, listenForDrops } from './listen-for-drops.js';
