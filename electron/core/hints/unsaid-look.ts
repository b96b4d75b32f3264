/** "Wenna’s coat is not in this prompt": the canon's look of somebody whom the prompt shows. */
import { headOf, isPlural, readClaims } from '@core/claims/index.js';
import { type Answered, restate, sayAtEnd } from '@core/edits/index.js';
import type { Edit } from '@shared/analysis.js';
import { capitalised } from '@shared/capitalised.js';
import { says } from '@shared/prompt-edit.js';
import type { Claim } from '@shared/records/index.js';
import {
  type FindHints,
  type HintContext,
  hasNetwork,
  isThere,
  type Look,
  looksOf,
  namedIn,
  nounOf,
  occurrencesOf,
  saysNoun,
} from './hint-context.js';

/** Pictures in which looks need not be seen. */
const HIDES_LOOKS =
  /\b(?:close[- ]?ups?|extreme|macro|details?|silhouettes?|hands?|eyes|face|feet|distant|far away|from afar|tiny|aerial)\b/i;

export const unsaidLook: FindHints = (context, keyOf) => {
  const { prompt, description } = context;
  if (HIDES_LOOKS.test(prompt) || HIDES_LOOKS.test(description)) return [];
  return looksOf(context)
    .filter(
      ({ claim, fact, noun }) =>
        !isSaid(context, fact, noun, claim.attribute) &&
        isThere(context, fact, prompt) &&
        !hasNetwork(prompt, fact),
    )
    .filter((look) => !isLeftOut(context, look))
    .map(({ claim, fact, noun }) => ({
      about: claim.text,
      message: `${capitalised(fact.name)}’s ${claim.object} ${isPlural(noun) ? 'are' : 'is'} not in this prompt.`,
      edit: said(keyOf(claim.text), claim, context),
    }));
};

/** The prompt says it, or may: it is unsaid only where all such things that the prompt names are another's. */
function isSaid(
  { prompt, cast }: HintContext,
  { name }: Look['fact'],
  noun: string,
  attribute: string | null,
): boolean {
  const times = occurrencesOf(prompt, noun);
  if (times === 0) return false;
  // Reading a prompt takes time, and this is how most of them say it.
  if (attribute !== null && says(prompt, `${attribute} ${noun}`)) return true;
  const others = cast.flatMap((one) => (one.name === name ? [] : (nounOf(cast, one.name) ?? [])));
  const theirs = readClaims(prompt, namedIn(prompt, cast)).filter(
    ({ object, subject, canonOf }) =>
      canonOf === null &&
      headOf(object ?? '') === noun &&
      subject !== null &&
      others.includes(headOf(subject)),
  );
  return theirs.length < times;
}

/** The board's prompts mostly say nothing of it: then that is how they are written. */
function isLeftOut(context: HintContext, { fact, noun }: Look): boolean {
  const others = context.othersOf(fact.id).filter((prompt) => isThere(context, fact, prompt));
  const said = others.filter((prompt) => saysNoun(prompt, noun)).length;
  return others.length >= 2 && said * 2 < others.length;
}

/** In the manner of the prompt: sentences get a sentence of their own, tags a tag. */
function said(answered: Answered, claim: Claim, context: HintContext): Edit | null {
  const editing = context.editing();
  const edits = /[.!?]\s*$/.test(context.prompt)
    ? sayAtEnd(answered, claim, editing, 'restate-canon')
    : restate(answered, claim, editing);
  return edits[0] ?? null;
}
