import { z } from 'zod';
import { sourceChange } from './change.js';

/** How the source of an open storyboard stands to the storyboard, as it was seen last. */
export const sourceState = z.object({
  /** Not taken in yet. */
  changes: z.array(sourceChange),
  /** Why nothing can be taken in, for the artist; null where the source can be read. */
  problem: z.string().nullable(),
  /** Shots whose picture is not where it was, and not found elsewhere in the storyboard's folder. Absent = none is. */
  missing: z.number().int().positive().exactOptional(),
});
export type SourceState = z.infer<typeof sourceState>;

export const SOURCE_AS_READ: SourceState = { changes: [], problem: null };
