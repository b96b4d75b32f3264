import { z } from 'zod';
import { id } from '../records/index.js';
import { call } from './call.js';

/** What a local repair left alone, counted pixel by pixel. */
export const repairProof = z.object({
  /** Pixels outside the mask. */
  outside: z.number().int().nonnegative(),
  /** How many of them are not as they were. */
  differing: z.number().int().nonnegative(),
});

export const regenerationCalls = {
  regeneration: {
    /** Everything approved and still queued runs by itself; this resumes what failed or was cut off. */
    resume: call.output(z.object({ jobId: id.nullable() })),
    /** Automatic mode, one run: asks nothing more, within `rounds` and `max`. */
    auto: call
      .input(z.object({ rounds: z.number().int().min(1), max: z.number().int().min(1) }))
      .output(z.object({ jobId: id })),
    /** Of a take of which only a part was made anew; null for any other, and where a file of it is gone. */
    proof: call.input(z.object({ takeId: id })).output(repairProof.nullable()),
  },
};

export type RepairProof = z.infer<typeof repairProof>;
