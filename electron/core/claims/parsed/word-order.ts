/** Who does something behind its verb, or not right before it: "beneath a bridge sleeps a man", "dressed in red he sits". */
import { BODY, CLOTHING, isAlive, list, PEOPLE, SIDES } from '../lexicon.js';
import { handOn, hasLabel, hasTag, hungOn, isNoun, isSubject, isTensed, isVerb } from './arcs.js';
import { lemmaOf } from './lemma.js';
import { IN_FRAME } from './mentions.js';
import { type Arc, isOneOf, lowerAt, type Word } from './word.js';

/** Whoever stands behind one of these does it: nothing is reached by them. */
const STANDS = list(
  'sit, stand, lie, hang, kneel, wait, sleep, lean, crouch, rest, perch, loom, rise, tower, float, grow, squat, lurk, hover, walk, run, come, stretch, glow, burn',
);

export const standsAlone = (word: string): boolean => STANDS.has(lemmaOf(word, 'VB'));

/** See hungOn. */
const changed = (arc: Arc, head: number, label: string): Arc => hungOn(arc, head, label, 0.8);

/** A noun behind the preposition that a sentence starts with: what that leads to, or joined to what it leads to. */
function heldByFirst(arcs: readonly Arc[], noun: number): { head: number; label: string } | null {
  if (!hasTag(arcs[0], 'IN', 'TO', 'RB')) return null;
  const held = arcs.findIndex(({ head, label }, i) => i < noun && head === 0 && label === 'pobj');
  if (held < 0) return { head: 0, label: 'pobj' };
  return arcs.some(
    ({ tag, head }, i) => tag === 'CC' && i < noun && i > held && (head === held || head === noun),
  )
    ? { head: held, label: 'conj' }
    : null;
}

const HELD_SO = list(
  'bent, raised, extended, outstretched, stretched, crossed, closed, open, lifted, folded, curved, tilted, spread, clenched',
);

/** "the left knee bent", "both elbows bent": how a part of somebody is held, and no thing or deed of its own. */
function withPose(words: readonly Word[], mended: Arc[], i: number): void {
  if (!BODY.has(lowerAt(words, i - 1)) || !HELD_SO.has(lowerAt(words, i))) return;
  const [part, arc] = [mended[i - 1] as Arc, mended[i] as Arc];
  if (part.head === i && hasLabel(part, 'compound', 'amod', 'nmod')) {
    handOn(mended, i, i - 1, i - 1);
    mended[i - 1] = changed(part, arc.head === i ? i - 1 : arc.head, arc.label);
    mended[i] = { ...changed(arc, i - 1, 'acl'), tag: 'VBN' };
  } else if (hasTag(part, 'VBZ', 'VBP') && arc.head === i - 1) {
    mended[i - 1] = { ...part, tag: 'NNS' };
    mended[i] = { ...changed(arc, i - 1, 'acl'), tag: 'VBN' };
    for (const [at, one] of mended.entries())
      if (at < i - 1 && one.head === i - 1) mended[at] = changed(one, i - 1, 'det');
  }
}

/** "with glowing blue eyes": nobody glows them. */
function withQuality(words: readonly Word[], mended: Arc[], i: number): void {
  const arc = mended[i] as Arc;
  const lead = mended[arc.head] as Arc;
  // "a pair of riding boots".
  const isOfSeveral =
    lowerAt(words, arc.head) === 'of' && isOneOf(lowerAt(words, lead.head), 'pair', 'pairs', 'set');
  if (arc.tag === 'VBG' && arc.label === 'pcomp' && (lowerAt(words, arc.head) === 'with' || isOfSeveral)) {
    const noun = mended.findIndex(
      (one, at) => at > i && one.head === i && one.label === 'dobj' && isNoun(one),
    );
    const isRightBefore =
      noun > i && mended.slice(i + 1, noun).every(({ tag }) => /^(?:JJ|NN|VB[NG])/.test(tag));
    if (!isRightBefore) return;
    mended[noun] = changed(mended[noun] as Arc, arc.head, 'pobj');
    mended[i] = changed(arc, noun, 'amod');
  }
}

/** "On the left | a girl": what stands there is no part of the place. */
function besideFirst(words: readonly Word[], mended: Arc[]): void {
  const lower = (i: number): string => lowerAt(words, i);
  const place = lower(1) === 'the' || lower(1) === 'one' ? 2 : 1;
  if (
    !isOneOf(lower(0), 'on', 'in', 'at', 'to') ||
    !(IN_FRAME.has(lower(place)) || isOneOf(lower(place), 'side', 'other'))
  )
    return;
  if (!isOneOf(lower(place + 1), 'a', 'an', 'the', 'one', 'two', 'three', 'four', 'some', 'several')) return;
  const noun = mended.findIndex((arc, i) => i > place + 1 && isNoun(arc) && arc.head <= place);
  const there = mended[noun];
  // "On the left a girl sleeps": she is held by what she does.
  if (there === undefined || (isSubject(there) && mended.some(({ head }, i) => i > noun && head === i)))
    return;
  mended[noun] = changed(there, noun, 'ROOT');
  if (place === 2) mended[1] = changed(mended[1] as Arc, 2, 'det');
}

/** "Behind her a clown": what is there is not what the preposition leads to. */
function behindFirst(words: readonly Word[], mended: Arc[]): void {
  if (!hasTag(mended[0], 'IN')) return;
  const [first, second, third] = mended.flatMap(({ head, label }, i) =>
    i > 0 && head === 0 && label === 'pobj' ? [i] : [],
  );
  if (first === undefined || second === undefined || third !== undefined) return;
  const start = mended.findIndex(
    ({ head, label }) => head === second && hasLabel({ label }, 'det', 'nummod'),
  );
  // "on the wall a boy has scratched …": he does.
  if (mended.some((arc, i) => i > second && isVerb(arc))) return;
  if (start !== first + 1 || words.slice(0, second).some(({ text }) => text === ',')) return;
  mended[second] = changed(mended[second] as Arc, second, 'ROOT');
}

/** "on a detective as a suspect slides …": nobody does it there. */
function apartFromFirst(words: readonly Word[], mended: Arc[]): void {
  const [first] = mended;
  if (!hasTag(first, 'IN') || first?.label !== 'prep' || first.head === 0) return;
  const { head } = first;
  const mark = mended.findIndex((one, i) => one.head === head && isOneOf(lowerAt(words, i), 'as', 'while'));
  if (mark > 1 && mark < head && mended[mark]?.label === 'mark') mended[0] = changed(first, 0, 'ROOT');
}

/**
 * "a man on the left holding a cup": the man does. "towers over a girl in a red coat": the girl is in it. "a raincoat and
 * boots": both are reached.
 */
export function withNearerHeads(words: readonly Word[], arcs: readonly Arc[]): readonly Arc[] {
  const mended = [...arcs];
  const lower = (i: number): string => lowerAt(words, i);
  besideFirst(words, mended);
  behindFirst(words, mended);
  apartFromFirst(words, mended);
  for (const [i, arc] of arcs.entries()) {
    const head = arcs[arc.head] as Arc;
    withPose(words, mended, i);
    if (arc.head === i) continue;
    withQuality(words, mended, i);
    if (hasLabel(arc, 'acl', 'relcl') && IN_FRAME.has(lower(arc.head)) && head.label === 'pobj') {
      const noun = (arcs[head.head] as Arc).head;
      if (isNoun(arcs[noun]) && noun !== i) mended[i] = changed(arc, noun, arc.label);
    } else if (arc.label === 'conj' && arc.tag === 'IN' && head.label === 'pobj')
      // "on the left and on a chair": prepositions are joined to one another.
      mended[i] = changed(arc, head.head, 'conj');
    else if (lower(i) === 'out' && arc.label === 'prep' && head.label === 'dobj')
      // "lifts a tire out of the trunk": it is lifted out.
      mended[i] = changed(arc, head.head, 'prep');
    else if (NEAR.has(lower(i)) && arc.head < i - 1 && isOfNounBefore(words, arcs, i))
      mended[i] = changed(arc, i - 1, 'prep');
    else if (arc.label === 'nmod' && isNoun(arc) && hasLabel(head, 'dobj', 'pobj') && isJoined(arcs, i)) {
      mended[i] = changed(arc, head.head, head.label);
      mended[arc.head] = changed(head, i, 'conj');
    }
  }
  return mended;
}

const isJoined = (arcs: readonly Arc[], i: number): boolean => {
  const { head } = arcs[i] as Arc;
  return arcs.some(
    (one, at) => one.tag === 'CC' && at > i && at < head && (one.head === i || one.head === head),
  );
};

const NEAR = list('in, on, at, against, around, under, over, behind, between, across, inside');

/**
 * "throws a ball at a boy on the left", "towers over a girl in a red coat", "sits with his head in his hands": it is said
 * of the noun right before.
 */
function isOfNounBefore(words: readonly Word[], arcs: readonly Arc[], i: number): boolean {
  const lower = (at: number): string => lowerAt(words, at);
  const before = arcs[i - 1];
  if (!isNoun(before)) return false;
  const reaches = (isOne: (word: string) => boolean): boolean =>
    arcs.some((one, at) => at > i && one.head === i && one.label === 'pobj' && isOne(lower(at)));
  const isIn = lower(i) === 'in';
  const isDone = isVerb(arcs[(arcs[i] as Arc).head]);
  if (isDone && !isIn && isAlive(lower(i - 1)) && reaches((word) => SIDES.has(word))) return true;
  if (isDone && isIn && PEOPLE[lower(i - 1)] !== undefined && reaches((word) => CLOTHING.has(word)))
    return true;
  return (
    BODY.has(lower(i - 1)) &&
    before?.label === 'pobj' &&
    lower(before.head) === 'with' &&
    arcs.some((one) => one.head === i - 1 && one.tag === 'PRP$')
  );
}

/** "Beneath a bridge a man sleeps", "between a book and a globe sits a mouse": the bridge and the globe do nothing. */
export function withDoersBehind(words: readonly Word[], arcs: readonly Arc[]): readonly Arc[] {
  const isOpposite = lowerAt(words, 0) === 'opposite' && arcs.length > 2;
  const mended = arcs.map((arc, i) => (isOpposite && i === 0 ? { ...arc, tag: 'IN' } : arc));
  for (const [verb, arc] of arcs.entries()) {
    if (!isTensed(arc)) continue;
    const doers = arcs.flatMap((one, i) => (one.head === verb && isSubject(one) && i < verb ? [i] : []));
    const behind = arcs.findIndex(
      (one, i) => i > verb && one.head === verb && hasLabel(one, 'dobj', 'attr') && isNoun(one),
    );
    // "Below it is a chest".
    const isBeing =
      isOneOf((words[verb] as Word).lower, 'is', 'are', 'was', 'were') &&
      doers.length === 0 &&
      hasTag(arcs[0], 'IN') &&
      (arcs[0] as Arc).head === verb &&
      hasLabel(arcs[verb - 1], 'pobj');
    const isInverted =
      behind > 0 &&
      (standsAlone((words[verb] as Word).lower) || isBeing) &&
      (verb === 0 || doers.length === 0 || heldByFirst(mended, doers.at(-1) as number) !== null);
    const [first] = doers;
    if (first !== undefined && (isInverted || doers.length > 1)) {
      const held = heldByFirst(mended, first);
      if (held) {
        mended[first] = changed(arcs[first] as Arc, held.head, held.label);
        if ((arcs[0] as Arc).head === 0 || isOpposite) mended[0] = changed(mended[0] as Arc, verb, 'prep');
      }
    }
    if (isInverted) mended[behind] = changed(arcs[behind] as Arc, verb, 'nsubj');
    dressed(mended, verb);
  }
  return mended;
}

/** "a scarecrow dressed in a tuxedo points": the tuxedo is what it is dressed in. */
function dressed(mended: Arc[], verb: number): void {
  const arc = mended[verb] as Arc;
  const preposition = arc.head;
  if (arc.label !== 'pobj' || preposition >= verb) return;
  const root = mended.findIndex(({ label, head }, i) => head === i && label === 'ROOT');
  const noun = mended.findIndex(({ head, label }) => head === verb && label === 'nsubj');
  if (root >= preposition || noun < preposition || noun > verb || !isNoun(mended[root])) return;
  mended[noun] = changed(mended[noun] as Arc, preposition, 'pobj');
  mended[root] = changed(mended[root] as Arc, verb, 'nsubj');
  mended[verb] = changed(arc, verb, 'ROOT');
}
