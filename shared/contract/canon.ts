import { z } from 'zod';
import { canonOffer, clash } from '../canon-offer.js';
import { fact, id } from '../records/index.js';
import { call } from './call.js';

export const canonCalls = {
  canon: {
    /** What most frames show and no fact says, and facts that cannot both hold. */
    look: call.output(z.object({ offers: z.array(canonOffer), clashes: z.array(clash) })),
    /** What these shots show and no fact says. */
    learn: call
      .input(z.object({ shotIds: z.array(id).min(1).max(100_000) }))
      .output(z.object({ offers: z.array(canonOffer) })),
    /** The facts that an artist's words state of a subject, each as a picture can be asked about it. */
    read: call
      .input(z.object({ subject: fact.shape.subject, name: z.string(), words: z.string().max(2000) }))
      .output(z.object({ statements: z.array(z.string()) })),
  },
};
