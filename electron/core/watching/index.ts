export type { Told } from './watcher.js';
export { Watching } from './watching.js';
