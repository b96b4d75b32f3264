/** "Wenna’s coat is green in this prompt. The canon says red." */
import { isPlural } from '@core/claims/index.js';
import { replaceLook } from '@core/edits/index.js';
import { capitalised } from '@shared/capitalised.js';
import { says } from '@shared/prompt-edit.js';
import { type FindHints, isThere, looksOf, nounOf, saysNoun } from './hint-context.js';

export const otherLook: FindHints = (context, keyOf) => {
  const { prompt, description, cast } = context;
  return looksOf(context).flatMap(({ claim, fact, noun }) => {
    const { attribute, text } = claim;
    if (attribute === null || says(prompt, attribute) || !saysNoun(prompt, noun)) return [];
    // Whose coat it is can be told only where nobody else is of the kind.
    if (nounOf(cast, fact.name) === null || !isThere(context, fact, prompt)) return [];
    const other = context.editing().reading.otherLook(claim);
    if (!other || says(description, `${other.wrong} ${noun}`)) return [];
    const is = isPlural(noun) ? 'are' : 'is';
    return [
      {
        about: text,
        message: `${capitalised(fact.name)}’s ${noun} ${is} ${other.wrong} in this prompt. The canon says ${other.right}.`,
        edit: replaceLook(keyOf(text), prompt, other),
      },
    ];
  });
};
