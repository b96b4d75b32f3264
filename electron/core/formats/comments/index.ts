/** The comments that a client made in a contact sheet. They are read into a storyboard that is open. */
import type { Format } from '../format.js';
import { isComments } from './read.js';

export { takeInComments } from './take-in.js';

export const comments: Format = {
  id: 'comments',
  name: 'comments on a storyboard',
  extensions: ['.json'],
  recognises: async (input) => ((await isComments(input)) ? 1 : 0),
};
