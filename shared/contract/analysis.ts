import { z } from 'zod';
import { verdict } from '../analysis.js';
import { findingPicture } from '../finding-picture.js';
import { detection, id, region } from '../records/index.js';
import { call } from './call.js';

/** Whom or what a claim is about, or those of whom these facts are. */
export const sought = z.union([
  z.object({ claimId: id }),
  z.object({ factIds: z.array(id).min(1).max(1000) }),
]);
export type Sought = z.infer<typeof sought>;

export const analysisCalls = {
  analysis: {
    /** Null = every shot's takes that have no report yet; `again` judges anew even so. */
    start: call
      .input(z.object({ shotIds: z.array(id).nullable(), again: z.boolean() }))
      .output(z.object({ jobId: id })),
    /** Some picture of the storyboard was judged before, by whichever judge and version of it. */
    wasBegun: call.output(z.boolean()),
    /**
     * Where a claim is seen: an eye's box, or the same claim asked of overlapping crops. `heat` is row-major, 0–1; of no
     * columns where an eye said it.
     */
    evidence: call.input(z.object({ takeId: id, claimId: id })).output(
      z.object({
        columns: z.number().int(),
        rows: z.number().int(),
        heat: z.array(z.number()),
        box: region.nullable(),
        verdict: verdict.nullable(),
      }),
    ),
    /** Where things are in a take, as the eye sees it; `labels` is what it was asked for. Throws as what asks a judge. */
    boxes: call.input(z.object({ takeId: id })).output(
      z.object({
        labels: z.array(z.string()),
        detections: z.array(detection),
        unknown: z.array(z.string()),
      }),
    ),
    /**
     * The part of a take that shows them; null where nothing stands out. Asked of the judge only where it answers in a
     * moment.
     */
    whereIs: call
      .input(z.object({ takeId: id, sought }))
      .output(z.object({ region: region.nullable(), isAsked: z.boolean() })),
    /** What a finding is shown by; no sides where it is not found any more. The judge is asked nothing. */
    findingPicture: call.input(z.object({ shotId: id, key: z.string() })).output(findingPicture),
  },
};
