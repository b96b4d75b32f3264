/** A brand's style in a file of its own, to travel from one storyboard to another. It is read into the one that is open. */
import type { Format } from '../format.js';
import { isProfile } from './read.js';
import { profileOf } from './write.js';

export { readProfile } from './read.js';
export { takeInProfile } from './take-in.js';

export const brandStyle: Format = {
  id: 'brand-style',
  name: 'a brand style',
  extensions: ['.json'],
  recognises: async (input) => ((await isProfile(input)) ? 1 : 0),
  write: {
    id: 'brand',
    title: 'Export the brand style',
    help: 'the examples that a brand’s style is told by, for another storyboard',
    keys: [],
    suffix: '-brand-style.json',
    makes: 'file',
    mediaType: 'application/json',
    bytes: async (context) => Buffer.from(`${JSON.stringify(await profileOf(context), null, 1)}\n`),
  },
};
