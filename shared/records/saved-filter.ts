import { z } from 'zod';
import { id, instant } from './fields.js';

const names = z.array(z.string().max(300)).max(1000);

/** Which shots are shown, as the window says it. Names that a window does not know ask for nothing there. */
export const filterParts = z.object({
  show: z.string().max(100),
  survivors: z.boolean(),
  states: names,
  kinds: names,
  characters: names,
  scenes: names,
  /** At least so many, 1–5; 0 = not rated; null = any. */
  stars: z.number().int().min(0).max(5).nullable(),
  words: z.string().max(200),
});

/** A filter that the artist gave a name. */
export const savedFilter = z.object({
  id,
  name: z.string().min(1).max(60),
  filter: filterParts,
  createdAt: instant,
});

export type FilterParts = z.infer<typeof filterParts>;
export type SavedFilter = z.infer<typeof savedFilter>;
