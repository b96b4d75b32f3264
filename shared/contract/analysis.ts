import { z } from 'zod';
import { verdict } from '../analysis.js';
import { id, region } from '../records/index.js';
import { call } from './call.js';

export const analysisCalls = {
  analysis: {
    /** Null = every shot's takes that have no report yet; `again` judges anew even so. */
    start: call
      .input(z.object({ shotIds: z.array(id).nullable(), again: z.boolean() }))
      .output(z.object({ jobId: id })),
    /** The same claim asked of overlapping crops. `heat` is row-major, 0–1. */
    evidence: call.input(z.object({ takeId: id, claimId: id })).output(
      z.object({
        columns: z.number().int(),
        rows: z.number().int(),
        heat: z.array(z.number()),
        box: region.nullable(),
        verdict: verdict.nullable(),
      }),
    ),
  },
};
