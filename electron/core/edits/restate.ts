import type { Edit } from '@shared/analysis.js';
import { occurrences } from '@shared/prompt-edit.js';
import type { Claim } from '@shared/records/index.js';
import type { EditContext } from './edit-context.js';
import { keeping } from './keeping.js';
import { type Answered, makeEdit } from './make-edit.js';
import { notSaid } from './not-said.js';
import { isTagList } from './prompt-form.js';
import { isPieceEnd } from './prompt-reading.js';
import { raise } from './raise.js';
import { replaceLook } from './replace.js';
import { addWords, nameIn, sayAtEnd } from './say-at-end.js';
import { NEW, weigh } from './weigh.js';

/** Who and what is there and how it looks: heavier, in place of what contradicts it, or said beside its name. */
export function restate(finding: Answered, claim: Claim, context: EditContext): Edit[] {
  const { reading } = context;
  const located = reading.saying(claim);
  if (located) return raise(finding, claim, located, context);
  const other = reading.otherLook(claim);
  const replaced = other && replaceLook(finding, reading.prompt, other);
  if (replaced) return [replaced];
  const isFact = context.facts.some(({ id }) => id === claim.factId);
  if (!context.can.weights) return sayAtEnd(finding, claim, context, isFact ? 'restate-canon' : 'add-phrase');
  const name = nameIn(reading.prompt, claim, context);
  const insert = weigh(context, claim.text, NEW);
  const reason = notSaid(claim.text);
  if (name !== null) {
    const after = afterName(reading.prompt, name);
    return [
      after === null
        ? makeEdit(finding, { kind: 'restate-canon', reason, insert, at: 'end' })
        : makeEdit(finding, {
            kind: 'restate-canon',
            reason: `Say “${claim.text}” beside ${name}’s name`,
            remove: name,
            insert: `${name}, ${insert}${isPieceEnd(after) ? '' : ','}`,
          }),
    ];
  }
  // Among tags it stands by itself.
  const named = claim.object === null || isTagList(reading.prompt) ? null : reading.naming(claim.subject);
  // More than the bare noun would go with it: "a tall girl".
  const base = named && named.words.split(/\s+/).length <= 2 ? named : null;
  return keeping(finding, reading, [
    () => (base ? [makeEdit(finding, { kind: 'restate-canon', reason, remove: base.words, insert })] : []),
    () => addWords(finding, claim, context, isFact ? 'restate-canon' : 'add-phrase', NEW, 'front'),
  ]);
}

/**
 * What follows a name where it first stands; null where no words may follow it: in "Mira’s hat", and in what is written
 * on a sign.
 */
function afterName(prompt: string, name: string): string | null {
  const [first] = occurrences(prompt, name);
  if (!first) return null;
  const quotes = prompt.slice(0, first[0]).match(/["“”]/g)?.length ?? 0;
  const after = prompt.slice(first[1]);
  return quotes % 2 === 0 && !/^\s*(?:['’]|["“”)\]]|and\b|or\b|&)/.test(after) ? after : null;
}
