/** The story pipeline's shots file, read with its keyframes and written with what was decided. */
import type { Format } from '../format.js';
import { readShotsFile, rowsOf } from './read.js';
import { shotsFile } from './write.js';

export const storyPipeline: Format = {
  id: 'story-pipeline',
  name: 'a shots file',
  extensions: ['.json'],
  recognises: async (input) =>
    input.extension === '.json' && rowsOf(await input.json().catch(() => null)) ? 0.8 : 0,
  read: readShotsFile,
  write: {
    id: 'shots',
    title: 'Export revised shots',
    help: 'shots file with approved prompts and picks',
    keys: [],
    suffix: '-revised-shots.json',
    makes: 'file',
    mediaType: 'application/json',
    bytes: async (context) => Buffer.from(await shotsFile(context)),
  },
};
