import type { Edit } from '@shared/analysis.js';
import { occurrences } from '@shared/prompt-edit.js';
import type { Claim } from '@shared/records/index.js';
import type { EditContext } from './edit-context.js';
import { type Answered, makeEdit } from './make-edit.js';
import { notSaid } from './not-said.js';
import { raise } from './raise.js';
import { replaceLook } from './replace.js';
import { nameIn, sayAtEnd } from './say-at-end.js';
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
  if (name !== null)
    return [
      standsBare(reading.prompt, name)
        ? makeEdit(finding, {
            kind: 'restate-canon',
            reason: `Say “${claim.text}” beside ${name}’s name`,
            remove: name,
            insert: `${name}, ${insert}${isFollowedByMark(reading.prompt, name) ? '' : ','}`,
          })
        : makeEdit(finding, { kind: 'restate-canon', reason: notSaid(claim.text), insert, at: 'end' }),
    ];
  const reason = notSaid(claim.text);
  const named = claim.object === null ? null : reading.naming(claim.subject);
  // More than the bare noun would go with it: "a tall girl".
  const base = named && named.words.split(/\s+/).length <= 2 ? named : null;
  return [
    base
      ? makeEdit(finding, { kind: 'restate-canon', reason, remove: base.words, insert })
      : makeEdit(finding, { kind: isFact ? 'restate-canon' : 'add-phrase', reason, insert, at: 'front' }),
  ];
}

/** Where a name first stands, words may follow it: not in "Mira’s hat", nor in what is written on a sign. */
function standsBare(prompt: string, name: string): boolean {
  const [first] = occurrences(prompt, name);
  if (!first) return false;
  const quotes = prompt.slice(0, first[0]).match(/["“”]/g)?.length ?? 0;
  return quotes % 2 === 0 && !/^\s*(?:['’]|["“”)\]]|and\b|or\b|&)/.test(prompt.slice(first[1]));
}

function isFollowedByMark(prompt: string, name: string): boolean {
  const [first] = occurrences(prompt, name);
  return first !== undefined && /^\s*(?:$|[,.;:!?\n])/.test(prompt.slice(first[1]));
}
