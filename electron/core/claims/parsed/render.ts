/** Drafts as claims: in the words that every claim is written in, with their parts. */
import type { ClaimKind } from '@shared/records/index.js';
import { participle } from '../english.js';
import type { Entity } from '../entities.js';
import * as lexicon from '../lexicon.js';
import { isNoun, isVerb } from './arcs.js';
import type { Draft, Mention } from './draft.js';
import { FORMATIONS, IN_FRAME } from './mentions.js';
import { LookRenderer } from './render-looks.js';
import { isOneOf, type ParsedWord } from './word.js';
import {
  BESIDE,
  doing,
  inFrame,
  isSoon,
  linkText,
  POSTURES,
  saidOf,
  WHERE,
  withoutArticle,
  wordsText,
} from './wording.js';
import { isBody, isClothing, isWearing } from './worn.js';

/** Whoever does this is not where the preposition says: the words on a wall are. */
const NOT_PLACED = lexicon.list(
  'trip, stumble, chew, gnaw, nibble, bite, suck, tap, bang, rap, pound, tug, pull, tread, argue, draw, paint, write, print, stamp, engrave, carve, knock, focus, fold, type, work, reflect, cast, project, pour, point, shoot, throw, look, gaze, stare, glance, peer, peek, drip, spill, emerge, come, extend, lead, stick, put, reach, blend, melt, turn, morph, transform, break, smash, crash',
);

/** What they reach is where the preposition says, not who does it. */
const PUTTING = lexicon.list(
  'hide, put, place, throw, drop, lay, tuck, string, stretch, hang, plant, drag, push, pull, lower, set, park, tie, chain, bury, wedge, squeeze, slip, stuff, toss, hurl, roll, slide',
);

/** "turning the dial", "coming out of a cave"; "going on", "getting to work" show nothing. */
const isInMotion = ({ subject, said, direct, link, object, passive }: Draft): boolean =>
  !passive &&
  // "the lamp goes out".
  (subject?.living != null || link.length + Number(object !== null) > 0) &&
  ((object !== null &&
    (link.length === 0 || direct !== null) &&
    !isOneOf(said[0]?.lemma, 'go', 'get', 'come')) ||
    said.slice(1).some(({ lower }) => MOTION.has(lower)) ||
    link.some(({ lower }) => MOTION.has(lower)));
const MOTION = lexicon.list(
  'up, down, away, back, around, out, over, through, across, into, onto, towards, toward, along, past, off',
);

/** "hangs by a thread", "led by the hand": how, and not where. */
const isHeldBy = ({ said, link, object }: Draft): boolean =>
  said.some(isVerb) &&
  link.length === 1 &&
  link[0]?.lower === 'by' &&
  object !== null &&
  (lexicon.HANDLES.has(object.head.lemma) || isBody(object));

/** "takes a bite". */
const isInTwoWords = ({ said }: Draft): boolean => said.some(isNoun);

/** "riding horses through a field". */
const ALONG = lexicon.list('through, down, along, across, over, up');
const TOWARDS = lexicon.list('onto, into, from, to, toward, towards, out of');

/** "blows seeds across a meadow": the seeds are moved across it. */
const isElsewhere = (verb: string, link: string): boolean =>
  NOT_PLACED.has(verb) || (SENT.has(verb) && ALONG.has(link));
const SENT = lexicon.list(
  'blow, toss, hurl, fling, kick, scatter, spray, splash, slide, roll, spread, sprinkle, launch, fire, send, whip, hand, pass',
);

export class Renderer extends LookRenderer {
  render(): void {
    for (const draft of this.drafts) {
      const { subject, object } = draft;
      if (draft.kind === 'entity' || draft.kind === 'place') this.takeThing(draft);
      else if (object && isWearing(draft) && this.wearers.get(object) === subject)
        this.wear(object, draft.negated);
      else if (subject && this.wearers.has(subject) && draft.kind === 'attribute')
        this.wear(subject, draft.negated || this.isDeniedWear(subject), draft.said);
      else if (draft.kind === 'count') this.takeCount(draft);
      else if (draft.kind === 'attribute' && object === null) this.takeLook(draft);
      else this.takeRelation(draft);
    }
  }

  private takeRelation(given: Draft): void {
    const draft = this.ofWearer(given);
    const { subject, said, direct, object, negated } = draft;
    if (subject === null) return;
    const verb = said.find(isVerb) ?? null;
    const link = isHeldBy(draft) ? 'by' : linkText(draft.link);
    // "leaning towards the left", "turned to the left": which way, not where.
    if (
      verb &&
      object &&
      direct === null &&
      isOneOf(link, 'to', 'toward', 'towards', 'into') &&
      lexicon.SIDES.has(object.head.lower)
    ) {
      this.takeTurned(draft, verb, object);
      return;
    }
    if (object && object.of === null && IN_FRAME.has(object.head.lemma) && !inFrame(draft, object)) return;
    if (verb && this.isUnseen(verb, subject, draft)) {
      if (object && inFrame(draft, object)) this.takeInFrame(draft, object);
      else if (object && direct === null && WHERE.has(link)) this.takeWhere(draft, link);
      return;
    }
    if (
      object &&
      draft.link.length > 0 &&
      (inFrame(draft, object) || (this.placesSaid.has(object) && !negated))
    ) {
      const isPlace = this.placesSaid.has(object);
      if (!isPlace) this.takeInFrame(draft, object);
      if (verb && isPlace && !subject.isAbstract && (direct === null || TOWARDS.has(link) || ALONG.has(link)))
        this.takeDoneThere(draft, verb, link);
      else if (verb && direct === null && !negated) this.takeAlone(draft, verb);
      // Whoever does something to a thing in a place is there.
      const isThere =
        direct === null || (subject.living !== null && !(verb && isElsewhere(verb.lemma, link)));
      if (isPlace && WHERE.has(link) && !subject.isAbstract && isThere) this.takeAt(draft, object, link);
      return;
    }
    if (said.length === 1 && object === null && isOneOf(wordsText(said), 'leftmost', 'rightmost'))
      this.takeSidemost(draft);
    else if (verb && object) this.takeDeed(draft, verb, object, link);
    else if (verb) this.takeAlone(draft, verb);
    else if (object) this.takeWhere(draft, [wordsText(said), link].filter(Boolean).join(' '));
  }

  /** What is worn stands where its wearer stands: "in a green coat on the left". */
  private ofWearer(draft: Draft): Draft {
    const { subject, object } = draft;
    if (subject === null || !isClothing(subject)) return draft;
    const wearer = this.wearers.get(subject);
    const isPlaced = object !== null && (inFrame(draft, object) || this.placesSaid.has(object));
    return wearer && wearer !== object && (isPlaced || (draft.kind === 'action' && !draft.passive))
      ? { ...draft, subject: wearer }
      : draft;
  }

  private isUnseen(verb: ParsedWord, subject: Mention, draft: Draft): boolean {
    // Only people read; a sign that reads has its words as a claim of their own.
    if (verb.lemma === 'read' && subject.living === null) return true;
    // "a bus stopped at a crossing", "makes a leap".
    if ((draft.passive && verb.lemma === 'stop') || isInTwoWords(draft)) return false;
    // "lets go of a rope".
    if (verb.lemma === 'let' && draft.said[1]?.lower === 'go') return false;
    return (
      lexicon.UNSEEN.has(verb.lemma) &&
      !lexicon.HAVING.has(verb.lemma) &&
      !lexicon.SEEN_AFTER_ALL.has(verb.lemma) &&
      !(lexicon.SEEN_IN_MOTION.has(verb.lemma) && isInMotion(draft))
    );
  }

  private takeDeed(draft: Draft, verb: ParsedWord, object: Mention, link: string): void {
    const { kind, subject, said, direct, negated } = draft;
    if (subject === null) return;
    const span = saidOf(subject, ...said, ...draft.link, ...(direct ? [direct] : []), object);
    if (isSoon(said) && direct === null) {
      this.takeWhere(draft, [doing(draft, verb), link].filter(Boolean).join(' '), 'action');
      return;
    }
    if (draft.passive && draft.link.at(-1)?.lower === 'by' && object.living) {
      const by = this.introduce(object);
      this.say(
        lexicon.HOLDING.has(verb.lemma) ? 'relation' : 'action',
        by,
        participle(verb.lemma),
        this.introduce(subject),
        null,
        span,
        negated,
      );
      return;
    }
    // "behind her the sailors pull up an anchor": that is where they are.
    const isBefore = (draft.link[0]?.start ?? verb.start) < verb.start;
    if (
      link &&
      WHERE.has(link) &&
      (direct
        ? BESIDE.has(link) && subject.living && (isBefore || !PUTTING.has(verb.lemma))
        : !NOT_PLACED.has(verb.lemma) &&
          !isInTwoWords(draft) &&
          !(link === 'on' && verb.lemma === 'lean') &&
          !(draft.passive && !POSTURES.has(verb.lemma)))
    ) {
      if (direct === null) this.takeDoneThere(draft, verb, link);
      // "lies on his back": nobody is on their own.
      if (isBody(object) && object.owner !== null && this.entity(object.owner) === this.entity(subject))
        return;
      // Of "in a row" only what is done so is said.
      if ((!negated || direct !== null) && !(link === 'in' && FORMATIONS.has(object.head.lemma)))
        this.takeWhere(draft, link);
      return;
    }
    // "lightning strikes a tree next to a church": that is where the tree is.
    if (direct && BESIDE.has(link) && !negated) this.takeWhere({ ...draft, subject: direct, said: [] }, link);
    const doer = this.introduceDoer(subject);
    if (isOneOf(object.head.lemma, 'viewer', 'camera') && link) {
      this.sayAlone('action', doer, `${doing(draft, verb)} ${link} the ${object.head.lemma}`, span, negated);
      return;
    }
    if (draft.also) {
      this.takeWhere(draft, [doing(draft, verb), link].filter(Boolean).join(' '), 'action');
      return;
    }
    const got = this.reached(object, negated);
    if (got === doer) return;
    const holds = !link && (lexicon.HOLDING.has(verb.lemma) || lexicon.HAVING.has(verb.lemma));
    const relation =
      holds && lexicon.HAVING.has(verb.lemma) && verb.lemma !== 'contain'
        ? 'with'
        : [doing(draft, verb), direct && withoutArticle(this.phrase(direct)), wordsText(draft.link)]
            .filter(Boolean)
            .join(' ');
    this.say(
      holds ? 'relation' : kind === 'attribute' ? 'action' : kind,
      doer,
      relation,
      got,
      object,
      span,
      negated,
    );
  }

  /** "a girl on a bench", "a lamp between two dogs"; as an action "a girl sitting on a bench". */
  private takeWhere(draft: Draft, relation: string, kind: 'relation' | 'action' = 'relation'): void {
    const { subject, said, direct, link, object, also, negated } = draft;
    if (subject === null || object === null) return;
    const doer = this.introduceDoer(subject);
    const got = this.reached(object, negated || this.placesSaid.has(object));
    if (got === doer) return;
    const words =
      kind === 'action' ? [...said, ...link, ...(direct ? [direct] : [])] : link.length > 0 ? link : said;
    if (also === null) {
      this.say(kind, doer, relation, got, object, saidOf(subject, ...words, object), negated);
      return;
    }
    const second = this.introduceDoer(also);
    const text = `${this.cast.refer(doer)} ${relation} ${this.cast.refer(got)} and ${this.cast.refer(second)}`;
    const parts = { subject: doer.noun, relation, object: `${got.noun} and ${second.noun}` };
    this.note(kind, text, parts, [doer, got, second], saidOf(subject, ...words, object, also), negated);
  }

  /** "a girl in a forest": the place is a claim of its own. */
  private takeAt({ subject, link: words, negated }: Draft, object: Mention, link: string): void {
    if (subject === null || this.placesSaid.has(subject)) return;
    const doer = this.introduceDoer(subject);
    this.say('relation', doer, link, this.entity(object), null, saidOf(subject, ...words, object), negated);
  }

  private takeInFrame(draft: Draft, object: Mention): void {
    const { subject, negated } = draft;
    const relation = inFrame(draft, object);
    if (subject === null || !relation) return;
    // What is worn is where its wearer is.
    const doer = this.introduceDoer(this.wearers.get(subject) ?? subject);
    this.sayAlone('relation', doer, relation, saidOf(subject, ...draft.link, object), negated);
  }

  private takeTurned(draft: Draft, verb: ParsedWord, object: Mention): void {
    const { subject, said, negated } = draft;
    if (subject === null) return;
    const doer = this.introduceDoer(subject);
    const relation = `${doing(draft, verb)} ${wordsText(draft.link)} the ${object.head.lower}`;
    const span = saidOf(subject, ...said, ...draft.link, object);
    this.sayAlone('action', doer, relation, span, negated);
  }

  /** "the leftmost knight". */
  private takeSidemost({ subject, said }: Draft): void {
    if (subject === null) return;
    const doer = this.introduceDoer(subject);
    const relation = `on the ${wordsText(said).replace('most', '')}`;
    this.sayAlone('relation', doer, relation, saidOf(subject, ...said), false);
  }

  private takeAlone(draft: Draft, verb: ParsedWord): void {
    const { kind, subject, said, negated } = draft;
    if (subject === null || lexicon.HOLDING.has(verb.lemma) || lexicon.WEARING.has(verb.lemma)) return;
    const doer = this.introduceDoer(subject);
    const facing = verb.lemma === 'face' && said.length > 1;
    const as = facing ? 'relation' : kind === 'relation' ? 'action' : kind;
    this.sayAlone(as, doer, doing(draft, verb), saidOf(subject, ...said), negated);
  }

  /** Where it is done is a part of what is done: "a girl sitting on a bench". */
  private takeDoneThere(draft: Draft, verb: ParsedWord, link: string): void {
    const { direct } = draft;
    if (verb.lemma === 'face') this.takeAlone(draft, verb);
    else if (direct !== null || !lexicon.HOLDING.has(verb.lemma)) {
      const deed = [doing(draft, verb), direct && withoutArticle(this.phrase(direct)), link];
      this.takeWhere(draft, deed.filter(Boolean).join(' '), 'action');
    }
  }

  /** What is said of somebody or something without another: "a girl on the left". */
  private sayAlone(
    kind: ClaimKind,
    doer: Entity,
    relation: string,
    span: readonly [number, number],
    negated: boolean,
  ): void {
    const text = `${this.cast.refer(doer)} ${relation}`;
    this.note(kind, text, { subject: doer.noun, relation }, [doer], span, negated);
  }

  /** Of "not on a leash" nobody says that a leash is there. */
  private reached(object: Mention, isUnasked: boolean): Entity {
    return isUnasked ? this.entity(object) : this.introduceDoer(object);
  }

  private say(
    kind: ClaimKind,
    doer: Entity,
    relation: string,
    got: Entity,
    object: Mention | null,
    span: readonly [number, number],
    negated: boolean,
  ): void {
    this.note(
      kind,
      `${this.cast.refer(doer)} ${relation} ${object ? this.withOwner(object, doer) : this.cast.refer(got)}`,
      { subject: doer.noun, relation, object: got.noun },
      [doer, got],
      span,
      negated,
    );
  }
}
