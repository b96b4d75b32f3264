import { z } from 'zod';

/** Of the orders that wait. */
export const queue = z.object({
  /** There is one queue. */
  id: z.literal('queue'),
  /** Nothing more is begun; what is being made is finished. */
  paused: z.boolean(),
});
