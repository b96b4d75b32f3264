/** Who does what: the noun nearest to a deed, where the parser gives it to another. */
import { singularOf } from '../english.js';
import { isAlive, list } from '../lexicon.js';
import { hasLabel, hasTag, isNoun, isTensed, isVerb } from './arcs.js';
import type { HungWords } from './hung-words.js';
import { isOneOf } from './word.js';

/** "barks as a girl laughs and waves": the girl waves. */
export function joinToNearest(hung: HungWords, i: number): void {
  const arc = hung.arc(i);
  const head = hung.arc(arc.head);
  if (arc.label !== 'conj' || !isTensed(arc) || arc.tag !== head.tag || arc.head > i) return;
  if (hung.doers(i).length > 0) return;
  const nearest = hung.arcs.findLastIndex(
    (one, at) =>
      at > arc.head && at < i && one.tag === arc.tag && one.label === 'advcl' && hung.doers(at).length > 0,
  );
  if (nearest >= 0) hung.move(i, nearest, 'conj');
}

/** "rolls past a gate and a boy peeks out": the boy does. */
export function giveOwnDoer(hung: HungWords, i: number): void {
  const { label, head, tag } = hung.arc(i);
  const noun = i - 1;
  if (label !== 'conj' || !isTensed(hung.arc(i)) || head > noun || !isTensed(hung.arc(head))) return;
  const doer = hung.arcs[noun];
  if (doer?.label !== 'conj' || doer.tag !== (tag === 'VBZ' ? 'NN' : 'NNS')) return;
  const start = hung.joinedFrom(noun);
  const isSomebody = /^\p{Lu}/u.test(hung.words[start]?.text ?? '');
  if (start < 0 || hung.doers(i).length > 0) return;
  if (!isSomebody && !hasTag(hung.arc(start), 'DT', 'PRP$', 'NNS')) return;
  hung.move(noun, i, 'nsubj');
  hung.move(start - 1, head, 'cc');
}

/** "stacked against walls and lanterns strung from poles": what the last does, and not what the first does. */
export function giveOwnDeed(hung: HungWords, i: number): void {
  const { tag, label, head } = hung.arc(i);
  const noun = i - 1;
  const own = hung.arcs[noun];
  if (!isOneOf(tag, 'VBN', 'VBG') || label === 'pcomp' || !isNoun(own) || own?.label !== 'conj') return;
  if (own.head > noun || hung.joinedFrom(noun) < 0) return;
  const isSaidOf = (deed: number, thing: number): boolean =>
    hung.arc(deed).label === 'acl' && hung.arc(deed).head === thing;
  // "a lantern hooked to his belt and a mule loaded with sacks".
  const isSecond = label === 'acl' && head === own.head && hung.kids(head, 'acl').some((at) => at < noun);
  if (isSecond || (head !== noun && isSaidOf(head, own.head))) {
    hung.move(i, noun, 'acl');
    return;
  }
  const reached = hung.arc(own.head);
  if (!hasLabel(reached, 'pobj', 'dobj')) return;
  // The noun of which the first deed is said, over the preposition that reaches.
  const deed = reached.label === 'pobj' ? hung.arc(reached.head).head : reached.head;
  const first = hung.arc(deed);
  if (!hasTag(first, 'VBN', 'VBG') || !isSaidOf(deed, first.head)) return;
  const doers = hung.doers(i);
  if (doers.some((at) => at !== first.head)) return;
  for (const at of doers) hung.move(at, at, 'ROOT');
  hung.move(noun, first.head, 'conj');
  hung.move(i, noun, 'acl');
}

/** "reads to children sitting on a rug": they do. */
export function sitDown(hung: HungWords, i: number): void {
  const { tag, label, head } = hung.arc(i);
  const noun = hung.arcs[i - 1];
  if (tag !== 'VBG' || !SITTING.has(hung.lower(i)) || !isOneOf(label, 'acl', 'advcl', 'xcomp', 'conj'))
    return;
  if (head >= i - 1 || !hasLabel(noun, 'pobj', 'dobj') || hung.lower(i - 2) === 'of') return;
  const word = hung.lower(i - 1);
  if (isAlive(word) || isAlive(singularOf(word).singular)) hung.move(i, i - 1, 'acl');
}

/** "dust covering the floor and an axe stuck in a log": dust is stuck nowhere. */
export function parallel(hung: HungWords, i: number): void {
  const doers = hung.kids(i, 'nsubj');
  const [first, second] = doers;
  if (doers.length !== 2 || first === undefined || second === undefined || hung.joinedFrom(second) < 0)
    return;
  if (hung.kids(first, 'acl').some((at) => at < second)) {
    const isRoot = hung.arc(i).head === i;
    hung.move(first, isRoot ? first : hung.arc(i).head, isRoot ? 'ROOT' : hung.arc(i).label);
  }
}

/** "cars honking and vendors shouting": the vendors do what stands behind them. */
export function goOn(hung: HungWords, i: number): void {
  const noun = i - 1;
  const own = hung.arcs[noun];
  if (!hasTag(hung.arc(i), 'VBG', 'VBN') || !isNoun(own) || own?.label !== 'conj' || own.head > noun) return;
  // "a briefcase bursting open and papers flying".
  const near = hung.arc(own.head);
  const deed = hasLabel(near, 'acomp', 'advmod', 'prt') ? hung.arc(near.head) : near;
  if (!hasTag(deed, 'VBG', 'VBN') || deed.label !== 'acl' || !isNoun(hung.arc(deed.head))) return;
  if (hung.joinedFrom(noun) < 0 || hung.doers(i).some((at) => at !== noun)) return;
  hung.move(noun, deed.head, 'conj');
  hung.move(i, noun, 'acl');
}

/** "a kite and a balloon flying": said of them, and nothing that is there besides. */
export function doBoth(hung: HungWords, i: number): void {
  const { tag, label, head } = hung.arc(i);
  const noun = hung.arcs[i - 1];
  if (tag !== 'VBG' || label !== 'conj' || head >= i - 1 || !isNoun(hung.arc(head))) return;
  if (isNoun(noun) && noun?.label === 'conj' && noun.head === head) hung.move(i, i - 1, 'acl');
}

/** "a man dressed as a chicken hands out leaflets": no chicken does. */
export function dressAs(hung: HungWords, i: number): void {
  const doers = hung.kids(i, 'nsubj');
  const second = doers.at(-1);
  if (second === undefined || doers.length > 2) return;
  const as = (hung.kids(second, 'det')[0] ?? second) - 1;
  const deed = hung.arcs.findLastIndex(
    (arc, at) => at < as && arc.label === 'acl' && LIKENING.has(hung.lemma(at)),
  );
  const first = hung.arcs[deed]?.head ?? -1;
  if (hung.lower(as) !== 'as' || deed < 0 || first > deed) return;
  // Whoever is dressed so does it, or nobody yet did anything.
  if (!doers.includes(first) && hung.arc(first).head !== first) return;
  if (!doers.includes(first)) hung.move(first, i, 'nsubj');
  hung.move(as, deed, 'prep', 'IN');
  hung.move(second, as, 'pobj');
}

/** "a woman with a bag hung round her neck wins": no neck does. */
export function leadToSecond(hung: HungWords, i: number): void {
  const [first, second, third] = hung.kids(i, 'nsubj');
  if (first === undefined || second === undefined || third !== undefined) return;
  const start = Math.min(second, ...hung.kids(second, 'det', 'poss', 'amod', 'compound', 'nummod'));
  const lead = start - 1;
  if (
    lead <= first ||
    !(hung.arc(lead).tag === 'IN' || hung.lower(lead) === 'round') ||
    LEADS_CLAUSE.has(hung.lower(lead))
  )
    return;
  if (hung.kids(lead, 'pobj').length > 0) return;
  hung.move(lead, hung.arc(lead).head, 'prep', 'IN');
  hung.move(second, lead, 'pobj');
}

/** "watches her go": she goes. */
export function seeHer(hung: HungWords, i: number): void {
  const { label, head } = hung.arc(i);
  const verb = hung.arc(head).head;
  if (hung.lower(i) !== 'her' || label !== 'poss' || head !== i + 1 || verb >= i) return;
  if (hung.arc(head).label !== 'dobj' || !isVerb(hung.arc(verb)) || !SEEING.has(hung.lemma(verb))) return;
  if (!GOING.has(hung.lower(head)) || hung.kids(head).length > 1) return;
  hung.move(head, verb, 'ccomp', 'VB');
  hung.move(i, head, 'nsubj', 'PRP');
}

/** "watches a red sock tumble", "watches the train leave": what stands before does it. */
export function seeIt(hung: HungWords, i: number): void {
  const { tag, label, head } = hung.arc(i);
  const noun = i - 1;
  const doer = hung.arcs[noun];
  const isGoing = GOING.has(hung.lower(i)) || hung.dictionary.isMostlyVerb(hung.lower(i));
  if (tag !== 'NN' || !isOneOf(label, 'dobj', 'ccomp') || head >= noun || !isGoing) return;
  if (!isVerb(hung.arc(head)) || !SEEING.has(hung.lemma(head)) || !isNoun(doer) || doer?.head !== i) return;
  if (hung.dictionary.isCompound(hung.lower(noun), hung.lower(i))) return;
  for (const kid of hung.kids(i)) if (kid < noun) hung.move(kid, noun, hung.arc(kid).label);
  hung.move(noun, i, 'nsubj');
  hung.move(i, head, 'ccomp', 'VB');
  for (const kid of hung.kids(head, 'prep')) if (kid === i + 1) hung.move(kid, i, 'prep');
}

/** "students line up outside": a noun that does something is a verb. */
export function standUp(hung: HungWords, i: number): void {
  const { tag, label } = hung.arc(i);
  const doer = hung.kids(i, 'nsubj')[0];
  if (tag !== 'NN' || label !== 'ROOT' || doer === undefined || hung.arc(doer).tag !== 'NNS') return;
  const next = hung.arcs[i + 1];
  if (!hung.dictionary.isVerb(hung.lower(i)) || !hasTag(next, 'RP', 'IN', 'TO', 'RB')) return;
  if (hung.kids(i, 'cop', 'det', 'amod', 'compound').length === 0)
    hung.arcs[i] = { ...hung.arc(i), tag: 'VBP' };
  if (next?.tag === 'RP') hung.move(i + 1, i, 'prt');
}

const SEEING = list('watch, see, help, let, hear');
const GOING = list(
  'go, leave, fade, tumble, burn, sink, rise, drift, walk, run, dance, sleep, pass, work, fall, climb, play, swim, eat, drink, dress, cry, sing, laugh, fly, jump, ride',
);
/** Done as something, or with it as something. */
const LIKENING = list('dress, wear, use, disguise, paint, pose, costume, mask');
const LEADS_CLAUSE = list(
  'as, while, when, because, before, after, until, since, than, if, though, that, where',
);
const SITTING = list('sitting, standing, lying, kneeling, crouching, leaning, perching, sleeping');
