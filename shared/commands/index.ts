/** What the artist can do to a review. Each is one transaction, one event and one step of undo. */
import { z } from 'zod';
import { claimKind, fact, id, seed } from '../records/index.js';

const onShot = { shotId: id };

export const command = z.discriminatedUnion('type', [
  /**
   * Yes to a suggested or edited prompt: the shot is approved and one regeneration is ordered.
   * `seed` 'keep' repeats the take's seed, 'new' draws one.
   */
  z.object({
    type: z.literal('approve-suggestion'),
    ...onShot,
    takeId: id,
    prompt: z.string().min(1),
    negativePrompt: z.string(),
    seed: z.union([z.literal('keep'), z.literal('new'), seed]),
    strength: z.number().min(0).max(1).nullable(),
    acceptedEdits: z.array(z.string()),
    /** The artist changed the words by hand. */
    edited: z.boolean(),
  }),
  /** The frame is right as it is. Nothing is regenerated. */
  z.object({ type: z.literal('approve-take'), ...onShot, takeId: id }),
  z.object({ type: z.literal('reject'), ...onShot, reason: z.string().max(500) }),
  z.object({ type: z.literal('hold'), ...onShot, reason: z.string().max(500) }),
  z.object({ type: z.literal('needs-changes'), ...onShot, reason: z.string().max(500) }),
  /** Back to pending. */
  z.object({ type: z.literal('reset-status'), ...onShot }),
  z.object({ type: z.literal('dismiss-finding'), ...onShot, key: z.string(), reason: z.string().max(500) }),
  z.object({ type: z.literal('restore-finding'), ...onShot, key: z.string() }),
  z.object({ type: z.literal('pick-take'), ...onShot, takeId: id }),
  z.object({ type: z.literal('edit-description'), ...onShot, description: z.string() }),
  z.object({ type: z.literal('edit-prompt'), ...onShot, prompt: z.string(), negativePrompt: z.string() }),
  z.object({ type: z.literal('add-claim'), ...onShot, kind: claimKind, text: z.string().min(1).max(300) }),
  z.object({
    type: z.literal('edit-claim'),
    claimId: id,
    text: z.string().min(1).max(300).optional(),
    weight: z.number().positive().max(10).optional(),
    muted: z.boolean().optional(),
  }),
  z.object({ type: z.literal('remove-claim'), claimId: id }),
  z.object({ type: z.literal('set-note'), ...onShot, note: z.string().max(10_000) }),
  z.object({ type: z.literal('set-stars'), ...onShot, stars: z.number().int().min(0).max(5) }),
  z.object({ type: z.literal('move-shot'), ...onShot, position: z.number().int().nonnegative() }),
  z.object({ type: z.literal('put-fact'), fact }),
  z.object({ type: z.literal('remove-fact'), factId: id }),
  z.object({ type: z.literal('cancel-request'), requestId: id }),
  z.object({ type: z.literal('rename'), title: z.string().min(1).max(200) }),
]);

export type Command = z.infer<typeof command>;
export type CommandType = Command['type'];
