import { z } from 'zod';
import { call } from './call.js';

/** Something that broke in the window, for the host's log. The window cuts each text to its length. */
export const defect = z.object({
  /** Where, as the artist was told: "The shot's panel". */
  part: z.string().max(100),
  message: z.string().max(1000),
  stack: z.string().max(20_000),
});

export const defectCalls = {
  defect: call.input(defect).output(z.object({})),
};

export type Defect = z.infer<typeof defect>;
