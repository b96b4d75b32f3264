import type { Edit, Finding } from '@shared/analysis.js';
import { says } from '@shared/prompt-edit.js';
import type { EditContext } from './edit-context.js';
import { makeEdit } from './make-edit.js';
import { newSeed } from './new-seed.js';
import type { Located } from './prompt-reading.js';
import { raise } from './raise.js';

/**
 * What should not be there: out of the words that ask for things, into those that forbid. `located` is where the
 * prompt says that it should not be there, if it does.
 */
export function forbid(
  finding: Finding,
  thing: string,
  located: Located | null,
  context: EditContext,
): Edit[] {
  if (!context.can.negative)
    return located
      ? raise(finding, located, context)
      : [
          makeEdit(finding, {
            kind: 'add-phrase',
            reason: `“${thing}” should not be there`,
            insert: `no ${thing}`,
            at: 'front',
          }),
        ];
  if (says(context.negativePrompt, thing))
    return newSeed(finding, `“${thing}” is already unwanted; another seed may obey`);
  const edits: Edit[] = [];
  if (located)
    edits.push(
      makeEdit(finding, {
        kind: 'replace-word',
        reason: 'Generators draw what they are told to leave out',
        remove: located.words,
        insert: '',
      }),
    );
  edits.push(
    makeEdit(finding, {
      kind: 'add-negative',
      reason: `“${thing}” should not be there`,
      target: 'negative',
      insert: thing,
      at: 'end',
    }),
  );
  return edits;
}
