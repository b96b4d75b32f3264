/** Clothes and parts of a body that are said of who has them, not as things of their own. */

import { singularOf } from '../english.js';
import { pluralOf } from '../entities.js';
import { BODY, CLOTHING, list } from '../lexicon.js';
import type { Draft, Mention } from './draft.js';
import type { ParsedWord } from './word.js';

const WEARING = list('wear, dress, don, have, feature');
const WITH = list('in, with, without, of');
/** Nobody has on the glasses that this is done to; "raises his glasses" says it of several alone. */
const DRINKING = list('clink, chink, fill, refill, drain, empty');

const either = (head: string, words: ReadonlySet<string>): boolean =>
  words.has(head) ||
  // A glass is drunk from.
  (head !== 'glass' && words.has(pluralOf(head))) ||
  words.has(singularOf(head).singular);

export const isClothing = ({ head }: Mention): boolean => either(head.lower, CLOTHING);
export const isBody = ({ head }: Mention): boolean => either(head.lower, BODY);

/** Whether a noun is a part of a body or something worn, by the word as it stands or its lemma. */
export const isWorn = ({ lower, lemma }: ParsedWord): boolean =>
  [lower, lemma].some((word) => BODY.has(word) || CLOTHING.has(word));

export const isClothingWord = ({ lower, lemma }: ParsedWord): boolean =>
  CLOTHING.has(lower) || CLOTHING.has(lemma);

/** Whether a draft says that its subject wears or has its object. */
export const isWearing = ({ subject, said, direct, link, object }: Draft): boolean =>
  subject !== null &&
  object !== null &&
  subject !== object &&
  direct === null &&
  said.length + link.length > 0 &&
  said.every(({ lemma }) => WEARING.has(lemma)) &&
  // "a wrench in her hand": nobody has the hand on.
  !(object.owner !== null && object.owner !== subject && !isClothing(object)) &&
  link.every(({ lower }) => WITH.has(lower));

/** Who wears or has what. `main`: the figure that tags without one belong to. */
export function wearersIn(
  drafts: readonly Draft[],
  mentions: readonly Mention[],
  isTag: (mention: Mention) => boolean,
  main: (mention: Mention) => Mention | null,
): ReadonlyMap<Mention, Mention> {
  const wearers = new Map<Mention, Mention>();
  const acts = new Set(
    drafts.flatMap(({ kind, subject }) => (kind === 'action' && subject !== null ? [subject] : [])),
  );
  const drunkFrom = new Set(
    drafts.flatMap(({ subject, said, object }) =>
      object?.head.lower === 'glasses' &&
      said.some(({ lemma }) => DRINKING.has(lemma) || (lemma === 'raise' && subject?.plural === true))
        ? [object]
        : [],
    ),
  );
  for (const mention of mentions) {
    const body = isBody(mention);
    if ((!body && !isClothing(mention)) || drunkFrom.has(mention)) continue;
    const wearing = drafts.find((draft) => draft.object === mention && isWearing(draft) && !isWornBy(draft));
    const wearer =
      wearing?.subject ??
      (acts.has(mention) && !body ? null : mention.owner) ??
      (isTag(mention) && !acts.has(mention) ? main(mention) : null);
    if (wearer && wearer !== mention) wearers.set(mention, wearer);
  }
  return wearers;
}

/** "a hat with a ribbon": a thing that is worn has no wardrobe. */
const isWornBy = ({ subject }: Draft): boolean => subject !== null && isClothing(subject);
