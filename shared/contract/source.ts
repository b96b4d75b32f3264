/** What the storyboard was opened from, which may have changed since. */
import { z } from 'zod';
import { call } from './call.js';

export const sourceCalls = {
  source: {
    /** Takes in the changes that were told last, as one step of undo. */
    takeIn: call.output(z.void()),
  },
};
