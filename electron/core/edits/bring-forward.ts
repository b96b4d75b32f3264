import type { Edit, Finding } from '@shared/analysis.js';
import type { Claim } from '@shared/records/index.js';
import type { EditContext } from './edit-context.js';
import { lowerFirst } from './lower-first.js';
import { makeEdit } from './make-edit.js';
import { newSeed } from './new-seed.js';
import { replace } from './replace.js';
import { FIRST, heavier, MOST, NEW, weigh } from './weigh.js';

/** Time, place, framing, weather, style: first in the prompt and heavier. */
export function bringForward(finding: Finding, claim: Claim, context: EditContext): Edit[] {
  const located = context.reading.saying(claim.text);
  if (located) {
    if (located.weight >= MOST)
      return newSeed(finding, `“${located.words}” is as heavy as it gets; another seed may obey`);
    const insert = weigh(context, lowerFirst(located.words), heavier(located.weight));
    return [
      makeEdit(finding, {
        kind: 'move-to-front',
        reason: `“${located.words}” was missed: first and heavier`,
        remove: located.words,
        insert,
        at: 'front',
      }),
    ];
  }
  const contrary = context.reading.against(claim.text, claim.kind);
  if (contrary) return [replace(finding, contrary.words, claim.text)];
  const style = claim.kind === 'style';
  const insert = weigh(context, claim.text, style ? NEW : FIRST);
  const reason = `The prompt does not say “${claim.text}”`;
  return [
    makeEdit(finding, {
      kind: style ? 'add-style' : 'add-phrase',
      reason,
      insert,
      at: style ? 'end' : 'front',
    }),
  ];
}
