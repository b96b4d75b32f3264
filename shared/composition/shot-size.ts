/** How much of somebody a frame shows, in the words of the field; the widest first. */
import { z } from 'zod';

export const SHOT_SIZES = [
  'extreme wide shot',
  'wide shot',
  'full shot',
  'medium wide shot',
  'medium shot',
  'medium close-up',
  'close-up',
  'extreme close-up',
] as const;

export const shotSize = z.enum(SHOT_SIZES);

export type ShotSize = z.infer<typeof shotSize>;
