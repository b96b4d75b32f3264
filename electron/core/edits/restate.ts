import type { Edit, Finding } from '@shared/analysis.js';
import { says } from '@shared/prompt-edit.js';
import type { Claim } from '@shared/records/index.js';
import type { EditContext } from './edit-context.js';
import { makeEdit } from './make-edit.js';
import { raise } from './raise.js';
import { replace } from './replace.js';
import { NEW, weigh } from './weigh.js';

/** Who and what is there and how it looks: heavier, in place of what contradicts it, or said beside its name. */
export function restate(finding: Finding, claim: Claim, context: EditContext): Edit[] {
  const { reading } = context;
  const located = reading.saying(claim.text);
  if (located) return raise(finding, located, context);
  const contrary = reading.against(claim.text, 'attribute');
  if (contrary) {
    const { remove, insert } = differing(contrary.words, claim.text);
    return [replace(finding, remove, insert)];
  }
  const fact = context.facts.find((one) => one.id === claim.factId);
  const name = fact && [fact.name, ...fact.aliases].find((one) => says(reading.prompt, one));
  const insert = weigh(context, claim.text, NEW);
  if (name)
    return [
      makeEdit(finding, {
        kind: 'restate-canon',
        reason: `The model does not know ${name}: say what the canon says`,
        remove: name,
        insert: `${name}, ${insert},`,
      }),
    ];
  const base = reading.saying(claim.text.split(/ (?:in|with) /)[0] as string);
  if (base && / (?:in|with) /.test(claim.text))
    return [
      makeEdit(finding, {
        kind: 'restate-canon',
        reason: `The prompt does not say “${claim.text}”`,
        remove: base.words,
        insert,
      }),
    ];
  return [
    makeEdit(finding, {
      kind: fact ? 'restate-canon' : 'add-phrase',
      reason: `The prompt does not say “${claim.text}”`,
      insert,
      at: 'front',
    }),
  ];
}

/** "red coat" for "blue coat": only the words in which the two differ. */
function differing(wrong: string, right: string): { remove: string; insert: string } {
  const from = wrong.split(' ');
  const to = right
    .replace(/^.* (?:in|with) (?:an? )?/, '')
    .replace(/^an? /, '')
    .split(' ');
  const tail = from.slice(-to.length);
  return { remove: tail.join(' '), insert: to.join(' ') };
}
