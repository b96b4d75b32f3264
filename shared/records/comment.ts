import { z } from 'zod';
import { id, instant, sha256 } from './fields.js';

/** Of a point in a picture: 0 to 1 from its left and from its upper edge. */
export const place = z.object({ x: z.number().min(0).max(1), y: z.number().min(0).max(1) });

/** Characters that one may have. */
export const LONGEST_COMMENT = 5000;

/** What somebody said of a picture in a contact sheet, as they wrote it. */
export const remark = z.object({
  shotId: id,
  /** Of the picture that they saw; null where the shot had none. */
  sha256: sha256.nullable(),
  author: z.string().trim().min(1).max(100),
  text: z.string().trim().min(1).max(LONGEST_COMMENT),
  /** Where in the picture; null = it is about all of it. */
  place: place.nullable(),
});

export const commentState = z.enum(['open', 'resolved', 'dismissed']);

/** A remark that came back, or one of the artist's own: what the window calls a note. */
export const comment = remark.extend({
  id,
  /** '' where it is only drawn. */
  text: z.string().trim().max(LONGEST_COMMENT),
  /** When it was written, by the clock of whoever wrote it. */
  at: instant,
  state: commentState,
  /** The note that it answers, which is no answer itself. Absent = it answers none. */
  replyTo: id.exactOptional(),
  /** The order that was approved for it. Absent = none was. */
  requestId: id.exactOptional(),
});

export type Comment = z.infer<typeof comment>;
export type CommentState = z.infer<typeof commentState>;
