/** Edit decision lists for editing programs. */
import { cutOf } from '../editorial/cut.js';
import { feedbackInSteps } from '../feedback/in-steps.js';
import type { Format } from '../format.js';
import { noteOnOmitted } from '../in-play.js';
import { edlOf } from './events.js';

export const edl: Format = {
  id: 'edl',
  name: 'an edit decision list',
  extensions: [],
  recognises: async () => 0,
  write: {
    id: 'edl',
    title: 'Export an EDL (CMX 3600)',
    help: 'edit decision list with the shots, their durations and findings',
    keys: [],
    suffix: '.edl',
    makes: 'file',
    mediaType: 'text/plain',
    bytes: async (context) => {
      noteOnOmitted(context);
      return Buffer.from(edlOf(cutOf(context, await feedbackInSteps(context))));
    },
  },
};
