import type { Edit, Finding } from '@shared/analysis.js';
import type { Claim } from '@shared/records/index.js';
import type { EditContext } from './edit-context.js';
import { keeping } from './keeping.js';
import { lowerFirst } from './lower-first.js';
import { makeEdit } from './make-edit.js';
import { raise } from './raise.js';
import { replace } from './replace.js';
import { addWords, sayAtEnd } from './say-at-end.js';
import { FIRST, heavier, MOST, NEW, weigh } from './weigh.js';

/** Time, place, framing, weather, style: heavier, and first in the prompt where that leaves every sentence whole. */
export function bringForward(finding: Finding, claim: Claim, context: EditContext): Edit[] {
  const { reading, can } = context;
  const located = reading.saying(claim);
  if (located) {
    if (!can.weights || located.weight >= MOST || !reading.standsAlone(located))
      return raise(finding, claim, located, context);
    const insert = weigh(context, lowerFirst(located.words), heavier(located.weight));
    return keeping(finding, reading, [
      () => [
        makeEdit(finding, {
          kind: 'move-to-front',
          reason: `Say “${located.words}” first and give it more weight`,
          remove: located.words,
          insert,
          at: 'front',
        }),
      ],
      () => raise(finding, claim, located, context),
    ]);
  }
  const contrary = reading.against(claim);
  if (contrary) return [replace(finding, contrary.words, asTheyStand(claim.text, contrary.words))];
  const style = claim.kind === 'style';
  const kind = style ? 'add-style' : 'add-phrase';
  if (!can.weights) return sayAtEnd(finding, claim, context, kind);
  return addWords(finding, claim, context, kind, style ? NEW : FIRST, style ? 'end' : 'front');
}

const LEADS = /^(?:in|at|on|by|inside|during|under|near)\s/i;

/** Fit to stand where these words do: "night" for "morning", "a forest" for "a village", "at night" for "by day". */
function asTheyStand(text: string, words: string): string {
  if (LEADS.test(words)) return text;
  const bare = text.replace(LEADS, '');
  return /^(?:an?|the)\s/i.test(words) ? bare : bare.replace(/^(?:an?|the)\s/, '');
}
