/** What the storyboard was opened from, which may have changed since. */
import { z } from 'zod';
import { sourceChange } from '../source-change/index.js';
import { call } from './call.js';

export const sourceCalls = {
  source: {
    /** Reads it again, every picture too, and changes nothing. Nothing for a storyboard that is only read. */
    look: call.output(z.object({ changes: z.array(sourceChange) })),
    /** Takes in what `look` found, as one step of undo. */
    takeIn: call.output(z.void()),
  },
};
