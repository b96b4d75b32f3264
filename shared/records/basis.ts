import { z } from 'zod';
import { sha256 } from './fields.js';
import { givenReference } from './reference.js';

const fingerprint = z.string().regex(/^[0-9a-z]{1,16}$/);

/** What an approval was given for: it counts while all of this is as it was. Texts are kept as fingerprints. */
export const basis = z.object({
  description: fingerprint,
  /** The shot's prompt and negative prompt. */
  prompt: fingerprint,
  /** By the name of its subject, what the canon said of all that the description speaks of; '' for style. */
  canon: z.array(z.tuple([z.string(), fingerprint])),
  /** The picture that was looked at; null = there was none. */
  picture: sha256.nullable(),
  /** Keys of the findings that it answers. */
  answers: z.array(z.string()),
  /** What the picture should look like. Absent where nothing was given, or where an earlier version approved it. */
  references: z.array(givenReference).min(1).exactOptional(),
});

export type Basis = z.infer<typeof basis>;
