import { z } from 'zod';
import { id, instant, seed } from './fields.js';

export const requestState = z.enum(['queued', 'running', 'done', 'failed', 'cancelled']);
export const generatorId = z.enum(['storybook', 'command', 'none']);

export const request = z.object({
  id,
  shotId: id,
  fromTakeId: id,
  prompt: z.string(),
  negativePrompt: z.string(),
  seed,
  /** img2img denoising strength 0–1; null = text to image. */
  strength: z.number().min(0).max(1).nullable(),
  generator: generatorId,
  round: z.number().int().positive(),
  /** `artist` approved it, or `automatic` mode did within its limits. */
  approvedBy: z.enum(['artist', 'automatic']),
  state: requestState,
  resultTakeId: id.nullable(),
  error: z.string().nullable(),
  createdAt: instant,
});

export type Request = z.infer<typeof request>;
export type GeneratorId = z.infer<typeof generatorId>;
