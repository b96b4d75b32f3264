import { z } from 'zod';
import { id, instant } from './fields.js';

const share = z.number().min(0).max(1);

/** A take's picture, or a part of it, in fractions of its width and height from its left and top edge. */
export const pictured = z.object({
  takeId: id,
  /** null = all of it. */
  region: z.object({ x: share, y: share, width: share.positive(), height: share.positive() }).nullable(),
});

/** What the artist keeps to show generators how somebody or something looks. */
export const reference = z.object({
  id,
  ...pictured.shape,
  /** Who or what it shows ("Mira"). */
  name: z.string().min(1).max(100),
  createdAt: instant,
});

/** Pictures that one order may be given to look like. */
export const MOST_REFERENCES = 4;

export type Pictured = z.infer<typeof pictured>;
export type Reference = z.infer<typeof reference>;
