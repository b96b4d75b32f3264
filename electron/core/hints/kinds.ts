/** The one list of what is noticed in prompts before anything is made: a new kind is a file of its own and one row. */
import type { HintKind } from '@shared/hint.js';
import type { FindHints } from './hint-context.js';
import { otherLook } from './other-look.js';
import { sameFraming } from './same-framing.js';
import { sidesFlip } from './sides-flip.js';
import { unsaidLook } from './unsaid-look.js';

/** In the order in which they are shown. */
export const HINT_KINDS: Readonly<Record<HintKind, FindHints>> = {
  'other-look': otherLook,
  'unsaid-look': unsaidLook,
  'sides-flip': sidesFlip,
  'same-framing': sameFraming,
};
