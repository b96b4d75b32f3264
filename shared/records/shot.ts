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
  /** It stays on the board and is no part of the story. Absent = it is in play. */
  omitted: z.literal(true).exactOptional(),
  /** The artist put it in: the storyboard's source has no such shot. Absent = it has. */
  added: z.literal(true).exactOptional(),
});

export type Shot = z.infer<typeof shot>;

/** It is a part of the story. */
export const isInPlay = ({ omitted }: Pick<Shot, 'omitted'>): boolean => omitted !== true;

export type ShotStatus = z.infer<typeof shotStatus>;
