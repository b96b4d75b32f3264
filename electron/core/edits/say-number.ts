import type { Edit, Finding } from '@shared/analysis.js';
import type { Claim } from '@shared/records/index.js';
import type { EditContext } from './edit-context.js';
import { raise } from './raise.js';
import { addWords, sayAtEnd } from './say-at-end.js';
import { FIRST } from './weigh.js';

/** How many there are: heavier where it is said, else first in the prompt, or a sentence where weights mean nothing. */
export function sayNumber(finding: Finding, claim: Claim, context: EditContext): Edit[] {
  const located = context.reading.saying(claim);
  if (located) return raise(finding, claim, located, context);
  if (!context.can.weights) return sayAtEnd(finding, claim, context, 'add-phrase');
  return addWords(finding, claim, context, 'add-phrase', FIRST, 'front');
}
