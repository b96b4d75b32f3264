/** What the artist has set, and the user's file that keeps it. */
import { z } from 'zod';
import { errorData } from '../error-data.js';
import { settings, settingsChange } from '../settings.js';
import { call } from './call.js';
import { placing } from './generators.js';

export const loadedSettings = z.object({
  settings,
  /** Why the user's settings file cannot be used as it is: what is wrong in it has its default, and nothing is saved. */
  problem: errorData.nullable(),
  /** What the file beside the storyboard asked for and only the artist sets, for them; null = nothing. */
  withheld: z.string().nullable(),
});

/** What the person at the machine is asked now, outside of the window: a window cannot answer it. */
export const question = z.object({
  where: z.enum(['terminal', 'dialog']),
  /** As it is shown there. */
  text: z.string(),
  /** A yes is told once; after it, as after a no, there is no question any more. */
  answer: z.enum(['yes']).nullable(),
});

/** What windows are told of the settings. */
export const shownSettings = z.object({
  ...loadedSettings.shape,
  question: question.nullable(),
  /** Graphs that were not used before, with what goes where in each, for which approved pictures wait. */
  placings: z.array(placing),
  /** The token of a storyboard that was named at the start, and is opened once the artist has seen its match. */
  waiting: z.string().nullable(),
});

export type Question = z.infer<typeof question>;
export type ShownSettings = z.infer<typeof shownSettings>;
export type LoadedSettings = z.infer<typeof loadedSettings>;

export const settingsCalls = {
  settings: {
    /**
     * What starts a program or sends something elsewhere is only proposed by this: it waits for a yes of the person at
     * the machine. Throws DECLINED, or NOT_ASKED where nobody can be asked.
     */
    set: call.input(settingsChange).output(settings),
    /** Takes back what is asked now. */
    takeBack: call.output(z.object({})),
    /** From the files as they are now. */
    read: call.output(loadedSettings),
    /** Puts the user's file aside. `kept`: the name it has there; null when there was none. */
    startFresh: call.output(z.object({ kept: z.string().nullable() })),
  },
};
