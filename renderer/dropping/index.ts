export { DropHere } from './DropHere.js';
export { listenForDrops } from './listen-for-drops.js';
