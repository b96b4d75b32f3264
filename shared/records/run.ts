import { z } from 'zod';
import { id, instant } from './fields.js';
import { generatorId, MOST_CANDIDATES } from './request.js';

/** Why automatic mode left a shot. */
export const shotStop = z.enum([
  'nothing open',
  'round limit',
  'two rounds brought nothing',
  'failed',
  'cancelled',
  'elsewhere',
  'waits',
  'unknown',
]);

/** How an automatic run ended. `running`: it has not; `cut off`: the program ended under it. */
export const runEnd = z.enum(['done', 'pictures', 'minutes', 'stopped', 'failed', 'running', 'cut off']);

/** What one automatic run did. */
export const run = z.object({
  id,
  generator: generatorId,
  rounds: z.number().int().positive(),
  pictures: z.number().int().positive(),
  /** 0 = as long as it takes. */
  minutes: z.number().int().nonnegative(),
  candidates: z.number().int().min(1).max(MOST_CANDIDATES),
  startedAt: instant,
  /** Of one that has not ended, when something of it was last noted. */
  endedAt: instant,
  end: runEnd,
  /** Pictures that it made. */
  made: z.number().int().nonnegative(),
  /** Shots for which it ordered pictures, and those that it left because of a limit. */
  shots: z.array(
    z.object({
      shotId: id,
      made: z.number().int().nonnegative(),
      /** The pick is another one than before, which stands better. */
      improved: z.boolean(),
      /** null = the run ended before anything kept it from going on. */
      stop: shotStop.nullable(),
    }),
  ),
});

export type Run = z.infer<typeof run>;
export type RunEnd = z.infer<typeof runEnd>;
export type ShotStop = z.infer<typeof shotStop>;
