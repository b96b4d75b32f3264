/** What the frames show again and again and no fact says: offered, never kept by itself. */
import { z } from 'zod';
import { fact, id } from './records/index.js';

const PREFIX = 'offer:';

export const canonOffer = z.object({
  /** The same for the same words about the same subject. A "no" holds on to it, as dismissals do to the keys of findings. */
  key: z.string(),
  subject: fact.shape.subject,
  name: fact.shape.name,
  statement: fact.shape.statement,
  /** One sentence for the artist: "Mira’s coat is red in 17 of 18 shots." */
  message: z.string(),
  /** Shots that show it, in story order: the first ones, for a look. A "no" is kept with the first. */
  shotIds: z.array(id).min(1),
});
export type CanonOffer = z.infer<typeof canonOffer>;

/** Two facts of one subject that cannot both be seen, and the first shot for which both hold. */
export const clash = z.object({ factIds: z.tuple([id, id]), shotId: id });
export type Clash = z.infer<typeof clash>;

export const offerKey = ({
  subject,
  name,
  statement,
}: Pick<CanonOffer, 'subject' | 'name' | 'statement'>): string => `${PREFIX}${subject}:${name}:${statement}`;

/** Whether what is dismissed by this key is an offer, and no finding. */
export const isOfferKey = (key: string): boolean => key.startsWith(PREFIX);
