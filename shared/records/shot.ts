import { z } from 'zod';
import { id } from './fields.js';

export const shotStatus = z.enum(['pending', 'approved', 'needs-changes', 'rejected', 'on-hold']);

export const shot = z.object({
  id,
  /** Position in the storyboard, 0 first; dense after every command. */
  position: z.number().int().nonnegative(),
  /** The shot's number as its source writes it. */
  number: z.string(),
  /** Name of the scene it belongs to, for the bands under the strip. */
  scene: z.string().nullable(),
  description: z.string(),
  prompt: z.string(),
  negativePrompt: z.string(),
  /** Seconds. */
  duration: z.number().positive().nullable(),
  pickId: id.nullable(),
  status: shotStatus,
  note: z.string(),
  /** 0 = not rated, 1–5. */
  stars: z.number().int().min(0).max(5),
});

export type Shot = z.infer<typeof shot>;
export type ShotStatus = z.infer<typeof shotStatus>;
