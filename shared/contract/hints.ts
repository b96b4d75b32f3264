import { z } from 'zod';
import { edit } from '../analysis.js';
import { hint } from '../hint.js';
import { id, LONGEST_LABEL, LONGEST_NOTE, MOST_FIGURES } from '../records/index.js';
import { call } from './call.js';

/** A prompt as it would be approved. */
const shotPrompt = z.object({ shotId: id, prompt: z.string() });

/** With all that can be written over its picture, and a full stop and a space behind each. */
const MOST_SAID = LONGEST_NOTE + MOST_FIGURES * LONGEST_LABEL + 2 * (MOST_FIGURES + 1);

/** A note, and the words that it is about. */
const notedPrompt = z.object({
  shotId: id,
  text: z.string().max(MOST_SAID),
  prompt: z.string(),
  negativePrompt: z.string(),
});

export const hintCalls = {
  hints: {
    /** Of prompts that are typed or would be ordered; of all other shots the prompts that they have count. Story order. */
    of: call
      .input(z.object({ prompts: z.array(shotPrompt).max(100_000) }))
      .output(z.object({ hints: z.array(hint) })),
    /** The edits that a note asks for of a prompt as it would be approved; [] where it says all of that. */
    ofNote: call.input(notedPrompt).output(z.object({ edits: z.array(edit) })),
    /** Of the prompts that an automatic run would begin with. */
    ofSuggestions: call.output(z.object({ hints: z.array(hint) })),
  },
};

export type NotedPrompt = z.infer<typeof notedPrompt>;
export type ShotPrompt = z.infer<typeof shotPrompt>;
