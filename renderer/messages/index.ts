export { MessageLine } from './MessageLine.js';
