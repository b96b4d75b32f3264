/** What every eye is and does. */
export type { Eye, EyeDescription, Seen } from './eye.js';
