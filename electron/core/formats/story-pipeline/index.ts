/** The story pipeline's shots file, read with its keyframes and written with what was decided. */
import type { Format } from '../format.js';
import { readShotsFile } from './read.js';
import { areShots, rowsOf } from './rows.js';
import { shotsFile } from './write.js';

export const storyPipeline: Format = {
  id: 'story-pipeline',
  name: 'a shots file',
  extensions: ['.json'],
  async recognises(input) {
    if (input.extension !== '.json') return 0;
    const root = await input.outline();
    try {
      const rows = rowsOf(root, input.name);
      return rows ? (areShots(root, rows) ? 0.8 : 0.3) : 0;
    } catch {
      // It has a list of shots that cannot be read, which reading it says.
      return 0.2;
    }
  },
  read: readShotsFile,
  write: {
    id: 'shots',
    title: 'Export revised shots',
    help: 'shots file with approved prompts and picks',
    keys: [],
    suffix: '-revised-shots.json',
    makes: 'file',
    mediaType: 'application/json',
    bytes: async (context) => Buffer.from(await shotsFile(context, context.note)),
  },
};
