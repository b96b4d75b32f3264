/** What is where in a take, as the artist says: it stands in place of what an eye saw there. */
import { z } from 'zod';
import { id, instant } from './fields.js';

const share = z.number().min(0).max(1);
/** As a claim says it: "fox". */
const noun = z.string().trim().min(1).max(100);

/** Things in one picture, and nouns in one list. */
export const MOST_BOXES = 200;

export const handBox = z.object({
  label: noun,
  /** What else it answers to: a girl is a person as well. */
  also: z.array(noun).max(MOST_BOXES),
  /** Within the picture: 0–1 from its left and top edge. */
  region: z.object({ x: share, y: share, width: share, height: share }),
});

export const correction = z.object({
  /** The take's. */
  id,
  /** Nouns that it speaks for: of one without a box it says that there is none. */
  labels: z.array(noun).max(MOST_BOXES),
  boxes: z.array(handBox).max(MOST_BOXES),
  createdAt: instant,
});

export type HandBox = z.infer<typeof handBox>;
export type Correction = z.infer<typeof correction>;
