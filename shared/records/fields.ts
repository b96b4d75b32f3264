/** What fields of several records share. */
import { z } from 'zod';

/** Also part of file names, so nothing that leads to another folder. */
export const id = z.string().regex(/^[\w.-]{1,64}$/);
/** Seeds reach 2^64 - 1, past what a JSON number holds, so they travel as decimal strings. */
export const seed = z.string().regex(/^\d{1,20}$/);
/** Milliseconds since 1970-01-01 UTC. */
export const instant = z.number().int().nonnegative();
/** A fraction of the picture: 0–1 from its left and top edge. */
export const region = z.object({
  x: z.number(),
  y: z.number(),
  width: z.number(),
  height: z.number(),
});

export type Region = z.infer<typeof region>;
