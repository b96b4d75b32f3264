import { z } from 'zod';
import { id, instant, seed, sha256 } from './fields.js';

/** A LoRA that a picture was made with. */
export const lora = z.object({
  name: z.string(),
  /** As the tool writes it, mostly 0–2; null where it is not said. */
  weight: z.number().nullable(),
});

/** What a picture's own file says of how it was made, beside words, seed and settings. */
export const making = z.object({
  /** The tool whose marks the file has; null where no tool is known by them. */
  tool: z.string().nullable(),
  loras: z.array(lora),
  /** What in the file is understood by no reader: "312 bytes of the PNG text “notes”". */
  notRead: z.array(z.string()),
});

export const take = z.object({
  id,
  shotId: id,
  /** Also the id of the picture in asset addresses. */
  sha256,
  /** Relative to the review's base folder, with forward slashes. */
  path: z.string(),
  /** Pixels; 0 when the picture could not be read. */
  width: z.number().int().nonnegative(),
  height: z.number().int().nonnegative(),
  origin: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('imported') }),
    z.object({ kind: z.literal('regenerated'), fromTakeId: id, requestId: id }),
  ]),
  /** 0 for imported takes, then the number of the regeneration of this shot. */
  round: z.number().int().nonnegative(),
  prompt: z.string(),
  negativePrompt: z.string(),
  seed: seed.nullable(),
  /** Generator settings read from the picture or used for it (model, steps, cfg, size …). */
  settings: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  /** Null where the picture's file was not asked. */
  made: making.nullable(),
  /** Why the picture cannot be read; null when it can. */
  unreadable: z.string().nullable(),
  createdAt: instant,
});

export type Take = z.infer<typeof take>;

/** Whether a take was made to stand in place of that one. */
export const isMadeFrom = ({ origin }: Pick<Take, 'origin'>, takeId: string): boolean =>
  origin.kind === 'regenerated' && origin.fromTakeId === takeId;

export type Lora = z.infer<typeof lora>;
export type Making = z.infer<typeof making>;
