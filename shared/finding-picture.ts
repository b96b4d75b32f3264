/** What a finding is shown by: this frame against that one, cut to what matters. */
import { z } from 'zod';
import { id, region, sha256 } from './records/fields.js';

const point = z.object({ x: z.number(), y: z.number() });

export const pictureSide = z.object({
  /** Null for a picture that came with the storyboard and is no take. */
  takeId: id.nullable(),
  sha256,
  /** Pixels; 0 where it could not be read. */
  width: z.number().int().nonnegative(),
  height: z.number().int().nonnegative(),
  unreadable: z.string().nullable(),
  /** The frame that the finding is about. */
  isOwn: z.boolean(),
  /** What it is, in an artist's words: "this one", "last right in shot 5". */
  said: z.string(),
  /** What it is cut to; null = it is shown whole, or the judge may be asked where `claimId` is seen. */
  region: region.nullable(),
  /** The claim that tells where to cut it; null = nothing is left to ask. */
  claimId: id.nullable(),
  /** What is to be looked at in it. */
  marks: z.array(z.object({ region, label: z.string() })),
  /** Drawn over it, from edge to edge or from point to point; 0–1 of the picture. `guide`: what it should keep to. */
  lines: z.array(z.object({ from: point, to: point, guide: z.boolean() })),
});

export const findingPicture = z.object({
  /** What it is held against first, then the frame itself; that one alone where nothing is like it. */
  sides: z.array(pictureSide).max(2),
  /** Regions are shown pixel by pixel, enlarged. */
  magnified: z.boolean(),
});

export type PictureSide = z.infer<typeof pictureSide>;
export type FindingPicture = z.infer<typeof findingPicture>;
