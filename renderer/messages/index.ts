export { Announcer } from './Announcer.js';
export { MessageLine } from './MessageLine.js';
