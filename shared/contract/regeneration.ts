import { z } from 'zod';
import { id, MOST_CANDIDATES } from '../records/index.js';
import { call } from './call.js';

/** What a local repair left alone, counted pixel by pixel. */
export const repairProof = z.object({
  /** Pixels outside the mask. */
  outside: z.number().int().nonnegative(),
  /** How many of them are not as they were. */
  differing: z.number().int().nonnegative(),
});

/** What one automatic run may do. */
const automaticLimits = z.object({
  /** Regenerations a shot may have in all. */
  rounds: z.number().int().min(1),
  /** Pictures of one round. */
  candidates: z.number().int().min(1).max(MOST_CANDIDATES),
  /** Pictures in all. */
  max: z.number().int().min(1),
  /** 0 = as long as it takes. */
  minutes: z.number().int().min(0),
});

export const regenerationCalls = {
  regeneration: {
    /** Everything approved and still queued runs by itself; this resumes what failed or was cut off. */
    resume: call.output(z.object({ jobId: id.nullable() })),
    /** Automatic mode, one run: asks nothing more, within its limits. */
    auto: call.input(automaticLimits).output(z.object({ jobId: id })),
    /** Of the candidates that wait for a choice and the take that they start from, the best first; [] = none wait. */
    ranking: call.input(z.object({ shotId: id })).output(z.object({ takeIds: z.array(id) })),
    /** Of a take of which only a part was made anew; null for any other, and where a file of it is gone. */
    proof: call.input(z.object({ takeId: id })).output(repairProof.nullable()),
  },
};

export type RepairProof = z.infer<typeof repairProof>;
