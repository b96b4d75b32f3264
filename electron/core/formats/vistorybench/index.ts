/** ViStoryBench: stories with the pictures that a model drew for them. */
import type { Format } from '../format.js';
import { readStory, shotsIn } from './read.js';

export const viStoryBench: Format = {
  id: 'vistorybench',
  name: 'a story of ViStoryBench',
  extensions: ['.json'],
  recognises: async (input) => (input.extension === '.json' && shotsIn(await input.outline()) ? 0.9 : 0),
  read: readStory,
};
