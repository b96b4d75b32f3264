/** What the parser is not sure of is not taken apart: its clause is asked whole. */
import { wordTable } from '@shared/word-table.js';
import { SIDES } from '../lexicon.js';
import { isTensed, isVerb } from './arcs.js';
import { type Draft, wordsOfDraft } from './draft.js';
import { isOneOf, type ParsedWord } from './word.js';
import { isWorn } from './worn.js';

/**
 * How sure an arc has to be, by its label: from there on five claims in six were right on prompts that were marked for
 * this. Where a phrase belongs is often in doubt and seldom matters: "polishes a lantern in a workshop".
 */
const LIMITS = wordTable<number>({
  prep: 0.5,
  acl: 0.5,
  relcl: 0.5,
  nsubj: 0.5,
  nsubjpass: 0.5,
  prt: 0.5,
  agent: 0.5,
  compound: 0.45,
  amod: 0.4,
  nummod: 0.35,
  nmod: 0.45,
  conj: 0.55,
  det: 0.4,
  poss: 0.4,
  advmod: 0.7,
  pobj: 0.66,
  dobj: 0.78,
  acomp: 0.6,
  attr: 0.6,
});
const OTHERS = 0.8;
/** "riding a snail with two moons": what "with" belongs to changes what is said. */
const WITH = 0.8;
const WITH_NOTHING_ELSE = 0.5;
const WITH_FAR_FROM_ITS_VERB = 0.88;
/** "hands a rose to a dragon": hardly anything else can be meant. */
const TO = 0.4;
const IN_ITS_PHRASE = 0.4;

/** In front of its own noun an adjective or a number hardly belongs anywhere else. */
const isInItsPhrase = ({ kind, subject, said, object }: Draft): boolean =>
  (kind === 'attribute' || kind === 'count') &&
  subject !== null &&
  object === null &&
  said.every(({ start }) => start >= subject.start && start < subject.head.start);

/** Right in front of its noun. */
const BEFORE_ITS_NOUN = 0.3;

/** Of "a fan spinning" it is all one whether the fan is the subject or is said more of. */
const ALL_ONE = 0.25;
/** Right before a verb that says who does it stands who does it. */
const BEFORE_ITS_VERB = 0.35;
/** "turns around". */
const BEHIND_ITS_VERB = 0.4;
/** "about to jump". */
const ABOUT_TO = 0.4;
/** Nothing but the object's own words stands between it and its verb, or its preposition. */
const NEAR_ITS_VERB = 0.5;
const NEAR_ITS_PREPOSITION = 0.35;

/** "up" of "picks up", "open" of "pushes open". */
const isParticle = ({ label, lower }: ParsedWord): boolean =>
  label === 'prt' || (label === 'acomp' && isOneOf(lower, 'open', 'shut'));

function limitOf(i: number, { object }: Draft, piece: readonly ParsedWord[]): number {
  const { label, lower, head } = piece[i] as ParsedWord;
  const isNext = Math.abs(head - i) === 1;
  if (label === 'compound' && isNext) return BEFORE_ITS_NOUN;
  if (label === 'nsubj' && isNext && piece[head]?.tag === 'VBG') return ALL_ONE;
  if (label === 'nsubj' && head === i + 1 && isTensed(piece[head])) return BEFORE_ITS_VERB;
  if (label === 'advmod' && head === i - 1) return BEHIND_ITS_VERB;
  if (label === 'xcomp' && piece[head]?.lower === 'about') return ABOUT_TO;
  // Of "gives two boys a lamp" the boys stand between.
  const isWhom = (at: number): boolean => piece[at]?.label === 'dative' && piece[at].head === head;
  const isNear =
    head < i &&
    i - head < 6 &&
    piece
      .slice(head + 1, i)
      .every((one, k) => one.head === i || isParticle(one) || isWhom(head + 1 + k) || isWhom(one.head));
  if (label === 'dobj' && isNear) return NEAR_ITS_VERB;
  if (label === 'pobj' && isNear) return NEAR_ITS_PREPOSITION;
  if (label === 'prep' && lower === 'to' && !isNext) return TO;
  const worn = object !== null && isWorn(object.head);
  if (label === 'prep' && lower === 'with' && !worn)
    // Of "a man with a dog sits" no verb is yet there that it could belong to.
    return piece.slice(0, i).every((one) => !isVerb(one)) && isNext
      ? WITH_NOTHING_ELSE
      : isVerb(piece[head]) && !isNext
        ? WITH_FAR_FROM_ITS_VERB
        : WITH;
  return LIMITS[label] ?? OTHERS;
}

/**
 * What is left of a deed where only where it is done, which way, or with what, is in doubt: "standing" of "standing … with
 * a lamp", "waving arms" of "waving arms … out". Null for what says nothing by itself.
 */
export function withoutPlace(draft: Draft): Draft | null {
  if (draft.kind !== 'action' || draft.passive || draft.negated) return null;
  const said = draft.said.filter(({ label }) => label !== 'advmod');
  if (draft.link.length === 0) return said.length < draft.said.length ? { ...draft, said } : null;
  return draft.direct === null && said.slice(1).every(({ tag }) => tag === 'RP')
    ? { ...draft, said, link: [], object: null, also: null }
    : null;
}

/** Whether the parser is sure enough of every arc inside the words of a draft. */
export function isSure(draft: Draft, piece: readonly ParsedWord[]): boolean {
  const words = new Set<ParsedWord>(wordsOfDraft(draft));
  return piece.every((word, i) => {
    const head = piece[word.head];
    if (!words.has(word) || head === undefined || head === word || !words.has(head)) return true;
    if (head.lemma === 'face' && SIDES.has(word.lower)) return true;
    return word.sure >= (isInItsPhrase(draft) ? IN_ITS_PHRASE : limitOf(i, draft, piece));
  });
}
