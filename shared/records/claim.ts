import { z } from 'zod';
import { id } from './fields.js';

/** `phrase`: words that could not be taken apart, asked whole as they stand. */
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
  'phrase',
]);
/** `file`: a field of the storyboard's source beside the description, as its camera angle or its mood. */
export const claimSource = z.enum(['description', 'canon', 'artist', 'file']);

const part = z.string().nullable();

export const claim = z.object({
  id,
  shotId: id,
  kind: claimKind,
  /** The atomic statement, e.g. "the girl's coat is red". */
  text: z.string(),
  // What the text says, taken apart. Null where it has no such part, or was not taken apart.
  /** Who or what it is about: a noun in the singular, without article ("girl", "old man"). */
  subject: part,
  /** What the object is like where there is one ("red" of "a girl in a red coat"), else what the subject is like. */
  attribute: part,
  /** What the subject does, or how it stands to the object: "holding", "in", "to the left of", "on the right". */
  relation: part,
  /** What the relation reaches: "lantern", "forest"; of what is worn or grown as it is said ("coat", "boots"). */
  object: part,
  /** What is none of the above: a number ("2"), an hour ("night"), a framing ("a wide shot"), written words. */
  value: part,
  /** Claims that must hold before this one can be asked (Davidsonian scene graph). */
  parents: z.array(id),
  /** Characters [start, end) of the shot's description this came from; null where it did not. */
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
/** What a claim says, taken apart. */
export type ClaimParts = Pick<Claim, 'subject' | 'attribute' | 'relation' | 'object' | 'value'>;
export type ClaimKind = z.infer<typeof claimKind>;

const PLACED: ReadonlySet<ClaimKind> = new Set(['entity', 'attribute', 'action', 'relation']);

/** It is about a part of a picture; the others are about the whole of it. */
export const hasPlace = ({ kind }: Pick<Claim, 'kind'>): boolean => PLACED.has(kind);
