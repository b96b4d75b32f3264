/** What a verb reaches, whom something is given to, and what is like something then. */
import { COLOURS, GIVING, isAlive, list } from '../lexicon.js';
import { hasLabel, hasTag, isNoun, isVerb } from './arcs.js';
import type { HungWords } from './hung-words.js';
import { isOneOf } from './word.js';

/** "a cart full of hay": the cart is. */
export function fill(hung: HungWords, i: number): void {
  const noun = i - 1;
  const { head, label } = hung.arc(i);
  if (hung.lower(i) !== 'full' || hung.lower(i + 1) !== 'of' || noun < 0 || hung.arc(noun).head !== i) return;
  for (const kid of hung.kids(i, 'det', 'amod', 'compound', 'poss'))
    if (kid < noun) hung.move(kid, noun, hung.arc(kid).label);
  hung.move(noun, head === i ? noun : head, label, 'NN');
  hung.move(i, noun, 'amod', 'JJ');
}

/** "offers a rose to a dragon": the rose is not the dragon's. */
export function giveTo(hung: HungWords, i: number): void {
  const { label, head } = hung.arc(i);
  const noun = hung.arc(head);
  if (hung.lower(i) !== 'to' || label !== 'prep' || noun.label !== 'dobj' || head > i) return;
  if (isVerb(hung.arc(noun.head)) && GIVING.has(hung.lemma(noun.head))) hung.move(i, noun.head, 'prep');
}

/** "passes his wife the salt": what is given is no name of whom it is given to. */
export function giveBoth(hung: HungWords, i: number): void {
  const { label, head } = hung.arc(i);
  const whom = hung.arc(head);
  const [first, second] = hung.kids(head, 'dobj');
  // "sells a child an ice cream": the first of two that are reached.
  if (label === 'dobj' && second === i && first !== undefined && GIVING.has(hung.lemma(head))) {
    if (isAlive(hung.lower(first)) && hung.kids(i, 'det', 'poss', 'nummod').length > 0)
      hung.move(first, head, 'dative');
    return;
  }
  if (label !== 'appos' || head > i || !hasLabel(whom, 'dative', 'dobj') || !isNoun(hung.arc(i))) return;
  if (hung.kids(i, 'det', 'poss', 'nummod').length === 0 || !GIVING.has(hung.lemma(whom.head))) return;
  hung.move(i, whom.head, 'dobj');
  hung.move(head, whom.head, 'dative');
}

/** "lets go of the string": no thing that is let. */
export function letGo(hung: HungWords, i: number): void {
  if (hung.lower(i) !== 'go' || !isVerb(hung.arcs[i - 1]) || hung.lemma(i - 1) !== 'let') return;
  hung.move(i, i - 1, 'prt', 'RP');
  for (const kid of hung.kids(i, 'prep')) hung.move(kid, i - 1, 'prep');
}

/** "keeps watch": a noun. */
export function keepWatch(hung: HungWords, i: number): void {
  if (!hasTag(hung.arc(i), 'VB', 'VBP') || !isOneOf(hung.lower(i), 'watch', 'guard')) return;
  if (isVerb(hung.arcs[i - 1]) && hung.lemma(i - 1) === 'keep') hung.move(i, i - 1, 'dobj', 'NN');
}

/** "holds the door open with her foot": the door is held, and is open. */
export function keepSo(hung: HungWords, i: number): void {
  const { tag, label, head } = hung.arc(i);
  const noun = i - 1;
  const held = hung.arcs[noun];
  if (
    tag !== 'JJ' ||
    !isOneOf(label, 'ccomp', 'oprd', 'acomp', 'amod') ||
    !isNoun(held) ||
    !isVerb(hung.arc(head))
  )
    return;
  if (head >= noun || !KEEPING.has(hung.lemma(head))) return;
  const isReached = held?.head === head && held.label === 'dobj';
  if (!isReached && !(held?.head === i && held.label === 'nsubj')) return;
  for (const kid of hung.kids(i, 'prep')) if (hung.lower(kid) === 'with') hung.move(kid, head, 'prep');
  if (!isReached) hung.move(noun, head, 'dobj');
  hung.move(i, noun, 'amod');
}

/** "painting a door green": the door is painted. */
export function paintSo(hung: HungWords, i: number): void {
  const { label, head } = hung.arc(i);
  const noun = i - 1;
  if (!COLOURS.has(hung.lower(i)) || label !== 'dobj' || hung.arcs[noun]?.head !== i || head >= noun) return;
  if (!isOneOf(hung.lemma(head), 'paint', 'dye', 'colour', 'color', 'stain', 'spray')) return;
  for (const kid of hung.kids(i)) if (kid < noun) hung.move(kid, noun, hung.arc(kid).label);
  hung.move(noun, head, 'dobj');
  hung.move(i, noun, 'amod', 'JJ');
}

/** "two sledges are level": several are no level. */
export function beSo(hung: HungWords, i: number): void {
  const { tag, label, head } = hung.arc(i);
  if (tag !== 'NN' || label !== 'attr' || !isOneOf(hung.lower(head), 'are', 'were')) return;
  if (hung.kids(i).some((at) => at < i) || hung.kids(i, 'prep', 'conj').length > 0) return;
  hung.move(i, head, 'acomp', 'JJ');
}

const KEEPING = list(
  'hold, keep, push, pull, leave, kick, prop, wedge, paint, dye, swing, throw, set, slam, tear, shove',
);
