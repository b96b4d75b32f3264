/** What the storyboard was opened from, which may have changed since. */
import { z } from 'zod';
import { matchChoice } from '../matching/index.js';
import { call } from './call.js';
import { matchQuestion } from './match.js';

export const sourceCalls = {
  source: {
    /** Takes in the changes that were told last, as one step of undo. */
    takeIn: call.output(z.void()),
    /** Which picture shows which shot. `match`: what would be said of it; null = what was said. Changes nothing. */
    match: call.input(z.object({ match: matchChoice.nullable() })).output(matchQuestion),
    /** Matches the pictures so from now on, as one step of undo. `told`: what changed, "2 new pictures"; '' where nothing did. */
    rematch: call.input(z.object({ match: matchChoice })).output(z.object({ told: z.string() })),
  },
};
