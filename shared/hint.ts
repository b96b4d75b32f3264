/** What may be wrong with a prompt before anything is made of it. Never edited by hand, always recomputable. */
import { z } from 'zod';
import { edit } from './analysis.js';
import { id } from './records/index.js';

export const hintKind = z.enum(['unsaid-look', 'other-look', 'same-framing', 'sides-flip']);

const PREFIX = 'hint:';

/** `about`: tells it from others of the kind on the shot. */
export const hintKey = (kind: HintKind, about: string): string => `${PREFIX}${kind}:${about}`;

/** Whether what is dismissed by this key is a hint, and no finding. */
export const isHintKey = (key: string): boolean => key.startsWith(PREFIX);

export const hint = z.object({
  /** The same for the same thing about the same shot. Dismissals hold on to it, as they do to the keys of findings. */
  key: z.string(),
  kind: hintKind,
  shotId: id,
  /** One sentence for the artist. */
  message: z.string(),
  /** What mends it, in one click; null where nothing can be offered. */
  edit: edit.nullable(),
});

export type Hint = z.infer<typeof hint>;
export type HintKind = z.infer<typeof hintKind>;
