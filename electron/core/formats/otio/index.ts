/** OpenTimelineIO: a cut from an editing program as a storyboard, and the board as a cut. */
import { isFields } from '@core/fields/index.js';
import { feedbackInSteps } from '../feedback/in-steps.js';
import type { Format } from '../format.js';
import { noteOnOmitted } from '../in-play.js';
import { clipsIn } from './clips.js';
import { OWN } from './own.js';
import { readTimeline } from './read.js';
import { fieldsAt } from './schema.js';
import { timelineOf } from './write.js';

export const otio: Format = {
  id: 'otio',
  name: 'a timeline',
  extensions: ['.otio'],
  async recognises(input) {
    if (input.extension !== '.otio') return 0;
    const root = await input.outline();
    if (!isFields(root) || !clipsIn(root)) return 0;
    // One of our own may be opened, but no folder is opened by it.
    return fieldsAt(root, 'metadata')?.[OWN] === undefined ? 0.8 : 0.05;
  },
  read: readTimeline,
  write: {
    id: 'otio',
    title: 'Export a timeline (OTIO)',
    help: 'the picks as clips for editing, findings and notes as markers',
    keys: [],
    suffix: '.otio',
    makes: 'file',
    mediaType: 'application/json',
    bytes: async (context) => {
      noteOnOmitted(context);
      return Buffer.from(timelineOf(context, await feedbackInSteps(context)));
    },
  },
};
