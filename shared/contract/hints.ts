import { z } from 'zod';
import { hint } from '../hint.js';
import { id } from '../records/index.js';
import { call } from './call.js';

/** A prompt as it would be approved. */
const shotPrompt = z.object({ shotId: id, prompt: z.string() });

export const hintCalls = {
  hints: {
    /** Of prompts that are typed or would be ordered; of all other shots the prompts that they have count. Story order. */
    of: call
      .input(z.object({ prompts: z.array(shotPrompt).max(100_000) }))
      .output(z.object({ hints: z.array(hint) })),
    /** Of the prompts that an automatic run would begin with. */
    ofSuggestions: call.output(z.object({ hints: z.array(hint) })),
  },
};

export type ShotPrompt = z.infer<typeof shotPrompt>;
