/** Which of a model’s weights are used where there are two: small ones, or fine ones, which are more to download. */
import { z } from 'zod';

export const weightsChoice = z.enum(['small', 'fine']);
export const WEIGHTS_CHOICES = weightsChoice.options;
export type WeightsChoice = z.infer<typeof weightsChoice>;
