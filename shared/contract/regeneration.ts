import { z } from 'zod';
import { id } from '../records/index.js';
import { call } from './call.js';

export const regenerationCalls = {
  regeneration: {
    /** Everything approved and still queued runs by itself; this resumes what failed or was cut off. */
    resume: call.output(z.object({ jobId: id.nullable() })),
    /** Automatic mode, one run: asks nothing more, within `rounds` and `max`. */
    auto: call
      .input(z.object({ rounds: z.number().int().min(1), max: z.number().int().min(1) }))
      .output(z.object({ jobId: id })),
  },
};
