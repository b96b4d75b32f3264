export { wilson } from '@shared/wilson.js';
