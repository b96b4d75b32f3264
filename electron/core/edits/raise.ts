import type { Edit } from '@shared/analysis.js';
import type { EditContext } from './edit-context.js';
import { lowerFirst } from './lower-first.js';
import { type Answered, makeEdit } from './make-edit.js';
import { newSeed } from './new-seed.js';
import type { Located } from './prompt-reading.js';
import { heavier, MOST, spent, weigh } from './weigh.js';

/** Gives words that were missed more weight; puts them first where the generator reads no weights. */
export function raise(finding: Answered, located: Located, context: EditContext): Edit[] {
  const { words, weight } = located;
  if (weight >= MOST) return newSeed(finding, spent(words));
  if (!context.can.weights)
    return [
      makeEdit(finding, {
        kind: 'move-to-front',
        reason: `Say “${words}” first`,
        remove: words,
        insert: lowerFirst(words),
        at: 'front',
      }),
    ];
  const insert = weigh(context, words, heavier(weight));
  return [
    makeEdit(finding, {
      kind: 'raise-weight',
      reason: `Give “${words}” more weight`,
      remove: words,
      insert,
    }),
  ];
}
