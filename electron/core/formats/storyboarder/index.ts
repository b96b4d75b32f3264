import type { Format } from '../format.js';
import { boardsIn, readStoryboarder } from './read.js';

export const storyboarder: Format = {
  id: 'storyboarder',
  name: 'a Storyboarder project',
  extensions: ['.storyboarder'],
  recognises: async (input) =>
    input.extension === '.storyboarder' && boardsIn(await input.outline()) ? 0.9 : 0,
  read: readStoryboarder,
};
