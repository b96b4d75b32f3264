/** What a client says of a storyboard in its contact sheet, in words and drawn, as the file that comes back. */
import { z } from 'zod';
import { COMMENTS_FORMAT, COMMENTS_VERSION } from './comments-form.js';
import { figure, LONGEST_NOTE, MOST_FIGURES, place, remark } from './records/index.js';

const comment = remark
  .extend({
    /** '' where it is only drawn. */
    text: z.string().trim().max(LONGEST_NOTE),
    /** Absent in contact sheets of before. */
    place: place.nullable().default(null),
    /** Over the picture that they saw. Absent = nothing is drawn. */
    drawing: z.array(figure).min(1).max(MOST_FIGURES).exactOptional(),
    /** The shot's number as the client saw it. */
    number: z.string().max(200),
    /** When it was written, or begun to be drawn: ISO 8601, UTC. */
    at: z.iso.datetime(),
  })
  .refine(({ text, drawing }) => text !== '' || drawing !== undefined, {
    path: ['text'],
    error: 'words, or something drawn',
  })
  .refine(({ sha256, drawing }) => sha256 !== null || drawing === undefined, {
    path: ['drawing'],
    error: 'nothing, since the shot had no picture',
  });

export const commentsFile = z.object({
  format: z.literal(COMMENTS_FORMAT),
  version: z.union([z.literal(1), z.literal(COMMENTS_VERSION)]),
  storyboard: z.object({ id: z.string().max(200), title: z.string().max(10_000) }),
  comments: z.array(comment).max(100_000),
});

export type SentComment = z.infer<typeof comment>;
export type CommentsFile = z.infer<typeof commentsFile>;
