/** Pictures that the artist gives to the program by hand. */
import { z } from 'zod';
import { call } from './call.js';

/** Characters of base64 in one part: with what stands around it within what a message may be. */
export const LONGEST_PART = 2_800_000;

export const givenCalls = {
  given: {
    /** A part of a file, as base64; the parts of one follow each other. `token`: null begins one. Throws PICTURES_TOO_LARGE. */
    part: call
      .input(z.object({ token: z.string().nullable(), part: z.base64().max(LONGEST_PART) }))
      .output(z.object({ token: z.string() })),
    /**
     * Makes them the first takes of shots without a picture, as one step of undo: of `shotId`, which is given one, or, where
     * that is null, of the shots that their names say. `told`: what became of them, in sentences. Throws NO_PICTURE_TAKEN.
     */
    firstPictures: call
      .input(
        z.object({
          shotId: z.string().nullable(),
          pictures: z
            .array(z.object({ token: z.string(), name: z.string().min(1).max(1000) }))
            .min(1)
            .max(1000),
        }),
      )
      .output(z.object({ told: z.array(z.string()), shotIds: z.array(z.string()) })),
  },
};
