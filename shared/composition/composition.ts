/** How a frame is composed. Information: a finding follows only from what was asked, or from a rule that is on. */
import { z } from 'zod';
import { region } from '../records/fields.js';
import { shotSize } from './shot-size.js';

export const EDGES = ['left', 'right', 'top'] as const;

const part = z.number().min(0).max(1);

/** What the pixels alone say of a frame. */
export const pixelComposition = z.object({
  /** Degrees that level lines fall to the right, −15–15; the height of the longest in the middle, in parts of the height, where one runs along half of the picture. */
  horizon: z.object({ tilt: z.number(), y: part.nullable() }).nullable(),
  /** What stands out, and how far from the left the middle of all that does lies, in parts of the width. */
  salient: z.object({ region, x: part }).nullable(),
});

export const composition = z.object({
  /** What the frame is about; null where nothing was detected and nothing stands out. */
  subject: z
    .object({
      /** The noun that was detected; '' for what merely stands out of the picture. */
      label: z.string(),
      /** As far as it is in the frame. */
      region,
      seen: z.enum(['detected', 'salient']),
    })
    .nullable(),
  /** Where one looks first, in parts of width and height: somebody's eyes, of anything else the middle. */
  point: z.object({ x: part, y: part }).nullable(),
  size: shotSize.nullable(),
  /** The size that the description asks for, as it says it ("a close-up"), and whether this is one; null = it asks for none, or none was measured. */
  asked: z.object({ text: z.string(), agrees: z.boolean().nullable() }).nullable(),
  /** From the point to the nearest upright line of thirds, in parts of the width: 0–1/3. */
  offThird: z.number().nullable(),
  /** Where the weight lies: −0.5 all at the left edge, 0 even, 0.5 all at the right edge. */
  lean: z.number().nullable(),
  /** Above a head, in parts of the height: 0–1. Null for anything but somebody who fills much of the frame. */
  headroom: part.nullable(),
  /** The head is cut off. Null where there is none. */
  headCut: z.boolean().nullable(),
  /** Which way the subject looks or goes; null where nobody says that. */
  direction: z.enum(['left', 'right']).nullable(),
  /** Room before the subject less the room behind it, in parts of the width: −1–1. */
  lookRoom: z.number().nullable(),
  horizon: pixelComposition.shape.horizon,
  /** What reaches an edge of the frame. Null where nothing was detected. */
  touching: z.array(z.object({ label: z.string(), edge: z.enum(EDGES) })).nullable(),
});

export type PixelComposition = z.infer<typeof pixelComposition>;
export type Composition = z.infer<typeof composition>;
