/** The brand's style: how well it is known, and examples that come from elsewhere. What the artist marks is a command. */
import { z } from 'zod';
import { brandReport } from '../brand.js';
import { call } from './call.js';

export const brandCalls = {
  brand: {
    /** Once what is known is learned. */
    report: call.output(brandReport),
    /** Takes the examples of a file in, as one step of undo; given back is what the artist is told, in sentences. */
    import: call.input(z.object({ token: z.string() })).output(z.object({ told: z.array(z.string()) })),
    /**
     * Makes examples of the pictures directly in a folder, or of one picture, as one step of undo; given back is what the
     * artist is told, in sentences.
     */
    addFolder: call
      .input(z.object({ token: z.string(), on: z.boolean() }))
      .output(z.object({ told: z.array(z.string()) })),
  },
};
