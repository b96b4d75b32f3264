import { z } from 'zod';
import { id, instant, sha256 } from './fields.js';

/** What somebody said of a picture in a contact sheet, as they wrote it. */
export const remark = z.object({
  shotId: id,
  /** Of the picture that they saw; null where the shot had none. */
  sha256: sha256.nullable(),
  author: z.string().trim().min(1).max(100),
  text: z.string().trim().min(1).max(5000),
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
