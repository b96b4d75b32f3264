/** What is done, by whom and to what, where the parser takes it for something else. */
import { participle } from '../english.js';
import { list } from '../lexicon.js';
import { handOn, hasLabel, hasTag, hungOn, isNoun, isSubject, isTensed, makesClause } from './arcs.js';
import { isDoneTo } from './carriers.js';
import type { Dictionary } from './dictionary.js';
import { type Arc, isOneOf, lowerAt, type Word } from './word.js';
import { standsAlone } from './word-order.js';

const BEHIND_DEEDS = ['IN', 'TO', 'DT', 'PRP', 'PRP$', 'RP', 'RB', 'NN', 'NNS', 'JJ'];

/** "a firefighter washing soot off his face": behind somebody no noun of the two says which one. */
export function withDeedsOfSomebody(
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
    const isPart = doer.head === i && doer.label === 'compound';
    const isBeside =
      doer.head === i - 1 &&
      arc.head === i &&
      arc.tag === 'NN' &&
      !dictionary.isCompound(lower, lowerAt(words, i + 1));
    if (!(isPart || isBeside) || dictionary.isCompound(before, lower)) continue;
    if (!dictionary.isVerb(dictionary.lemmaOf(lower, 'VBG'))) continue;
    // "a dog sleeping" is no kind of sleeping.
    if (next ? !hasTag(next, ...BEHIND_DEEDS) : !standsAlone(dictionary.lemmaOf(lower, 'VBG'))) continue;
    handOn(mended, i, i - 1, i - 1);
    if (isPart) mended[i - 1] = { ...doer, head: arc.head === i ? i - 1 : arc.head, label: arc.label };
    mended[i] = { ...hungOn(arc, i - 1, 'acl'), tag: 'VBG' };
    if (next && hasTag(next, 'NN', 'NNS') && (next.head === i + 1 || next.head === i))
      mended[i + 1] = hungOn(next, i, 'dobj');
  }
  return mended;
}

/** "seagull stealing sandwich": in front of a thing, behind somebody, it is what they do. */
export function withDeedsBetween(
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
    mended[arc.head] = hungOn(reached, i, 'dobj');
    mended[i] = hungOn(arc, i - 1, 'acl');
  }
  return mended;
}

const BY_ITSELF = list(
  'sit, stand, lie, kneel, lean, sleep, crouch, smile, laugh, cry, run, walk, jump, fall, rise, float, glow, wait, hide, fly, swim, dance, sing, talk, fight, work, shine, burn, roar, howl, bloom, flicker, melt, swirl, sparkle, twinkle, flow, drip, rust, fade, bark, cheer, look, gaze, stare, live, grow, dine, rock, spin',
);

/** "chef tossing pizza dough", "boxers touch gloves": a noun without an article right behind what is done to things. */
export function withThingsReached(
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
    mended[noun] = hungOn(thing, i, 'dobj');
    if (arc.head === i && (arc.tag === 'VBG' || isNamed) && mended[i - 1]?.head === i - 1)
      mended[i] = { ...hungOn(arc, i - 1, 'acl'), tag: 'VBG' };
  }
  return mended;
}

/** "the red bear dances", "a mech kneeling in": what stands in front of a verb as if it were a part of it is who does it. */
export function withSubjects(words: readonly Word[], arcs: readonly Arc[]): readonly Arc[] {
  const mended = [...arcs];
  for (const [i, arc] of arcs.entries()) {
    const isPart = hasLabel(arc, 'compound', 'nmod', 'amod') && isNoun(arc) && arc.head > i;
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
    mended[i] = hungOn(arc, arc.head, 'nsubj');
    // Its article hung on the verb too.
    for (const [at, other] of mended.entries())
      if (at < i && other.head === arc.head && hasLabel(other, 'det', 'amod', 'poss'))
        mended[at] = { ...other, head: i };
  }
  return mended;
}

/** "is" of "is painted". */
const isHelper = (arc: Arc): boolean => hasLabel(arc, 'aux', 'auxpass');

/** "deck chairs | fly", "on the wall somebody has scratched …": right before a verb that nobody does stands who does it. */
export function withDoersBefore(words: readonly Word[], arcs: readonly Arc[]): readonly Arc[] {
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
    if (isAlone || isSecond) mended[noun] = hungOn(doer, verb, 'nsubj');
  }
  return mended;
}

/** "a robot is stuck in a snowdrift": what the parser takes for a quality of nobody is done to the robot. */
export function withCopulas(words: readonly Word[], arcs: readonly Arc[]): readonly Arc[] {
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

/** "has eaten half of a cake": what somebody has done, and no half that they have. */
export function withPerfects(words: readonly Word[], arcs: readonly Arc[]): readonly Arc[] {
  const mended = [...arcs];
  for (let i = 0; i + 2 < words.length; i++) {
    const [has, done] = [mended[i] as Arc, mended[i + 1] as Arc];
    const reached = mended[done.head];
    if (!isOneOf(lowerAt(words, i), 'has', 'have') || !isTensed(has) || done.tag !== 'VBN') continue;
    if (done.label !== 'amod' || done.head <= i + 1 || reached?.head !== i || reached.label !== 'dobj')
      continue;
    handOn(mended, i, i + 1);
    mended[i + 1] = { ...hungOn(done, has.head === i ? i + 1 : has.head, has.label) };
    mended[i] = hungOn(has, i + 1, 'aux');
  }
  return mended;
}

/** "a door swings open", "noses open a door": it moves, and is open then. */
export function withOpenings(words: readonly Word[], arcs: readonly Arc[]): readonly Arc[] {
  const mended = [...arcs];
  for (let i = 0; i + 1 < words.length; i++) {
    const [verb, open] = [mended[i] as Arc, mended[i + 1] as Arc];
    if (!hasTag(verb, 'VBZ', 'VBP') || !isOneOf(lowerAt(words, i + 1), 'open', 'shut')) continue;
    if (open.tag === 'JJ' && verb.label === 'nsubj' && verb.head === i + 1) {
      handOn(mended, i + 1, i);
      mended[i] = hungOn(verb, open.head === i + 1 ? i : open.head, open.label);
      mended[i + 1] = hungOn(open, i, 'acomp');
    } else if (hasTag(open, 'VB', 'VBP') && open.head === i) {
      handOn(mended, i + 1, i);
      mended[i + 1] = { ...hungOn(open, i, 'acomp'), tag: 'JJ' };
    }
  }
  return mended;
}

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

const PARTICIPLES = list(
  'hung, bent, lit, stuck, built, caught, laid, bound, spread, slung, strung, flung, thrown, drawn',
);

/** In front of "by" something was done to whoever stands before these. */
const DONE_BY = list(
  'struck, hit, led, held, torn, driven, cut, fed, shot, swept, blown, hidden, broken, dug, split, ridden, taken, bitten, eaten, worn, woven, shaken, woken',
);

const isParticiple = (word: string): boolean => /ed$/.test(word) || PARTICIPLES.has(word);
