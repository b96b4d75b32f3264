import { z } from 'zod';
import { id, instant, sha256 } from './fields.js';

/** Of a point in a picture: 0 to 1 from its left and from its upper edge. */
export const place = z.object({ x: z.number().min(0).max(1), y: z.number().min(0).max(1) });

/** What somebody said of a picture in a contact sheet, as they wrote it. */
export const remark = z.object({
  shotId: id,
  /** Of the picture that they saw; null where the shot had none. */
  sha256: sha256.nullable(),
  author: z.string().trim().min(1).max(100),
  text: z.string().trim().min(1).max(5000),
  /** Where in the picture; null = it is about all of it. */
  place: place.nullable(),
});

export const commentState = z.enum(['open', 'resolved', 'dismissed']);

/** A remark that came back. */
export const comment = remark.extend({
  id,
  /** When it was written, by the clock of whoever wrote it. */
  at: instant,
  state: commentState,
});

export type Comment = z.infer<typeof comment>;
export type CommentState = z.infer<typeof commentState>;
