import type { Edit } from '@shared/analysis.js';
import type { Claim } from '@shared/records/index.js';
import type { EditContext } from './edit-context.js';
import { lowerFirst } from './lower-first.js';
import { type Answered, makeEdit } from './make-edit.js';
import { newSeed } from './new-seed.js';
import { isTagList } from './prompt-form.js';
import type { Located } from './prompt-reading.js';
import { sayAtEnd } from './say-at-end.js';
import { heavier, MOST, spent, weigh } from './weigh.js';

/**
 * Gives words that were missed more weight where they stand. Where the generator reads no weights a tag goes to the
 * front, and prose says it again: a phrase cut out of its sentence leaves one that no longer reads.
 */
export function raise(finding: Answered, claim: Claim, located: Located, context: EditContext): Edit[] {
  const { words, weight } = located;
  if (weight >= MOST) return newSeed(finding, spent(words));
  if (context.can.weights)
    return [
      makeEdit(finding, {
        kind: 'raise-weight',
        reason: `Give “${words}” more weight`,
        remove: words,
        insert: weigh(context, words, heavier(weight)),
      }),
    ];
  const { reading } = context;
  if (!isTagList(reading.prompt) || !reading.standsAlone(located))
    return sayAtEnd(finding, claim, context, 'add-phrase');
  return [
    makeEdit(finding, {
      kind: 'move-to-front',
      reason: `Say “${words}” first`,
      remove: words,
      insert: lowerFirst(words),
      at: 'front',
    }),
  ];
}
