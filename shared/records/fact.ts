import { z } from 'zod';
import { id } from './fields.js';

export const factSubject = z.enum(['character', 'place', 'prop', 'style']);

/** Something true of the story's world from one shot to another. */
export const fact = z.object({
  id,
  subject: factSubject,
  /** The character, place or prop it is about, as the story names it ("Mira"); '' for style. */
  name: z.string(),
  /** Noun phrase a picture can be asked about ("a girl in a red coat"). */
  statement: z.string(),
  /** Names and words that mean this subject in descriptions. */
  aliases: z.array(z.string()),
  /** The first and last shot it holds for; null = to that end of the storyboard. */
  firstShotId: id.nullable(),
  lastShotId: id.nullable(),
  origin: z.enum(['sheet', 'text', 'majority', 'artist']),
});

export type Fact = z.infer<typeof fact>;
