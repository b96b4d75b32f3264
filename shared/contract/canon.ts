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
    /** Facts that a description would state and the shot's own does not: new ones and ones that end there, and ids of those it replaces. */
    stated: call
      .input(z.object({ shotId: id, description: z.string() }))
      .output(z.object({ put: z.array(fact).readonly(), removed: z.array(id).readonly() })),
    /** The facts that an artist's words state of a subject, each as a picture can be asked about it. */
    read: call
      .input(z.object({ subject: fact.shape.subject, name: z.string(), words: z.string().max(2000) }))
      .output(z.object({ statements: z.array(z.string()) })),
  },
};
