import { z } from 'zod';
import { id, instant, sha256 } from './fields.js';

const share = z.number().min(0).max(1);

/** A part of a picture, in fractions of its width and height from its left and top edge; null = all of it. */
const region = z.object({ x: share, y: share, width: share.positive(), height: share.positive() }).nullable();

const ofTake = z.object({ takeId: id, region });
const ofPortrait = z.object({ portraitId: id, region });

/** Both forms of what shows something, each with these fields too. */
const withFields = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.union([z.object({ ...ofTake.shape, ...shape }), z.object({ ...ofPortrait.shape, ...shape })]);

/** The picture of a take or a portrait, or a part of it. */
export const pictured = withFields({});

/** What the artist keeps to show generators how somebody or something looks. */
export const reference = z.object({
  id,
  ...ofTake.shape,
  /** Who or what it shows ("Mira"). */
  name: z.string().min(1).max(100),
  createdAt: instant,
});

/** A picture that was given to look like, as it stood then. */
export const givenReference = withFields({
  /** The picture that lay there; null = there was none. */
  picture: sha256.nullable(),
  /** Whom it was kept as a reference of, or shows in the source's cast. */
  names: z.array(z.string()),
  /** It was given as the frame of its shot, which it was then. */
  isFrame: z.boolean(),
});

/** Pictures that one order may be given to look like. */
export const MOST_REFERENCES = 4;

export type Pictured = z.infer<typeof pictured>;
export type Reference = z.infer<typeof reference>;
export type GivenReference = z.infer<typeof givenReference>;
