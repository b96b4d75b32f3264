import type { Edit, Finding } from '@shared/analysis.js';
import { says } from '@shared/prompt-edit.js';
import type { EditContext } from './edit-context.js';
import { makeEdit } from './make-edit.js';
import { newSeed } from './new-seed.js';
import type { Located } from './prompt-reading.js';

/**
 * Puts what should not be there into the negative prompt; never into the prompt, since generators draw what is
 * named there, even after "no". `located`: where the prompt says that it should not be there.
 */
export function forbid(
  finding: Finding,
  thing: string,
  located: Located | null,
  context: EditContext,
): Edit[] {
  const { can, negativePrompt, reading } = context;
  const edits: Edit[] = [];
  if (located && reading.standsAlone(located))
    edits.push(
      makeEdit(finding, {
        kind: 'replace-word',
        reason: `Leave “${located.words}” out of the prompt: generators draw what they read, even after “no”`,
        remove: located.words,
        insert: '',
      }),
    );
  if (can.negative && !says(negativePrompt, thing))
    edits.push(
      makeEdit(finding, {
        kind: 'add-negative',
        reason: `Add “${thing}” to the negative prompt`,
        target: 'negative',
        insert: thing,
        at: 'end',
      }),
    );
  if (edits.length > 0) return edits;
  return newSeed(finding, 'Try another seed: the words can do no more');
}
