/** Sentences as the parser reads them, with what it is known to take for something else set right. */
import { participle, singularOf } from '../english.js';
import { list } from '../lexicon.js';
import { handOn, hasLabel, hasTag, hungOn, isNoun, isSubject, isTensed, makesClause, tagAt } from './arcs.js';
import { withNearestHeads } from './attachments.js';
import { isDoneTo } from './carriers.js';
import type { Dictionary } from './dictionary.js';
import { doubtfulVerbs, isSurer, sureOf, withVerbsShown } from './hidden-verbs.js';
import { isInSoup } from './soups.js';
import { type Arc, isOneOf, lowerAt, type Parser, type Word } from './word.js';
import { standsAlone, withDoersBehind, withNearerHeads } from './word-order.js';

export interface WholeSentence {
  readonly words: readonly Word[];
  readonly arcs: readonly Arc[];
}

const textsOf = (words: readonly Word[]): string[] => words.map(({ text }) => text);

export async function wholeSentences(
  sentences: readonly (readonly Word[])[],
  parse: Parser,
  dictionary: Dictionary,
): Promise<WholeSentence[]> {
  const first = await surelyParsed(sentences, parse, dictionary);
  const whole = first.map(({ words, arcs }) => ({ words, arcs: mended(words, arcs, dictionary) }));
  const shown = whole.map(({ words, arcs }) => withVerbsShown(words, arcs, dictionary));
  const changed = shown.flatMap((words, i) => (words === whole[i]?.words ? [] : [i]));
  if (changed.length === 0) return whole;
  const again = await parse(changed.map((i) => textsOf(shown[i] as readonly Word[])));
  for (const [k, i] of changed.entries())
    whole[i] = {
      words: shown[i] as readonly Word[],
      arcs: mended(shown[i] as readonly Word[], again[k] ?? [], dictionary),
    };
  return whole;
}

/** The parser's own arcs; where it is surer of a sentence once a word is written as a plainer verb, of that one. */
async function surelyParsed(
  sentences: readonly (readonly Word[])[],
  parse: Parser,
  dictionary: Dictionary,
): Promise<WholeSentence[]> {
  const first = await parse(sentences.map(textsOf));
  const whole = sentences.map((words, i) => ({ words, arcs: first[i] ?? [] }));
  const tried = whole.flatMap(({ words, arcs }, i) =>
    doubtfulVerbs(words, arcs, dictionary).map((one) => ({ ...one, i })),
  );
  if (tried.length === 0) return whole;
  const answers = await parse(tried.map(({ words }) => textsOf(words)));
  for (const [k, { i, ...one }] of tried.entries()) {
    const arcs = answers[k] ?? [];
    const best = whole[i] as WholeSentence;
    if (isSurer(one, arcs, first[i] ?? []) && sureOf(arcs) > sureOf(best.arcs))
      whole[i] = { words: one.words, arcs };
  }
  return whole;
}

/** See hungOn. */
const changed = (arc: Arc, head: number, label: string): Arc => hungOn(arc, head, label, 0.6);

/** "jam jars": a noun right in front of another says which, and is no tree of its own. */
function withCompounds(words: readonly Word[], arcs: readonly Arc[]): readonly Arc[] {
  const mended = [...arcs];
  for (let i = 1; i < words.length; i++) {
    const [first, second] = [mended[i - 1] as Arc, mended[i] as Arc];
    if (
      first.tag !== 'NN' ||
      /ing$/.test(lowerAt(words, i)) ||
      !hasTag(second, 'NN', 'NNS') ||
      !(
        first.head === i - 1 ||
        (first.head === second.head && first.label === second.label) ||
        isTornOff(mended, i)
      ) ||
      isInSoup(words, arcs, i)
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

/** "turns away from the shop | window": a second root right behind what a preposition or a verb reaches. */
const isTornOff = (arcs: readonly Arc[], i: number): boolean =>
  arcs[i]?.head === i &&
  hasLabel(arcs[i - 1], 'pobj', 'dobj') &&
  arcs.some(({ head }, at) => head === at && at < i - 1);

/** "the red bear dances", "a mech kneeling in": what stands in front of a verb as if it were a part of it is who does it. */
function withSubjects(words: readonly Word[], arcs: readonly Arc[]): readonly Arc[] {
  const mended = [...arcs];
  for (const [i, arc] of arcs.entries()) {
    const isPart = hasLabel(arc, 'compound', 'nmod') && isNoun(arc) && arc.head > i;
    const verb = arcs[arc.head];
    const behind = arcs[arc.head + 1];
    const isDoing =
      // "breath steaming".
      (verb?.tag === 'VBG' || (verb?.tag === 'JJ' && /.{3}ing$/.test(lowerAt(words, arc.head)))) &&
      verb.label === 'ROOT' &&
      i === arc.head - 1 &&
      // "ash falling", or "ash falling on …".
      (behind === undefined || hasTag(behind, 'IN', 'DT', 'RB', 'RP', 'TO'));
    if (!isPart || !(isDoing || isTensed(verb))) continue;
    if (mended.some(({ head, label }) => head === arc.head && label === 'nsubj')) continue;
    mended[i] = changed(arc, arc.head, 'nsubj');
    // Its article hung on the verb too.
    for (const [at, other] of mended.entries())
      if (at < i && other.head === arc.head && hasLabel(other, 'det', 'amod', 'poss'))
        mended[at] = { ...other, head: i };
  }
  return mended;
}

/** "three Porsche cars": what they are called after is not who does it. */
function withMakes(words: readonly Word[], arcs: readonly Arc[], dictionary: Dictionary): readonly Arc[] {
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
    mended[i - 1] = { ...changed(make, i, 'compound'), tag: 'NN' };
    mended[i] = { ...arc, tag: 'NNS' };
  }
  return mended;
}

const BEHIND_DEEDS = ['IN', 'TO', 'DT', 'PRP', 'PRP$', 'RP', 'RB', 'NN', 'NNS', 'JJ'];

/** "a firefighter washing soot off his face": behind somebody no noun of the two says which one. */
function withDeedsOfSomebody(
  words: readonly Word[],
  arcs: readonly Arc[],
  dictionary: Dictionary,
): readonly Arc[] {
  const mended = [...arcs];
  for (let i = 1; i < words.length; i++) {
    const [doer, arc, next] = [mended[i - 1] as Arc, mended[i] as Arc, mended[i + 1]];
    const { lower } = words[i] as Word;
    const before = lowerAt(words, i - 1);
    if (!hasTag(arc, 'NN', 'VBG') || !/.{2}ing$/.test(lower) || !dictionary.isAlive(before)) continue;
    if (doer.head !== i || doer.label !== 'compound' || dictionary.isCompound(before, lower)) continue;
    if (!dictionary.isVerb(dictionary.lemmaOf(lower, 'VBG'))) continue;
    // "a dog sleeping" is no kind of sleeping.
    if (next ? !hasTag(next, ...BEHIND_DEEDS) : !standsAlone(dictionary.lemmaOf(lower, 'VBG'))) continue;
    handOn(mended, i, i - 1, i - 1);
    mended[i - 1] = { ...doer, head: arc.head === i ? i - 1 : arc.head, label: arc.label };
    mended[i] = { ...changed(arc, i - 1, 'acl'), tag: 'VBG' };
    if (next && hasTag(next, 'NN', 'NNS') && (next.head === i + 1 || next.head === i))
      mended[i + 1] = changed(next, i, 'dobj');
  }
  return mended;
}

/** "seagull stealing sandwich": in front of a thing, behind somebody, it is what they do. */
function withDeedsBetween(
  words: readonly Word[],
  arcs: readonly Arc[],
  dictionary: Dictionary,
): readonly Arc[] {
  if (arcs.some(makesClause)) return arcs;
  const mended = [...arcs];
  for (let i = 1; i < words.length; i++) {
    const [doer, arc] = [mended[i - 1] as Arc, mended[i] as Arc];
    const reached = mended[arc.head];
    const { lower } = words[i] as Word;
    if (arc.tag !== 'VBG' || !hasLabel(arc, 'amod', 'compound') || arc.head <= i || reached === undefined)
      continue;
    if (!isNoun(doer) || !dictionary.isAlive(lowerAt(words, i - 1))) continue;
    if (!(doer.head === i - 1 || doer.head === arc.head) || BY_ITSELF.has(dictionary.lemmaOf(lower, 'VBG')))
      continue;
    const isOwnTree = reached.head === arc.head;
    handOn(mended, arc.head, i - 1, i - 1);
    mended[i - 1] = isOwnTree
      ? { ...doer, head: i - 1, label: 'ROOT' }
      : { ...doer, head: reached.head, label: reached.label };
    mended[arc.head] = changed(reached, i, 'dobj');
    mended[i] = changed(arc, i - 1, 'acl');
  }
  return mended;
}
/** "chef tossing pizza dough", "boxers touch gloves": a noun without an article right behind what is done to things. */
function withThingsReached(
  words: readonly Word[],
  arcs: readonly Arc[],
  dictionary: Dictionary,
): readonly Arc[] {
  const mended = [...arcs];
  for (const [i, arc] of arcs.entries()) {
    const [before, word, next] = [lowerAt(words, i - 1), lowerAt(words, i), lowerAt(words, i + 1)];
    // "robot watering tomato plants", but "watering can".
    const isNamed =
      arc.tag === 'NN' &&
      arc.head === i &&
      /.ing$/.test(word) &&
      ![before, next].some((one) => dictionary.isCompound(one, word) || dictionary.isCompound(word, one));
    if (!(hasTag(arc, 'VBG', 'VBP', 'VBZ') || isNamed) || !dictionary.isAlive(before)) continue;
    if (!isDoneTo(participle(dictionary.lemmaOf(word, isNamed ? 'VBG' : arc.tag)), dictionary)) continue;
    let noun = i + 1;
    while (hasTag(arcs[noun], 'JJ', 'NN') && arcs[noun]?.head !== noun) noun++;
    const thing = mended[noun];
    if (!hasTag(thing, 'NN', 'NNS') || thing?.head !== noun || noun - i > 3) continue;
    if (arcs.some(({ head, label }) => head === i && hasLabel({ label }, 'dobj', 'ccomp'))) continue;
    if (arcs.slice(i + 1, noun).some(({ head }) => head !== noun)) continue;
    mended[noun] = changed(thing, i, 'dobj');
    if (arc.head === i && (arc.tag === 'VBG' || isNamed) && mended[i - 1]?.head === i - 1)
      mended[i] = { ...changed(arc, i - 1, 'acl'), tag: 'VBG' };
  }
  return mended;
}
const BY_ITSELF = list(
  'sit, stand, lie, kneel, lean, sleep, crouch, smile, laugh, cry, run, walk, jump, fall, rise, float, glow, wait, hide, fly, swim, dance, sing, talk, fight, work, shine, burn, roar, howl, bloom, flicker, melt, swirl, sparkle, twinkle, flow, drip, rust, fade, bark, cheer, look, gaze, stare, live, grow, dine, rock, spin',
);

/** "a robot is stuck in a snowdrift": what the parser takes for a quality of nobody is done to the robot. */
function withCopulas(words: readonly Word[], arcs: readonly Arc[]): readonly Arc[] {
  const mended = [...arcs];
  for (const [i, { tag, label, head }] of arcs.entries()) {
    const be = arcs[head];
    if (tag !== 'VBN' || !isOneOf(label, 'acomp', 'attr') || be === undefined) continue;
    if (!isOneOf(lowerAt(words, head), 'is', 'are', 'was', 'were') || head > i) continue;
    const isOf = (at: number): boolean => arcs.some((one) => one.head === at && isSubject(one));
    if (!isOf(i) || isOf(head)) continue;
    handOn(mended, head, i);
    mended[i] = { ...(mended[i] as Arc), head: be.head === head ? i : be.head, label: be.label };
    mended[head] = { ...be, head: i, label: 'auxpass' };
  }
  return mended;
}

/** "a door swings open", "noses open a door": it moves, and is open then. */
function withOpenings(words: readonly Word[], arcs: readonly Arc[]): readonly Arc[] {
  const mended = [...arcs];
  for (let i = 0; i + 1 < words.length; i++) {
    const [verb, open] = [mended[i] as Arc, mended[i + 1] as Arc];
    if (!hasTag(verb, 'VBZ', 'VBP') || !isOneOf(lowerAt(words, i + 1), 'open', 'shut')) continue;
    if (open.tag === 'JJ' && verb.label === 'nsubj' && verb.head === i + 1) {
      handOn(mended, i + 1, i);
      mended[i] = changed(verb, open.head === i + 1 ? i : open.head, open.label);
      mended[i + 1] = changed(open, i, 'acomp');
    } else if (hasTag(open, 'VB', 'VBP') && open.head === i) {
      handOn(mended, i + 1, i);
      mended[i + 1] = { ...changed(open, i, 'acomp'), tag: 'JJ' };
    }
  }
  return mended;
}

/** "has eaten half of a cake": what somebody has done, and no half that they have. */
function withPerfects(words: readonly Word[], arcs: readonly Arc[]): readonly Arc[] {
  const mended = [...arcs];
  for (let i = 0; i + 2 < words.length; i++) {
    const [has, done] = [mended[i] as Arc, mended[i + 1] as Arc];
    const reached = mended[done.head];
    if (!isOneOf(lowerAt(words, i), 'has', 'have') || !isTensed(has) || done.tag !== 'VBN') continue;
    if (done.label !== 'amod' || done.head <= i + 1 || reached?.head !== i || reached.label !== 'dobj')
      continue;
    handOn(mended, i, i + 1);
    mended[i + 1] = { ...changed(done, has.head === i ? i + 1 : has.head, has.label) };
    mended[i] = changed(has, i + 1, 'aux');
  }
  return mended;
}

/** "a tray of round loaves": the first of two that a preposition leads to says what the second is like. */
function withLooksReached(
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
    mended[i] = changed(look, i + 1, 'amod');
  }
  return mended;
}

/** "is" of "is painted". */
const isHelper = (arc: Arc): boolean => hasLabel(arc, 'aux', 'auxpass');

/** "deck chairs | fly", "on the wall somebody has scratched …": right before a verb that nobody does stands who does it. */
function withDoersBefore(words: readonly Word[], arcs: readonly Arc[]): readonly Arc[] {
  const mended = [...arcs];
  // Of each verb the first before it; in one pass, since a sentence may have a great many words.
  const helpers = new Map<number, number>();
  for (const [i, arc] of arcs.entries())
    if (i < arc.head && isHelper(arc) && hasTag(arc, 'VBZ', 'VBP') && !helpers.has(arc.head))
      helpers.set(arc.head, i);
  for (const [verb, arc] of arcs.entries()) {
    const isTold = hasTag(arc, 'VBZ', 'VBP') && !isHelper(arc);
    const helper = helpers.get(verb) ?? -1;
    if (!isTold && helper < 0) continue;
    if (
      arcs.some(({ head, label }) => head === verb && isOneOf(label, 'nsubj', 'nsubjpass', 'csubj', 'expl'))
    )
      continue;
    const noun = (helper < 0 ? verb : helper) - 1;
    const doer = mended[noun];
    if (doer === undefined || !hasTag(doer, 'NN', 'NNS')) continue;
    const form = arcs[helper < 0 ? verb : helper] as Arc;
    if ((form.tag === 'VBZ') !== (doer.tag === 'NN')) continue;
    const isAlone = doer.head === noun && doer.label === 'ROOT' && arc.head === verb && verb === noun + 1;
    const isSecond =
      doer.label === 'pobj' &&
      doer.head < noun - 1 &&
      arcs.some(({ head, label }, i) => i < noun && head === doer.head && label === 'pobj') &&
      !arcs.some(({ tag, head }) => tag === 'CC' && head === doer.head) &&
      lowerAt(words, noun - 1) !== 'and';
    if (isAlone || isSecond) mended[noun] = changed(doer, verb, 'nsubj');
  }
  return mended;
}

/** The parser's arcs, with what is known to be otherwise set right. */
export const mended = (
  words: readonly Word[],
  arcs: readonly Arc[],
  dictionary: Dictionary,
): readonly Arc[] => MENDS.reduce((known, mend) => mend(words, known, dictionary), arcs);

const PARTICIPLES = list(
  'hung, bent, lit, stuck, built, caught, laid, bound, spread, slung, strung, flung, thrown, drawn',
);
/** In front of "by" something was done to whoever stands before these. */
const DONE_BY = list(
  'struck, hit, led, held, torn, driven, cut, fed, shot, swept, blown, hidden, broken, dug, split, ridden, taken, bitten, eaten, worn, woven, shaken, woken',
);
const isParticiple = (word: string): boolean => /ed$/.test(word) || PARTICIPLES.has(word);

/** "shelves packed with books": nothing that was done once, where the text tells of now. */
export const withParticiples = (words: readonly Word[], arcs: readonly Arc[]): readonly Arc[] =>
  arcs.map((arc, i) => {
    const next = arcs[i + 1]?.tag;
    return arc.tag === 'VBD' &&
      (isParticiple((words[i] as Word).lower) ||
        (lowerAt(words, i + 1) === 'by' && DONE_BY.has(lowerAt(words, i)))) &&
      (next === undefined ||
        isOneOf(next, 'IN', 'RP', 'TO') ||
        isOneOf(lowerAt(words, i + 1), 'low', 'high', 'tight', 'shut', 'open')) &&
      !arcs.some(({ head, label }) => head === i && isOneOf(label, 'dobj', 'aux', 'auxpass'))
      ? { ...arc, tag: 'VBN' }
      : arc;
  });

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

/** "a teddy bear", "a watering can": the second is no verb. */
function withKnownCompounds(
  words: readonly Word[],
  arcs: readonly Arc[],
  dictionary: Dictionary,
): readonly Arc[] {
  const mended = [...arcs];
  for (let i = 1; i < words.length; i++) {
    const [first, second] = [mended[i - 1] as Arc, mended[i] as Arc];
    if (
      !hasTag(second, 'VB', 'VBP', 'MD') ||
      !(isNoun(first) || first.tag === 'VBG') ||
      !dictionary.isCompound((words[i - 1] as Word).lower, (words[i] as Word).lower)
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

const WHERE = list('above, below, behind, beneath, inside, outside, near, under, around, over');

/** "sky above road": in front of a noun these lead to it, and are no adverbs. */
function withWhere(words: readonly Word[], arcs: readonly Arc[]): readonly Arc[] {
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

/** "in a suit and tie", "carries surf boards": what a preposition or a verb reaches is a thing where it can be one. */
const withReached = (words: readonly Word[], arcs: readonly Arc[], dictionary: Dictionary): readonly Arc[] =>
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

/** "beside a fire hydrant": what stands behind the noun is no quality of it but the noun. */
function withTornCompounds(
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

/** "spiky", "asleep", "scarecrow": adjectives and nouns that no parse makes anything else. */
const withAdjectives = (
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
      return { ...arc, tag: 'JJ' };
    return isNoVerb && dictionary.isNoun(lower) ? { ...arc, tag: 'NN' } : arc;
  });

/** "unmade bed": a word that the parser does not know, and took for one like "under". */
function withLooks(words: readonly Word[], arcs: readonly Arc[], dictionary: Dictionary): readonly Arc[] {
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

/** In this order, each with what those before it set right. */
const MENDS: readonly ((
  words: readonly Word[],
  arcs: readonly Arc[],
  dictionary: Dictionary,
) => readonly Arc[])[] = [
  withAdjectives,
  withMakes,
  withLooks,
  withReached,
  withLooksReached,
  withWhere,
  withTornCompounds,
  withKnownCompounds,
  withDeedsOfSomebody,
  withDeedsBetween,
  withThingsReached,
  withCompounds,
  withSubjects,
  withDoersBefore,
  withCopulas,
  withPerfects,
  withOpenings,
  withDoersBehind,
  withNearerHeads,
  withNearestHeads,
];
