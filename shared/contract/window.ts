/** What is one window's own: which storyboard it shows, whether it decides there, its menu. */
import { z } from 'zod';
import { call } from './call.js';

/** A storyboard that was opened before, the last one first. */
export const recentStoryboard = z.object({
  token: z.string(),
  title: z.string(),
  /** Of the folder that it lies in, the name alone. */
  folder: z.string(),
  openedAt: z.number().int(),
  /** It is not where it was. */
  missing: z.boolean(),
});

/** What the artist can do in a window now, for the system's own menu. */
export const menuEntry = z.object({
  id: z.string().max(200),
  title: z.string().max(300),
  group: z.string().max(50),
  /** As the table of actions spells them, the first of them; '' = none. */
  key: z.string().max(50),
  /** Its key counts in a text field too. */
  whileTyping: z.boolean(),
  enabled: z.boolean(),
});

export const windowCalls = {
  window: {
    /** From now on this window decides on its storyboard, and the one that did watches. */
    decideHere: call.output(z.void()),
    recent: call.output(z.array(recentStoryboard)),
    /** Takes one off the list. The storyboard itself stays as it is. */
    forget: call.input(z.object({ token: z.string() })).output(z.void()),
    /** Opens another window; where the host has none, `info.hasWindows` is false and this throws NOT_FOUND. */
    another: call.output(z.void()),
    /**
     * The address of the web host that lets another tab in, which shows the same storyboard. It works once; one that was
     * asked for before and not used ends. Throws NOT_FOUND where the host has no tabs.
     */
    invite: call.output(z.string()),
    /** The menu of this window from now on. */
    menu: call.input(z.array(menuEntry).max(1000)).output(z.void()),
  },
};

export type RecentStoryboard = z.infer<typeof recentStoryboard>;
export type MenuEntry = z.infer<typeof menuEntry>;
