/** What a client says of a storyboard in its contact sheet, as the file that comes back. */
import { z } from 'zod';
import { place, remark } from './records/index.js';

export const COMMENTS_FORMAT = 'continuist-comments';
export const COMMENTS_VERSION = 1;

const comment = remark.extend({
  /** Absent in contact sheets of before. */
  place: place.nullable().default(null),
  /** The shot's number as the client saw it. */
  number: z.string().max(200),
  /** When it was written: ISO 8601, UTC. */
  at: z.iso.datetime(),
});

export const commentsFile = z.object({
  format: z.literal(COMMENTS_FORMAT),
  version: z.literal(COMMENTS_VERSION),
  storyboard: z.object({ id: z.string().max(200), title: z.string().max(10_000) }),
  comments: z.array(comment).max(100_000),
});

export type SentComment = z.infer<typeof comment>;
export type CommentsFile = z.infer<typeof commentsFile>;
