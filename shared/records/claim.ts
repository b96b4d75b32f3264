import { z } from 'zod';
import { id } from './fields.js';

export const claimKind = z.enum([
  'entity',
  'attribute',
  'count',
  'relation',
  'action',
  'place',
  'time',
  'weather',
  'framing',
  'style',
  'text',
]);
export const claimSource = z.enum(['description', 'canon', 'artist']);

const part = z.string().nullable();

/** Of a claim that was not taken apart. */
export const NO_PARTS = {
  subject: null,
  attribute: null,
  relation: null,
  object: null,
  value: null,
} as const;

export const claim = z.object({
  id,
  shotId: id,
  kind: claimKind,
  /** The atomic statement, e.g. "the girl's coat is red". */
  text: z.string(),
  /**
   * What the text says, taken apart: "a girl in a red coat" has the subject "girl", the relation "in", the object
   * "coat" and its value "red". Null where the text has no such part, or was not taken apart.
   */
  subject: part,
  attribute: part,
  relation: part,
  object: part,
  value: part,
  /** Claims that must hold before this one can be asked (Davidsonian scene graph). */
  parents: z.array(id),
  /** Characters [start, end) of the shot's description this came from; null for canon and artist claims. */
  span: z.tuple([z.number().int(), z.number().int()]).nullable(),
  /** Relative weight in the description score; 1 is usual. */
  weight: z.number().positive(),
  /** The picture should *not* satisfy the text ("no people"); judged inverted and marked low-trust. */
  negated: z.boolean(),
  muted: z.boolean(),
  source: claimSource,
  /** The canon fact this claim checks. */
  factId: id.nullable(),
});

export type Claim = z.infer<typeof claim>;
export type ClaimKind = z.infer<typeof claimKind>;
