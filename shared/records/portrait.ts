import { z } from 'zod';
import { id, instant, sha256 } from './fields.js';

/** A picture that the storyboard's source has of somebody in its cast, for others to look like: no frame of any shot. */
export const portrait = z.object({
  id,
  /** Whom it shows, as the canon names them ("Mira"). */
  name: z.string().min(1),
  sha256,
  /** Relative to the review's base folder, with forward slashes. */
  path: z.string(),
  /** Pixels; 0 when the picture could not be read. */
  width: z.number().int().nonnegative(),
  height: z.number().int().nonnegative(),
  /** Why the picture cannot be read; null when it can. */
  unreadable: z.string().nullable(),
  createdAt: instant,
});

export type Portrait = z.infer<typeof portrait>;
