import type { Edit } from '@shared/analysis.js';
import { says } from '@shared/prompt-edit.js';
import type { Claim } from '@shared/records/index.js';
import type { EditContext } from './edit-context.js';
import { keeping } from './keeping.js';
import { type Answered, makeEdit } from './make-edit.js';
import { newSeed } from './new-seed.js';
import { notSaid } from './not-said.js';
import { isTagList } from './prompt-form.js';
import { withoutWeights } from './prompt-reading.js';
import { sentenceOf } from './sentence-of.js';
import { tagOf } from './tag-of.js';
import { weigh } from './weigh.js';

/** What only sets a scene reads well as a phrase behind a caption without an end: "a mill, at night". */
const PHRASES = new Set(['time', 'weather', 'framing', 'style']);

/** At the end, in the manner of the prompt: a tag behind tags, else a sentence of its own. */
export function sayAtEnd(finding: Answered, asked: Claim, context: EditContext, kind: Edit['kind']): Edit[] {
  const { reading } = context;
  const claim = { ...asked, text: withoutWeights(asked.text) };
  const { prompt } = reading;
  const isSaid = reading.saying(asked) !== null;
  const open = !/[.!?]["”']?\s*$/.test(prompt);
  const isScene = PHRASES.has(claim.kind);
  const added = (insert: string, at: 'front' | 'end'): Edit[] => {
    if (says(prompt, insert)) return newSeed(finding, 'Try another seed: the words already say it');
    const reason = isSaid ? `Say it again by itself: “${insert}”` : notSaid(insert);
    return [makeEdit(finding, { kind, reason, insert, at })];
  };
  const sentence = sentenceOf(claim, nameIn(prompt, claim, context), isSaid);
  if (isTagList(prompt))
    return keeping(finding, reading, [
      () => added(tagOf(claim), 'end'),
      () => added(claim.text, 'end'),
      () => added(tagOf(claim), 'front'),
      () => (isScene ? [] : added(sentence, 'end')),
    ]);
  return keeping(finding, reading, [
    () => added(open && !isSaid && isScene ? claim.text : sentence, 'end'),
    () => (says(prompt, sentence) && !isScene ? added(clearly(sentence), 'end') : []),
    // Words without an end to a sentence are a caption, or no sentences at all.
    () => (open ? added(claim.text, 'end') : []),
    () => (open ? added(claim.text, 'front') : []),
  ]);
}

/** Of a sentence that the prompt has as it stands. */
const clearly = (sentence: string): string => sentence.replace(/ (is|are) (?!clearly)/, ' $1 clearly ');

/** Words that the prompt does not say, with this weight; in the manner of the prompt. */
export function addWords(
  finding: Answered,
  asked: Claim,
  context: EditContext,
  kind: Edit['kind'],
  weight: number,
  at: 'front' | 'end',
): Edit[] {
  const { reading } = context;
  const claim = { ...asked, text: withoutWeights(asked.text) };
  const add = (words: string, where: 'front' | 'end'): Edit[] => [
    makeEdit(finding, {
      kind,
      reason: notSaid(words),
      insert: weigh(context, words, weight),
      at: where,
    }),
  ];
  const tag = isTagList(reading.prompt) ? tagOf(claim) : claim.text;
  const other = at === 'front' ? 'end' : 'front';
  return keeping(finding, reading, [() => add(tag, at), () => add(tag, other), () => add(claim.text, 'end')]);
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
