/** What is done to things, and to what somebody has: "with his arms crossed". */
import { BODY, CLOTHING, list } from '../lexicon.js';
import { hasTag, isNoun, isSubject, isTensed } from './arcs.js';
import type { HungWords } from './hung-words.js';
import { isOneOf } from './word.js';

/** "lanterns strung between poles": done to them, and no quality. */
export function takeForDone(hung: HungWords, i: number): void {
  if (hung.arc(i).tag !== 'JJ' || !STRUNG.has(hung.lower(i))) return;
  if (isNoun(hung.arcs[i - 1]) && hasTag(hung.arcs[i + 1], 'IN', 'RP', 'TO'))
    hung.move(i, i - 1, 'acl', 'VBN');
}

/** "a dragon curled around a lighthouse licks": it lies so while it does what follows. */
export function curlUp(hung: HungWords, i: number): void {
  const { tag, label } = hung.arc(i);
  const doer = hung.arcs[i - 1];
  if (tag !== 'VBD' || !isOneOf(label, 'ROOT', 'dep', 'acl') || doer?.label !== 'nsubj' || doer.head <= i)
    return;
  if (!hasTag(hung.arc(doer.head), 'VBZ', 'VBP') || hung.doers(i).length > 0) return;
  if (hung.arc(doer.head).head === i) hung.move(doer.head, doer.head, 'ROOT');
  hung.move(i, i - 1, 'acl', 'VBN');
}

/** "is torn in half by a hand": done by it, and not beside it. */
export function tearBy(hung: HungWords, i: number): void {
  const { label, head } = hung.arc(i);
  if (hung.lower(i) !== 'by' || label !== 'prep') return;
  const [torn] = hung.kids(head, 'acomp');
  if (torn === undefined || torn > i || !isParticiple(hung.lower(torn))) return;
  hung.move(i, torn, 'agent');
}

/** "is helped into a carriage by two footmen": they help. */
export function helpBy(hung: HungWords, i: number): void {
  const { label, head } = hung.arc(i);
  const where = hung.arc(head);
  const deed = where.label === 'pobj' ? hung.arc(where.head).head : -1;
  if (hung.lower(i) !== 'by' || label !== 'prep' || head > i || hung.arcs[deed]?.tag !== 'VBN') return;
  if (hung.kids(deed, 'auxpass').length === 0 || hung.kids(deed, 'agent').length > 0) return;
  if (hung.kids(i, 'pobj').some((at) => hung.dictionary.isAlive(hung.lower(at)))) hung.move(i, deed, 'agent');
}

/** "with his arms crossed", "with her thumbs hooked in her belt": what is done to what somebody has. */
export function hold(hung: HungWords, i: number): void {
  const noun = i - 1;
  const arc = hung.arc(i);
  if (noun < 1 || !isNoun(hung.arc(noun)) || !hasTag(arc, 'VBD', 'VBN', 'VBP', 'JJ')) return;
  if (!isParticiple(hung.lower(i)) || !hung.isOwn(noun)) return;
  const { label, head } = hung.arc(noun);
  const lead =
    label === 'pobj'
      ? head
      : hung.arcs.findLastIndex((one, at) => at < noun && one.label === 'prep' && hung.lower(at) === 'with');
  // "with his hands on his hips and his head tipped back".
  const isSecond = label !== 'pobj' && hung.joinedFrom(noun) > lead;
  if (hung.lower(lead) !== 'with' || noun - lead > (isSecond ? 9 : 4)) return;
  const isDoing = label !== 'pobj' && !(isSubject(hung.arc(noun)) && head === i);
  const isTold = arc.label === 'ROOT' && !hung.arcs.slice(0, lead).some(isTensed);
  if (isTold && wear(hung, i, lead)) return;
  if (isDoing || isTold || hung.doers(i).some((at) => at !== noun)) return;
  hung.move(i, noun, 'acl', 'VBN');
  const [held] = hung.kids(lead, 'pobj');
  if (isSecond && held !== undefined) hung.move(noun, held, 'conj');
  else if (label !== 'pobj') hung.move(noun, lead, 'pobj');
  placeHolder(hung, i, lead);
}

/** "a man with his coat torn": nobody tears. */
function wear(hung: HungWords, i: number, lead: number): boolean {
  const noun = i - 1;
  const [doer, other] = hung.doers(i);
  const isOnSomebody = BODY.has(hung.lower(noun)) || CLOTHING.has(hung.lower(noun));
  if (doer === undefined || other !== undefined || hung.arc(lead).head !== doer || !isOnSomebody)
    return false;
  if (hung.arc(noun).label !== 'pobj' || MOVED.has(hung.lemma(i)) || hung.kids(i, 'dobj', 'xcomp').length > 0)
    return false;
  hung.move(doer, doer, 'ROOT');
  hung.move(i, noun, 'acl', 'VBN');
  return true;
}

/** "stands with her arms crossed beside a car": she is beside it. */
function placeHolder(hung: HungWords, participle: number, lead: number): void {
  const verb = hung.verbAbove(lead);
  if (verb < 0 || !POSED.has(hung.lower(participle))) return;
  for (const kid of hung.kids(participle, 'prep')) {
    const objects = hung.kids(kid, 'pobj');
    const isOther = objects.every((at) => !hung.isOwn(at) && !BODY.has(hung.lower(at)));
    const isSeat = SEATED.has(hung.lemma(verb)) && isOneOf(hung.lower(participle), 'crossed', 'folded');
    if ((BESIDE.has(hung.lower(kid)) || (isSeat && isOneOf(hung.lower(kid), 'on', 'in', 'at'))) && isOther)
      hung.move(kid, verb, 'prep');
  }
}

/** "study a blueprint spread out on a table": the blueprint is. */
export function spread(hung: HungWords, i: number): void {
  const { tag, label, head } = hung.arc(i);
  const before = hung.arcs[i - 1];
  if (!isOneOf(tag, 'VBD', 'VBN') || !isParticiple(hung.lower(i))) return;
  if (!isOneOf(label, 'ccomp', 'xcomp', 'oprd', 'conj', 'dep', 'ROOT')) return;
  if (!isNoun(before) || before?.label !== 'dobj' || (before.head !== head && head !== i)) return;
  if (hung.doers(i).length > 0 || hung.kids(i, 'prep', 'prt').length === 0) return;
  hung.move(i, i - 1, 'acl', 'VBN');
}

const STRUNG = list('strung, slung, flung, hung, stuck, bent, bound, thrown, drawn, tucked, spread, draped');
const PARTICIPLES = list(
  'bent, spread, held, hung, shut, open, thrown, drawn, sunk, bound, stuck, caught, lit, laid, left, wide, torn, broken, undone, cut',
);
const isParticiple = (word: string): boolean => /ed$/.test(word) || PARTICIPLES.has(word);
/** Who did these went somewhere, or did it to nobody. */
const MOVED = list(
  'walk, jump, step, climb, stroll, wander, march, hurry, smile, laugh, look, stare, gaze, wait, rush, dance, kneel, crouch, lean, appear, arrive, enter, leap, race',
);
const POSED = list(
  'crossed, folded, raised, closed, bent, spread, outstretched, lowered, lifted, bowed, tilted',
);
const SEATED = list('sit, kneel, lie, stand, perch');
const BESIDE = list('beside, near, behind, under, by, outside, opposite, against, below, beneath');
