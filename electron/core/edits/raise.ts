import type { Edit, Finding } from '@shared/analysis.js';
import type { EditContext } from './edit-context.js';
import { lowerFirst } from './lower-first.js';
import { makeEdit } from './make-edit.js';
import { newSeed } from './new-seed.js';
import type { Located } from './prompt-reading.js';
import { heavier, MOST, weigh } from './weigh.js';

/** Words that were missed, heavier where they stand; said first where the generator reads no weights. */
export function raise(finding: Finding, located: Located, context: EditContext): Edit[] {
  const { words, weight } = located;
  if (weight >= MOST) return newSeed(finding, `“${words}” is as heavy as it gets; another seed may obey`);
  if (!context.can.weights)
    return [
      makeEdit(finding, {
        kind: 'move-to-front',
        reason: `“${words}” was missed: said first`,
        remove: words,
        insert: lowerFirst(words),
        at: 'front',
      }),
    ];
  const insert = weigh(context, words, heavier(weight));
  return [
    makeEdit(finding, {
      kind: 'raise-weight',
      reason: `“${words}” was missed: heavier`,
      remove: words,
      insert,
    }),
  ];
}
