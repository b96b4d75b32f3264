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

export const claim = z.object({
  id,
  shotId: id,
  kind: claimKind,
  /** The atomic statement, e.g. "the girl's coat is red". */
  text: z.string(),
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
