import type { Edit } from '@shared/analysis.js';
import { says } from '@shared/prompt-edit.js';
import type { Claim } from '@shared/records/index.js';
import type { EditContext } from './edit-context.js';
import { type Answered, makeEdit } from './make-edit.js';
import { notSaid } from './not-said.js';
import { raise } from './raise.js';
import { replaceLook } from './replace.js';
import { NEW, weigh } from './weigh.js';

/** Who and what is there and how it looks: heavier, in place of what contradicts it, or said beside its name. */
export function restate(finding: Answered, claim: Claim, context: EditContext): Edit[] {
  const { reading } = context;
  const located = reading.saying(claim);
  if (located) return raise(finding, located, context);
  const other = reading.otherLook(claim);
  const replaced = other && replaceLook(finding, reading.prompt, other);
  if (replaced) return [replaced];
  const fact = context.facts.find((one) => one.id === claim.factId);
  const name = fact && [fact.name, ...fact.aliases].find((one) => says(reading.prompt, one));
  const insert = weigh(context, claim.text, NEW);
  if (name)
    return [
      makeEdit(finding, {
        kind: 'restate-canon',
        reason: `Say “${claim.text}” beside ${name}’s name`,
        remove: name,
        insert: `${name}, ${insert},`,
      }),
    ];
  const reason = notSaid(claim.text);
  const base = claim.object === null ? null : reading.naming(claim.subject);
  return [
    base
      ? makeEdit(finding, { kind: 'restate-canon', reason, remove: base.words, insert })
      : makeEdit(finding, { kind: fact ? 'restate-canon' : 'add-phrase', reason, insert, at: 'front' }),
  ];
}
