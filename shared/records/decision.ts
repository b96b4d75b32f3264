import { z } from 'zod';
import { basis } from './basis.js';
import { id, instant } from './fields.js';

export const decisionKind = z.enum([
  'approve',
  'edit',
  'reject',
  'hold',
  'needs-changes',
  'reset',
  'dismiss',
]);

export const decision = z.object({
  id,
  shotId: id,
  takeId: id.nullable(),
  kind: decisionKind,
  reason: z.string(),
  /** Suggestion edits the artist accepted, by their stable keys. */
  acceptedEdits: z.array(z.string()),
  /** The prompt that was approved, where one was. */
  prompt: z.string().nullable(),
  negativePrompt: z.string().nullable(),
  /** For `dismiss`: key of the finding. */
  findingKey: z.string().nullable(),
  /** Of an approval, what it was given for; of a look at what changed since, what was looked at. */
  basis: basis.exactOptional(),
  /** The score that it follows from, 0–1, where many were decided by their scores at once; absent = decided by hand. */
  byScore: z.number().min(0).max(1).exactOptional(),
  who: z.string(),
  at: instant,
  /** Which of its shot's decisions it is, from 1: clocks are set back. Absent where an earlier version made it. */
  order: z.number().int().positive().optional(),
});

export type Decision = z.infer<typeof decision>;
export type DecisionKind = z.infer<typeof decisionKind>;
