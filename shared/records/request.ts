import { z } from 'zod';
import { basis } from './basis.js';
import { id, instant, seed } from './fields.js';
import { mask } from './mask.js';
import { MOST_REFERENCES, pictured } from './reference.js';

/**
 * `elsewhere`: approved, but not on this machine, so that it waits for a yes here. `unknown`: it was sent, and whether its
 * picture was made cannot be found out, so that it is sent again only on a yes.
 */
export const requestState = z.enum([
  'queued',
  'running',
  'done',
  'failed',
  'cancelled',
  'elsewhere',
  'unknown',
]);

/** Pictures that one approval may order. */
export const MOST_CANDIDATES = 8;
/**
 * Of the table of generators. Any word, since a file may name one that this version of the program does not have; the
 * settings take only those that there are.
 */
export const generatorId = z.string().min(1).max(64);

/** Names work at a generator, in that generator's own fields. */
export const handle = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));

/** Characters that an instruction may have. */
export const LONGEST_INSTRUCTION = 2_000;

/** What is to be changed in a picture, as one says it: "Make her coat red." */
export const instruction = z.string().trim().min(1).max(LONGEST_INSTRUCTION);

export const request = z.object({
  id,
  shotId: id,
  /** The take that it is to stand in place of; of a shot without any, one of another shot, as which it is made. */
  fromTakeId: id,
  prompt: z.string(),
  negativePrompt: z.string(),
  seed,
  /** img2img denoising strength 0–1; null = text to image. */
  strength: z.number().min(0).max(1).nullable(),
  /** The part of the take's picture that is made anew; null = all of it. */
  mask: mask.nullable(),
  /** What to change in the take's picture, for a generator that follows it. Absent = the prompt is drawn anew. */
  instruction: instruction.exactOptional(),
  /** What the picture should look like. Absent = only as its words say. */
  references: z.array(pictured).min(1).max(MOST_REFERENCES).exactOptional(),
  generator: generatorId,
  round: z.number().int().positive(),
  /** Names the set of candidates that one approval ordered together, with a seed each: one round. null = ordered alone. */
  setId: id.nullable(),
  /** The artist wants none of its set, and keeps the take that it starts from. */
  declined: z.boolean(),
  /** Its place in the queue: the lowest is made first. When it was ordered, until it is moved. */
  position: z.number(),
  /** `artist` approved it, or `automatic` mode did within its limits. */
  approvedBy: z.enum(['artist', 'automatic']),
  state: requestState,
  /** Of work that has begun and whose picture is not here yet; stored before the generator is asked for anything. */
  handle: handle.nullable(),
  resultTakeId: id.nullable(),
  error: z.string().nullable(),
  /** What it was approved for. Absent where an earlier version ordered it: then it counts whatever changed. */
  basis: basis.exactOptional(),
  createdAt: instant,
});

export type Request = z.infer<typeof request>;
export type RequestState = z.infer<typeof requestState>;
export type GeneratorId = z.infer<typeof generatorId>;
export type Handle = z.infer<typeof handle>;
