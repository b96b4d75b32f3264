import { z } from 'zod';
import { generatorId, id } from '../records/index.js';
import { call } from './call.js';

/** What a request to a generator may carry. */
export const generatorCapability = z.enum([
  'txt2img',
  'img2img',
  'inpaint',
  'instruct',
  'reference',
  'seed',
  'negative',
  'weights',
]);

export const generatorInfo = z.object({
  id: generatorId,
  name: z.string(),
  capabilities: z.array(generatorCapability),
  ready: z.boolean(),
  note: z.string(),
});

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

export type GeneratorInfo = z.infer<typeof generatorInfo>;
export type GeneratorCapability = z.infer<typeof generatorCapability>;
