/** What fields of several records share. */
import { z } from 'zod';

/** Also part of file names, so nothing that leads to another folder. */
export const id = z.string().regex(/^[\w.-]{1,64}$/);
/** Seeds reach 2^64 - 1, past what a JSON number holds, so they travel as decimal strings. */
export const seed = z.string().regex(/^\d{1,20}$/);
/** Milliseconds since 1970-01-01 UTC. */
export const instant = z.number().int().nonnegative();
/** Of a picture's file, lower-case hex. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
/** A fraction of the picture: 0–1 from its left and top edge. */
export const region = z.object({
  x: z.number().describe("Its left edge. 0 to 1 of the picture's width."),
  y: z.number().describe("Its top edge. 0 to 1 of the picture's height."),
  width: z.number().describe("0 to 1 of the picture's width."),
  height: z.number().describe("0 to 1 of the picture's height."),
});

export type Region = z.infer<typeof region>;
