import type { Edit } from '@shared/analysis.js';
import { says } from '@shared/prompt-edit.js';
import type { Claim } from '@shared/records/index.js';
import type { EditContext } from './edit-context.js';
import { type Answered, makeEdit } from './make-edit.js';
import { newSeed } from './new-seed.js';
import { notSaid } from './not-said.js';
import { isTagList } from './prompt-form.js';
import { sentenceOf } from './sentence-of.js';

/** What only sets a scene reads well as a phrase behind a caption without an end: "a mill, at night". */
const PHRASES = new Set(['time', 'weather', 'framing', 'style']);

/** At the end, in the manner of the prompt: a tag behind tags, else a sentence of its own. */
export function sayAtEnd(finding: Answered, claim: Claim, context: EditContext, kind: Edit['kind']): Edit[] {
  const { prompt } = context.reading;
  const isSaid = context.reading.saying(claim) !== null;
  const open = !/[.!?]["”']?\s*$/.test(prompt);
  const phrase = isTagList(prompt) || (open && !isSaid && PHRASES.has(claim.kind));
  const insert = phrase ? claim.text : sentenceOf(claim, nameIn(prompt, claim, context), isSaid);
  if (says(prompt, insert)) return newSeed(finding, 'Try another seed: the words already say it');
  const reason = isSaid ? `Say it again by itself: “${insert}”` : notSaid(insert);
  return [makeEdit(finding, { kind, reason, insert, at: 'end' })];
}

/** The name by which the prompt calls whom a fact of the canon is about. */
export function nameIn(
  prompt: string,
  { factId }: Pick<Claim, 'factId'>,
  context: EditContext,
): string | null {
  const fact = context.facts.find(({ id, subject }) => id === factId && subject === 'character');
  return (fact && [fact.name, ...fact.aliases].find((one) => says(prompt, one))) ?? null;
}
