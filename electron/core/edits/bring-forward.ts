import type { Edit, Finding } from '@shared/analysis.js';
import type { Claim } from '@shared/records/index.js';
import type { EditContext } from './edit-context.js';
import { lowerFirst } from './lower-first.js';
import { makeEdit } from './make-edit.js';
import { newSeed } from './new-seed.js';
import { notSaid } from './not-said.js';
import { replace } from './replace.js';
import { FIRST, heavier, MOST, NEW, spent, weigh } from './weigh.js';

/** Time, place, framing, weather, style: first in the prompt and heavier. */
export function bringForward(finding: Finding, claim: Claim, context: EditContext): Edit[] {
  const located = context.reading.saying(claim);
  if (located) {
    if (located.weight >= MOST) return newSeed(finding, spent(located.words));
    const insert = weigh(context, lowerFirst(located.words), heavier(located.weight));
    return [
      makeEdit(finding, {
        kind: 'move-to-front',
        reason: `Say “${located.words}” first${context.can.weights ? ' and give it more weight' : ''}`,
        remove: located.words,
        insert,
        at: 'front',
      }),
    ];
  }
  const contrary = context.reading.against(claim);
  if (contrary) return [replace(finding, contrary.words, claim.text)];
  const style = claim.kind === 'style';
  const insert = weigh(context, claim.text, style ? NEW : FIRST);
  const reason = notSaid(claim.text);
  return [
    makeEdit(finding, {
      kind: style ? 'add-style' : 'add-phrase',
      reason,
      insert,
      at: style ? 'end' : 'front',
    }),
  ];
}
