import { z } from 'zod';
import { id, instant, sha256 } from './fields.js';

/** Of a point in a picture: 0 to 1 from its left and from its upper edge. */
export const place = z.object({ x: z.number().min(0).max(1), y: z.number().min(0).max(1) });

/** Characters that one may have. */
export const LONGEST_NOTE = 5000;

/** What somebody said of a picture in a contact sheet, as they wrote it. */
export const remark = z.object({
  shotId: id,
  /** Of the picture that they saw; null where the shot had none. */
  sha256: sha256.nullable(),
  author: z.string().trim().min(1).max(100),
  text: z.string().trim().min(1).max(LONGEST_NOTE),
  /** Where in the picture; null = it is about all of it. */
  place: place.nullable(),
});

export const noteState = z.enum(['open', 'resolved', 'dismissed']);

/** A comment that came back from a client, or what the artist wrote or drew. */
export const note = remark.extend({
  id,
  /** '' where it is only drawn. */
  text: z.string().trim().max(LONGEST_NOTE),
  /** When it was written, by the clock of whoever wrote it. */
  at: instant,
  state: noteState,
  /** The note that it answers, which is no answer itself. Absent = it answers none. */
  replyTo: id.exactOptional(),
  /** The order that was approved for it. Absent = none was. */
  requestId: id.exactOptional(),
});

export type Note = z.infer<typeof note>;
export type NoteState = z.infer<typeof noteState>;
