/** What is a thing and what says which one or what it is like, where the parser takes it for something else. */
import { singularOf } from '../english.js';
import { list } from '../lexicon.js';
import { handOn, hasLabel, hasTag, hungOn, isNoun, tagAt } from './arcs.js';
import { isDoneTo } from './carriers.js';
import type { Dictionary } from './dictionary.js';
import { isInSoup } from './soups.js';
import { type Arc, isOneOf, lowerAt, type Word } from './word.js';

/** "spiky", "asleep", "scarecrow": adjectives and nouns that no parse makes anything else. */
export const withAdjectives = (
  words: readonly Word[],
  arcs: readonly Arc[],
  dictionary: Dictionary,
): readonly Arc[] =>
  arcs.map((arc, i) => {
    const { lower, text } = words[i] as Word;
    if (text !== lower) return arc;
    if (
      isOneOf(
        lower,
        'building',
        'painting',
        'drawing',
        'ceiling',
        'wedding',
        'evening',
        'morning',
        'clothing',
        'railing',
        'carving',
        'awning',
      ) &&
      arc.tag === 'VBG' &&
      arc.label === 'ROOT' &&
      i === 0 &&
      // "drawing a bow".
      !arcs.some(({ head, label }) => head === 0 && label === 'dobj')
    )
      return { ...arc, tag: 'NN' };
    // "is awake": nothing is denied.
    if (arc.tag === 'RB' && arc.label === 'neg' && dictionary.isAdjective(lower))
      return { ...arc, tag: 'JJ', label: 'acomp' };
    const isNoVerb =
      hasTag(arc, 'VB', 'VBD', 'VBN', 'VBP') &&
      !dictionary.isDeed({ lower, lemma: dictionary.lemmaOf(lower, arc.tag) });
    if ((isNoVerb || hasTag(arc, 'NN', 'NNS', 'NNP')) && dictionary.isAdjective(lower))
      return { ...arc, tag: 'JJ', label: lower === 'asleep' && arc.label === 'dobj' ? 'acomp' : arc.label };
    return isNoVerb && dictionary.isNoun(lower) ? { ...arc, tag: 'NN' } : arc;
  });

/** "three Porsche cars": what they are called after is not who does it. */
export function withMakes(
  words: readonly Word[],
  arcs: readonly Arc[],
  dictionary: Dictionary,
): readonly Arc[] {
  const mended = [...arcs];
  for (let i = 1; i < words.length; i++) {
    const [make, arc] = [mended[i - 1] as Arc, mended[i] as Arc];
    const { lower, text } = words[i] as Word;
    if (!/^\p{Lu}\p{Ll}/u.test(words[i - 1]?.text ?? '') || text !== lower || make.head !== i) continue;
    if (!hasTag(arc, 'VBZ', 'NNS') || !dictionary.isNoun(lower) || !singularOf(lower).plural) continue;
    if (
      tagAt(arcs, i - 2) !== 'CD' &&
      (arc.tag === 'NNS' || dictionary.isVerb(dictionary.lemmaOf(lower, 'VBZ')))
    )
      continue;
    handOn(mended, i - 1, i, i - 1);
    mended[i - 1] = { ...hungOn(make, i, 'compound'), tag: 'NN' };
    mended[i] = { ...arc, tag: 'NNS' };
  }
  return mended;
}

/** "unmade bed": a word that the parser does not know, and took for one like "under". */
export function withLooks(
  words: readonly Word[],
  arcs: readonly Arc[],
  dictionary: Dictionary,
): readonly Arc[] {
  const mended = [...arcs];
  for (const [i, arc] of arcs.entries()) {
    const noun = arcs[i + 1];
    const word = lowerAt(words, i);
    if (arc.tag !== 'IN' || !/^un(?!der|til|to|less|like).{3,}/.test(word)) continue;
    if (!dictionary.isAdjective(word) || !isNoun(noun) || noun?.head !== i) continue;
    mended[i] = { ...arc, tag: 'JJ', head: i + 1, label: 'amod' };
    mended[i + 1] = { ...noun, head: arc.head === i ? i + 1 : arc.head, label: arc.label };
  }
  return mended;
}

/** "in a suit and tie", "carries surf boards": what a preposition or a verb reaches is a thing where it can be one. */
export const withReached = (
  words: readonly Word[],
  arcs: readonly Arc[],
  dictionary: Dictionary,
): readonly Arc[] =>
  arcs.map((arc, i) => {
    const word = lowerAt(words, i);
    const head = arcs[arc.head];
    const isJoined = arc.label === 'conj' && hasTag(arcs[i - 1], 'CC') && hasLabel(head, 'dobj', 'pobj');
    if (
      !hasTag(arc, 'VB', 'VBZ', 'VBP') ||
      !(hasLabel(arc, 'dobj', 'pobj', 'attr') || (isJoined && isNoun(head))) ||
      !dictionary.isNoun(word) ||
      arcs.some(
        (one, at) =>
          one.head === i && at !== i && hasLabel(one, 'nsubj', 'dobj', 'aux', 'auxpass', 'neg', 'prt'),
      )
    )
      return arc;
    return { ...arc, tag: singularOf(word).plural ? 'NNS' : 'NN' };
  });

/** "haunting atmosphere": nobody haunts it where no article says that it is one of those that somebody could. */
export function withQualitiesFirst(
  words: readonly Word[],
  arcs: readonly Arc[],
  dictionary: Dictionary,
): readonly Arc[] {
  const [first] = arcs;
  const word = lowerAt(words, 0);
  if (!hasTag(first, 'VBG') || first?.label !== 'ROOT' || !dictionary.isAdjective(word)) return arcs;
  if (isDoneTo(word, dictionary)) return arcs;
  const noun = arcs.findIndex(({ tag }, i) => i > 0 && !isOneOf(tag, 'JJ', 'NN', 'VBN', 'HYPH', 'NNS'));
  const last = (noun < 0 ? arcs.length : noun) - 1;
  const thing = arcs[last];
  if (last < 1 || !isNoun(thing) || !(thing?.head === 0 || thing?.head === last)) return arcs;
  const mended = [...arcs];
  handOn(mended, 0, last);
  mended[last] = { ...thing, head: last, label: 'ROOT' };
  mended[0] = { ...hungOn(first, last, 'amod'), tag: 'JJ' };
  return mended;
}

/** "a tray of round loaves": the first of two that a preposition leads to says what the second is like. */
export function withLooksReached(
  words: readonly Word[],
  arcs: readonly Arc[],
  dictionary: Dictionary,
): readonly Arc[] {
  const mended = [...arcs];
  for (let i = 0; i + 1 < words.length; i++) {
    const [look, noun] = [mended[i] as Arc, mended[i + 1] as Arc];
    if (look.tag !== 'JJ' || look.label !== 'pobj' || noun.label !== 'pobj' || noun.head !== look.head)
      continue;
    if (!isNoun(noun) || !dictionary.isAdjective(lowerAt(words, i))) continue;
    handOn(mended, i, i + 1);
    mended[i] = hungOn(look, i + 1, 'amod');
  }
  return mended;
}

/** "sky above road": in front of a noun these lead to it, and are no adverbs. */
export function withWhere(words: readonly Word[], arcs: readonly Arc[]): readonly Arc[] {
  const mended = [...arcs];
  for (const [i, arc] of arcs.entries()) {
    const before = arcs[i - 1];
    if (arc.label !== 'advmod' || arc.head !== i - 1 || !isNoun(before)) continue;
    if (!WHERE.has(lowerAt(words, i))) continue;
    const next = arcs[i + 1];
    const isReached = arcs.some((one) => one.head === i && one.label === 'pobj');
    // A noun without an article, made a tree of its own.
    const isAlone = next?.label === 'ROOT' && next.head === i + 1 && isNoun(next);
    if (!isReached && !isAlone) continue;
    mended[i] = { ...arc, tag: 'IN', label: 'prep' };
    if (isAlone && !isReached) mended[i + 1] = { ...next, head: i, label: 'pobj' };
  }
  return mended;
}

const WHERE = list('above, below, behind, beneath, inside, outside, near, under, around, over');

/** "beside a fire hydrant": what stands behind the noun is no quality of it but the noun. */
export function withTornCompounds(
  words: readonly Word[],
  arcs: readonly Arc[],
  dictionary: Dictionary,
): readonly Arc[] {
  const mended = [...arcs];
  for (const [i, arc] of arcs.entries()) {
    const first = arcs[i - 1];
    const word = lowerAt(words, i);
    if (
      first === undefined ||
      arc.sure > 0.6 ||
      arc.label !== 'amod' ||
      arc.head !== i - 1 ||
      !hasLabel(first, 'pobj', 'dobj')
    )
      continue;
    if (
      first.tag !== 'NN' ||
      dictionary.isAdjective(word) ||
      !dictionary.isNoun(word) ||
      /(?:ed|ing)$/.test(word)
    )
      continue;
    handOn(mended, i - 1, i);
    mended[i] = { ...first, tag: 'NN' };
    mended[i - 1] = { ...first, head: i, label: 'compound' };
  }
  return mended;
}

const PARENTS = list('mother, father, mama, mamma, papa, mummy, mommy, daddy, baby, brother, sister');

/** "a teddy bear", "a watering can": the second is no verb. */
export function withKnownCompounds(
  words: readonly Word[],
  arcs: readonly Arc[],
  dictionary: Dictionary,
): readonly Arc[] {
  const mended = [...arcs];
  for (let i = 1; i < words.length; i++) {
    const [first, second] = [mended[i - 1] as Arc, mended[i] as Arc];
    const [one, other] = [lowerAt(words, i - 1), lowerAt(words, i)];
    // "mother bear".
    const isParent = PARENTS.has(one) && dictionary.isAlive(other);
    if (
      !hasTag(second, 'VB', 'VBP', 'MD') ||
      !(isNoun(first) || first.tag === 'VBG') ||
      !(isParent || dictionary.isCompound(one, other))
    )
      continue;
    handOn(mended, i - 1, i, i - 1);
    const isRoot = second.head === i;
    const lead = leadTo(mended, i);
    mended[i - 1] = { ...first, tag: 'NN', head: i, label: 'compound', sure: 0.6 };
    const sure = Math.max(second.sure, 0.6);
    // "with a tin can": what a preposition lacks does nothing.
    mended[i] =
      lead >= 0
        ? { tag: 'NN', head: lead, label: 'pobj', sure, held: second.held }
        : { ...second, tag: 'NN', label: isRoot ? 'ROOT' : 'nsubj', sure };
  }
  return mended;
}

/** The preposition right before the words of a noun that leads to nothing yet; −1 for none. */
function leadTo(arcs: readonly Arc[], noun: number): number {
  let at = noun - 1;
  while (at >= 0 && /^(?:DT|JJ|NN|PRP\$|VB[GN])/.test(tagAt(arcs, at))) at--;
  const isOpen =
    hasTag(arcs[at], 'IN', 'TO') &&
    hasLabel(arcs[at], 'prep') &&
    !arcs.some(({ head, label }, i) => head === at && label === 'pobj' && i !== noun - 1);
  return isOpen ? at : -1;
}

/** "jam jars": a noun right in front of another says which, and is no tree of its own. */
export function withCompounds(
  words: readonly Word[],
  arcs: readonly Arc[],
  dictionary: Dictionary,
): readonly Arc[] {
  const mended = [...arcs];
  for (let i = 1; i < words.length; i++) {
    const [first, second] = [mended[i - 1] as Arc, mended[i] as Arc];
    if (
      first.tag !== 'NN' ||
      /ing$/.test(lowerAt(words, i)) ||
      !hasTag(second, 'NN', 'NNS') ||
      !(
        // "a cat burglar hangs": no thing is done by what does something.
        (first.head === i && first.label === 'nsubj' && second.label === 'nsubj') ||
        first.head === i - 1 ||
        (first.head === second.head && first.label === second.label) ||
        isTornOff(mended, i)
      ) ||
      (isInSoup(words, arcs, i) && !(i === 1 && isKindOf(words, dictionary)))
    )
      continue;
    if (mended.some(({ head }, at) => head === i - 1 && at >= i)) continue;
    handOn(mended, i - 1, i, i - 1);
    // "the shop window": what the first hung on holds both.
    if (isTornOff(mended, i)) mended[i] = { ...second, head: first.head, label: first.label };
    mended[i - 1] = { ...first, head: i, label: 'compound', sure: 0.6 };
  }
  return mended;
}

/** "elf archer": one of that kind, and no two. */
const isKindOf = (words: readonly Word[], dictionary: Dictionary): boolean =>
  KINDS.has(lowerAt(words, 0)) && dictionary.isPerson(lowerAt(words, 1));
const KINDS = list(
  'elf, dwarf, orc, goblin, robot, android, cyborg, vampire, zombie, ghost, demon, angel, skeleton, alien, fox, cat, wolf, rabbit, bear, frog, mouse, bird, dragon, fairy, mermaid, human, halfling, gnome, tiger, lion, owl, raccoon',
);

/** "turns away from the shop | window": a second root right behind what a preposition or a verb reaches. */
const isTornOff = (arcs: readonly Arc[], i: number): boolean =>
  arcs[i]?.head === i &&
  hasLabel(arcs[i - 1], 'pobj', 'dobj') &&
  arcs.some(({ head }, at) => head === at && at < i - 1);
