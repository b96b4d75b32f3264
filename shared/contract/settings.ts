/** What the artist has set, and the user's file that keeps it. */
import { z } from 'zod';
import { errorData } from '../errors.js';
import { settings } from '../settings.js';
import { call } from './call.js';

export const loadedSettings = z.object({
  settings,
  /** Why the user's settings file cannot be used as it is: what is wrong in it has its default, and nothing is saved. */
  problem: errorData.nullable(),
});

export type LoadedSettings = z.infer<typeof loadedSettings>;

export const settingsCalls = {
  settings: {
    set: call.input(settings.partial()).output(settings),
    /** From the files as they are now. */
    read: call.output(loadedSettings),
    /** Puts the user's file aside. `kept`: the name it has there; null when there was none. */
    startFresh: call.output(z.object({ kept: z.string().nullable() })),
  },
};
