/** What is done in a piece, and to whom. */
import { BODY, COLOURS, GIVING, HAVING, INDEFINITE, list, SIDES, UNSEEN } from '../lexicon.js';
import { hasLabel, hasTag, isNoun, isTensed } from './arcs.js';
import type { Mention } from './draft.js';
import { IN_FRAME } from './mentions.js';
import { STANDING } from './noun-walk.js';
import { PrepositionWalk, SOMEWHERE } from './preposition-walk.js';
import { SUBJECTS } from './tree.js';
import type { ParsedWord } from './word.js';
import { isWorn } from './worn.js';

const LINKING = list('look, seem, appear, become, remain, stay, be, feel, get, turn, grow');
/** Behind a verb they say how it is done. */
const HOW = list(
  'hard, low, high, fast, loud, tight, close, straight, deep, late, early, far, near, right, long, clear, free, short, slow, quick, first, last, level, uphill, downhill, upstairs, downstairs, upstream, downstream, indoors, outdoors, sideways, backwards, forwards',
);
const GLOWING = list('glow, shine, burn, gleam, flash, blink, blaze, glimmer');
const POSSIBLE = list("can, could, would, may, might, must, should, shall, will, 'll");
/** What can be seen is there. */
const POSSIBLY_SEEN = list('be, see');
/** Verbs of the picture, not in it. */
const SHOWING = list(
  'be, have, contain, feature, include, show, see, observe, view, depict, highlight, capture, create, evoke, reveal, suggest',
);
const LETTING = list('teach, help, ask, tell, show, order, force, urge, invite, let, make, watch, see');
/** What does something there is looked at as well. */
const WATCHING = list('watch, observe, spot, notice, film, photograph');
/** What they reach is in the picture, on whatever shows it. */
const DEPICTING = list('show, depict, display');
const HAD_THERE = list('in, on, under, around, between, over, behind, beside, above');
const WEARING = list('wear, dress, don');
/** Say nothing without what they reach. */
const BARE = list(
  'write, label, say, call, name, wear, hold, carry, have, make, see, try, do, use, add, create, let, contain, feature, include, show, set, depict, give, take, put, keep',
);
/** Of "takes a bite" nothing is there but what is done. */
const LIGHT = list('take, give, make, have, do');
const DONE = list(
  'bite, sip, look, glance, peek, step, leap, jump, push, pull, kick, hug, kiss, nap, bow, wave, stroll, walk, ride, bath, shower, breath, turn, dive, shrug, nod, laugh, rest, swig, drag, gulp, tumble, curtsy, salute, conversation, fight, argument, chat, talk, run, swim, dance, aim, cover, flight, hold, seat, photo, photograph, picture, selfie, cartwheel, somersault, handstand, backflip, pirouette, twirl, spin, puff, stretch, shove, tug, pat, squeeze, whistle, signal, gesture, race, swing, jog, massage',
);
/** Of "gives his speech" as well. */
const SPOKEN = list('speech, lecture, toast, sermon, bow');
/** The same of "keeps watch", but not of "has a watch" or "keeps a watch in his pocket". */
const KEPT = list('watch, guard, pace, lookout');
/** Say nothing without what does it. */
const COVERED = list('cover, line, fill, bathe, shroud, surround, cloak, envelop');
const SAT = list('sit, stand, lie, kneel, lean, sleep, crouch, jump');
const MEASURES = list('foot, meter, inch, feet, metre, step');
const APART = list('aside, apart, loose');
const OPEN = list('open, shut, closed');
const WHO = list('that, who, which');
const SEVERAL = list('they, both, each');
const NOW = list('tonight, today');
const ALMOST = list('almost, nearly');
const GOT = list('get, gets, got, getting');
const HOLDING = list('hand, arm, finger, mouth, lip');
const NOTHING_THERE = list('view, focus');
/** Nobody carries these about. */
const BY_ITSELF = list(
  'smoke, steam, mist, fog, rain, snow, hail, wind, light, sunlight, moonlight, lightning, thunder, dust, sand, water, fire, ash, foam, ice, lava, crowd, sun, moon, sky, sea, traffic, music',
);
const SWITCHED = list('on, off');
/** What is on or off. */
const DEVICES = list(
  'lamp, light, lantern, torch, flashlight, headlight, streetlight, spotlight, chandelier, bulb, sign, television, tv, monitor, screen, computer, laptop, radio, stove, oven, heater, fan, tap, faucet, siren, projector',
);
/** Which way somebody turns or moves. */
const TURNED = list('left, right, up, down, away, back, forward, together, out, around');

/** "behind a wall": where things are; `piece` is the number of the last piece that says so. */
export interface Where {
  readonly link: readonly ParsedWord[];
  readonly object: Mention;
  readonly piece: number;
}

export abstract class VerbWalk extends PrepositionWalk {
  private readonly verbsDone = new Set<ParsedWord>();
  /** Where what a list goes on with is, as long as it does. */
  protected there: Where[] = [];

  protected takeVerb(i: number, given: Mention | null, others: readonly Mention[] = []): void {
    const { tree } = this;
    const word = tree.word(i);
    if (this.verbsDone.has(word)) return;
    this.verbsDone.add(word);
    if (!this.mentions.isDeed(word)) return;
    this.done.add(word);
    const subjects = [...this.subjectsOf(i, given), ...others];
    // "their faces lit by a fire, listening": who has them goes on.
    const [first] = subjects;
    if (first && isTensed(word) && hasLabel(word, 'ROOT', 'conj')) this.mentions.told = first;
    // "sits in a tub floating down a street, paddling": whoever sits there goes on.
    const isAside = word.label === 'acl' && first?.living === null && this.last?.living != null;
    // "one paw raised": who has it goes on.
    const isPart =
      hasTag(word, 'VBD', 'VBN') &&
      tree.kids(i, 'aux', 'auxpass').length === 0 &&
      first?.living === null &&
      first.owner === null &&
      BODY.has(first.head.lemma);
    if (first && !isAside && !isPart) {
      const goesOn = (first.owner && isWorn(first.head) ? first.owner : first.among) ?? first;
      this.last = this.isCarried(i, first) ? (first.owner ?? this.last) : goesOn;
    }
    const there = tree.kids(i, 'expl', 'nsubj').some((kid) => tree.tag(kid) === 'EX');
    const objects = [...this.objectsOfVerb(i, subjects), ...this.watchedBy(i)];
    if (this.isOnlyPossible(i)) this.takeReached(i, objects);
    else if (there) this.takeThere(i, objects);
    else this.takeDeed(i, subjects, objects);
    for (const soon of tree.kids(i, 'acomp').filter((at) => this.isSoon(at)))
      for (const kid of tree.kids(soon, 'xcomp')) this.takeVerb(kid, subjects[0] ?? given, subjects.slice(1));
    for (const kid of tree.kids(i, 'xcomp', 'advcl', 'conj', 'ccomp', 'acl', 'parataxis', 'dep')) {
      // "says you shall not pass": told, not seen.
      const told =
        tree.word(kid).label === 'ccomp' || tree.kids(kid, 'mark').some((at) => tree.lower(at) === 'that');
      if (told && UNSEEN.has(word.lemma)) {
        this.verbsDone.add(tree.word(kid));
        continue;
      }
      const next = this.toldTo(i, kid, objects) ?? subjects[0] ?? given;
      if (tree.isVerb(kid)) this.takeVerb(kid, next);
      else if (tree.isAdjective(kid) && !this.isResult(i, kid)) this.takeQuality(kid, next);
    }
  }

  /** "crouches behind a log, rifle raised, watching": whoever has the thing goes on. */
  private isCarried(verb: number, thing: Mention): boolean {
    return (
      hasTag(this.word(verb), 'VBG', 'VBN', 'VBD') &&
      this.tree.kids(verb, 'aux', 'auxpass').length === 0 &&
      thing.living === null &&
      !thing.plural &&
      (thing.article === 'none' || thing.owner !== null) &&
      !BY_ITSELF.has(thing.head.lemma) &&
      this.last?.living != null
    );
  }

  /** "pushes open a door": it is the door that is open. */
  private isResult(verb: number, at: number): boolean {
    return (
      (APART.has(this.tree.lower(at)) ||
        // "a door stands open": that is what it is like.
        (OPEN.has(this.tree.lower(at)) && this.tree.kids(verb, 'dobj').some((kid) => kid !== at))) &&
      !LINKING.has(this.tree.word(verb).lemma)
    );
  }

  /** "laughs hard", "crouches low": how it is done, and not what somebody is like. */
  private isHow(verb: number, at: number): boolean {
    const { lemma } = this.tree.word(verb);
    // "a forge glows orange".
    if (GLOWING.has(lemma) && COLOURS.has(this.tree.lower(at))) return this.tree.kids(at, 'det').length === 0;
    return HOW.has(this.tree.lower(at)) && !LINKING.has(lemma);
  }

  /** "looks tired", "falls asleep": what somebody is like, or is like then. */
  private isLinking(i: number): boolean {
    const { lemma } = this.word(i);
    return LINKING.has(lemma) || (lemma === 'fall' && this.tree.kids(i, 'acomp').length > 0);
  }

  /** "is about to light a lamp". */
  private isSoon(i: number): boolean {
    return this.tree.lower(i) === 'about' && this.tree.kids(i, 'xcomp').length > 0;
  }

  /** "helps a boy climb": the boy does. */
  private toldTo(verb: number, kid: number, objects: readonly number[]): Mention | null {
    const { tree, mentions } = this;
    const [object] = objects;
    if (!LETTING.has(tree.word(verb).lemma) || object === undefined || object > kid) return null;
    const isOwn =
      hasLabel(tree.word(kid), 'xcomp', 'ccomp', 'advcl') && tree.kids(kid, ...SUBJECTS).length === 0;
    const whom = isOwn ? mentions.at(object) : null;
    return whom?.living ? whom : null;
  }

  private subjectsOf(i: number, given: Mention | null): Mention[] {
    const { tree, mentions } = this;
    const kids = tree.kids(i, ...SUBJECTS);
    const part = this.partBefore(i);
    if (kids.length === 0) return part ? [part] : given ? [given] : [];
    if (part) {
      for (const kid of kids) this.takeNoun(kid, true);
      return [part];
    }
    return kids.flatMap((kid): Mention | readonly Mention[] => {
      // Of "a sock that it has pulled off" that is what is pulled.
      const isReached = kids.length > 1 && tree.word(i).label === 'relcl';
      if (tree.tag(kid).startsWith('W') || WHO.has(tree.lower(kid)))
        return given && !isReached ? [given] : [];
      // A name that was put in is whom pronouns mean from here on.
      if (mentions.isPutIn(kid)) {
        this.takeNoun(kid, true);
        return this.joined(kid).flatMap((at) => mentions.at(at) ?? []);
      }
      if (SEVERAL.has(tree.lower(kid)) && mentions.groupOf(kid) === null) return mentions.those();
      if (tree.tag(kid) === 'PRP') {
        const meant = mentions.at(kid);
        // "a sock that it has pulled off": no sock does.
        const isDone = meant !== null && meant === given && tree.word(i).label === 'relcl';
        return (isDone ? mentions.whom(tree.lower(kid), [given]) : meant) ?? [];
      }
      return this.joined(kid).flatMap((at) => {
        if (!mentions.isNoun(at)) return [];
        this.takeNoun(at, true);
        return this.isDenied(at) ? [] : (mentions.at(at) ?? []);
      });
    });
  }

  /** "an elephant with its trunk wrapped around a log": the trunk is. */
  private partBefore(i: number): Mention | null {
    const { tree, mentions } = this;
    const before = i - 1;
    return hasTag(tree.word(i), 'VBD', 'VBN') &&
      before > 1 &&
      mentions.isNoun(before) &&
      tree.lower(tree.word(before).head) === 'with' &&
      tree.kids(before, 'poss').length > 0
      ? mentions.at(before)
      : null;
  }

  /** What the verb reaches; adjectives there are the subjects' own looks. */
  private objectsOfVerb(i: number, subjects: readonly Mention[]): number[] {
    const { tree, mentions } = this;
    const objects: number[] = [];
    const { lemma } = tree.word(i);
    const isLinking = this.isLinking(i);
    for (const kid of tree.kids(i, 'dobj', 'attr', 'oprd')) {
      if (this.isResult(i, kid) || this.isHow(i, kid)) continue;
      if (NOW.has(tree.lower(kid))) {
        // "is so big tonight".
        for (const look of tree.kids(kid, 'amod'))
          for (const subject of subjects) this.takeQuality(look, subject, tree.isNegated(i));
        continue;
      }
      const measured =
        MEASURES.has(tree.word(kid).lemma) &&
        tree.kids(kid).some((at) => tree.tag(at) === 'CD' || tree.lower(at) === 'few');
      if (this.isDone(i, kid)) continue;
      // "sitting stone throne": nobody sits it.
      if (
        tree.tag(i) === 'VBG' &&
        SAT.has(tree.word(i).lemma) &&
        this.mentions.isNoun(kid) &&
        tree.kids(kid, 'det', 'poss', 'nummod').length === 0
      ) {
        this.takeNoun(kid);
        continue;
      }
      const side = tree.word(i).lemma === 'face' && kid === i + 1 && SIDES.has(tree.lower(kid));
      if (measured || side) this.done.add(tree.word(kid));
      else if (mentions.isNoun(kid)) objects.push(...this.joined(kid));
      else if (tree.tag(kid).startsWith('PRP')) objects.push(kid);
      else if (
        (tree.isAdjective(kid) || hasTag(tree.word(kid), 'VBG', 'VBN')) &&
        (isLinking || tree.kids(kid, 'det').length === 0)
      )
        for (const subject of subjects) this.takeQuality(kid, subject, tree.isNegated(i));
    }
    const denied = tree.isNegated(i);
    for (const kid of tree
      .kids(i, 'acomp')
      .filter((at) => !this.isSoon(at) && !this.isResult(i, at) && !this.isHow(i, at)))
      for (const subject of subjects) this.takeQuality(kid, subject, denied);
    const [whom, ...what] = objects;
    if (
      whom !== undefined &&
      what.length > 0 &&
      GIVING.has(lemma) &&
      tree.kids(i, 'dative').length === 0 &&
      mentions.at(whom)?.living
    ) {
      this.takeNoun(whom);
      return what;
    }
    return objects;
  }

  /** "watches the train leave": the train. */
  private watchedBy(i: number): number[] {
    const { tree, mentions } = this;
    if (!WATCHING.has(tree.word(i).lemma)) return [];
    return tree
      .kids(i, 'ccomp')
      .filter((at) => hasTag(tree.word(at), 'VB', 'VBP', 'VBG') && tree.kids(at, 'mark', 'aux').length === 0)
      .flatMap((at) => tree.kids(at, 'nsubj'))
      .filter((at) => mentions.isNoun(at))
      .flatMap((at) => this.joined(at));
  }

  /** "takes a bite": a verb in two words. */
  private isDone(verb: number, object: number): boolean {
    const { tree } = this;
    const { lemma } = tree.word(verb);
    if (lemma === 'keep') return KEPT.has(tree.lower(object)) && tree.kids(object).length === 0;
    const isSpoken = SPOKEN.has(tree.word(object).lemma);
    // "makes a face".
    if (lemma === 'make' && tree.lower(object) === 'face') return tree.kids(object, 'poss').length === 0;
    return (
      LIGHT.has(lemma) &&
      (isSpoken || DONE.has(tree.word(object).lemma)) &&
      tree
        .kids(object, 'det', 'poss')
        .every((at) => INDEFINITE.has(tree.lower(at)) || (isSpoken && tree.tag(at) === 'PRP$'))
    );
  }

  /** "There is a fox on the roof." */
  private takeThere(i: number, objects: readonly number[]): void {
    const { tree, mentions } = this;
    for (const object of objects) this.takeNoun(object, true);
    for (const kid of tree.kids(i, 'prep', 'advmod')) {
      this.leadTo(kid, i);
      for (const object of objects) this.takePreposition(kid, mentions.at(object));
    }
  }

  /** "In the background there is a wall, …": more may be said to be there. */
  private leadTo(preposition: number, verb: number): void {
    if (preposition > verb) return;
    for (const { words, object } of this.reached(preposition)) {
      const mention = this.mentions.isNoun(object) ? this.mentions.at(object, false) : null;
      if (mention) this.there.push({ link: words, object: mention, piece: this.piece });
    }
  }

  /** "can almost touch the moon": nobody does. */
  private isOnlyPossible(i: number): boolean {
    const { tree } = this;
    return (
      !POSSIBLY_SEEN.has(tree.word(i).lemma) &&
      !tree.isNegated(i) &&
      (tree.kids(i, 'aux').some((kid) => POSSIBLE.has(tree.lower(kid))) ||
        tree.kids(i, 'advmod').some((kid) => ALMOST.has(tree.lower(kid))))
    );
  }

  /** What is named of a deed that nobody does. */
  private takeReached(i: number, objects: readonly number[]): void {
    for (const object of objects) this.takeNoun(object);
    for (const kid of this.tree.kids(i, 'prep')) this.takePreposition(kid, null);
  }

  private takeDeed(i: number, subjects: readonly Mention[], objects: readonly number[]): void {
    const { tree, mentions } = this;
    for (const object of objects) this.takeNoun(object);
    const { lemma } = tree.word(i);
    const adverbs = tree.kids(i, 'advmod');
    const prepositions = [
      ...this.withJoined([
        ...tree.kids(i, 'prep', 'agent'),
        ...tree.kids(i, 'dative').filter((at) => hasTag(tree.word(at), 'IN', 'TO')),
        // "flies up from the grass and over a house".
        ...tree.kids(i, 'conj').filter((at) => tree.tag(at) === 'IN'),
        ...tree.kids(i, 'prt').filter((at) => tree.kids(at, 'pobj').length > 0),
      ]).map((at) => ({ at, lead: [] as ParsedWord[] })),
      ...adverbs.flatMap((adverb) =>
        tree.kids(adverb, 'prep').map((at) => ({ at, lead: [tree.word(adverb)] })),
      ),
    ];
    const turned = adverbs.filter(
      (at) => at > i && TURNED.has(tree.lower(at)) && tree.kids(at, 'prep').length === 0,
    );
    const side = lemma === 'face' && SIDES.has(tree.lower(i + 1)) ? [i + 1] : [];
    for (const at of side) this.done.add(tree.word(at));
    const particles = tree.kids(i, 'prt').filter((at) => tree.kids(at, 'pobj').length === 0);
    const soon = this.isSoon(tree.word(i).head) ? [tree.word(i).head, i - 1] : [];
    const done = tree.kids(i, 'dobj', 'attr').filter((kid) => this.isDone(i, kid));
    for (const at of done) this.done.add(tree.word(at));
    // "face each other".
    const mutual = tree
      .kids(i, 'dobj')
      .filter((kid) => tree.lower(kid) === 'other' && tree.lower(kid - 1) === 'each')
      // Of "a king and a queen" neither faces "each other".
      .filter(() => subjects.length === 1 && subjects[0]?.plural === true);
    const event = [
      ...mutual.flatMap((at) => [at - 1, at]),
      ...done.flatMap((at) => [...tree.kids(at, 'det', 'amod', 'compound'), at]),
    ];
    const verb = this.words([...soon, i, ...particles, ...turned, ...side, ...event]);
    const negated = tree.isNegated(i);
    // "lowers itself": nothing else is reached.
    const others = objects.filter((object) => !/sel(?:f|ves)$/.test(tree.lower(object)));
    const reached = others.flatMap((object) => {
      if (tree.lower(object) === 'them')
        return mentions.those(subjects[0]).map((mention) => ({ object, mention }));
      const mention = mentions.at(object);
      return mention ? [{ object, mention }] : [];
    });
    for (const one of subjects) {
      const subject = this.whoseHand(one, reached.length > 0);
      if (lemma === 'be') {
        for (const at of this.switched(i, subject))
          this.note('attribute', subject, [tree.word(at)], null, negated || tree.isNegated(at));
        for (const { mention } of reached) this.note('attribute', subject, mention.words, null, negated);
        for (const { at, lead } of prepositions) {
          this.leadTo(at, i);
          this.takePreposition(at, subject, { ...STANDING, lead }, negated);
        }
      } else if (HAVING.has(lemma) && done.length === 0) {
        for (const { object, mention } of IN_FRAME.has(subject.head.lemma) ? [] : reached) {
          this.note('relation', subject, verb, mention, negated || this.hasNo(object));
        }
        for (const { at } of prepositions) this.takePreposition(at, this.gotBefore(at, reached));
      } else if (DEPICTING.has(lemma) && reached.length > 0) {
        // "a banner showing a lion"; of pictures as such nothing is noted.
        for (const { mention } of reached)
          this.note(subject.living ? 'action' : 'relation', subject, verb, mention, negated);
        for (const { at } of prepositions) this.takePreposition(at, null);
      } else if (
        (SHOWING.has(lemma) && done.length === 0) ||
        (this.isLinking(i) && tree.kids(i, 'acomp', 'oprd').length > 0)
      ) {
        for (const { at } of prepositions) this.takePreposition(at, lemma === 'fall' ? subject : null);
      } else this.takeDone(i, subject, verb, reached, prepositions, negated);
    }
    if (subjects.length === 0) this.takeDoneByNobody(i, verb, reached, prepositions);
  }

  /** "the lamp is off". */
  private switched(i: number, { head }: Mention): number[] {
    const { tree } = this;
    return DEVICES.has(head.lemma)
      ? tree
          .kids(i)
          .filter((at) => at > i && SWITCHED.has(tree.lower(at)) && tree.kids(at, 'pobj').length === 0)
      : [];
  }

  /** "has a fish in its mouth": where what somebody has is. Null where something else stands between. */
  private gotBefore(
    preposition: number,
    reached: readonly { object: number; mention: Mention }[],
  ): Mention | null {
    const last = reached.at(-1);
    return last &&
      last.object === preposition - 1 &&
      !this.hasNo(last.object) &&
      !this.isWorn(last.object) &&
      HAD_THERE.has(this.tree.lower(preposition))
      ? last.mention
      : null;
  }

  /** Whoever's hand holds something holds it. */
  private whoseHand(subject: Mention, reaches: boolean): Mention {
    return reaches && HOLDING.has(subject.head.lemma) ? (subject.owner ?? subject) : subject;
  }

  private takeDone(
    i: number,
    subject: Mention,
    verb: readonly ParsedWord[],
    reached: readonly { object: number; mention: Mention }[],
    prepositions: readonly { at: number; lead: readonly ParsedWord[] }[],
    negated: boolean,
  ): void {
    const { lemma, tag } = this.word(i);
    // "her nephew set up a projector": who is said to do it does it.
    const isDoer = this.tree.kids(i, 'nsubj').length > 0 && this.tree.kids(i, 'dobj').length > 0;
    const passive =
      tag === 'VBN' &&
      !(isDoer && this.tree.kids(i, 'auxpass').length === 0) &&
      (this.tree.kids(i, 'auxpass').length > 0 ||
        // "has got stuck".
        GOT.has(this.tree.lower(i - 1)) ||
        hasLabel(this.word(i), 'acl', 'amod', 'advcl') ||
        this.tree.kids(i, 'aux', 'auxpass').length === 0);
    const kind = WEARING.has(lemma) ? 'attribute' : 'action';
    const isBeing = this.tree.kids(i, 'auxpass').some((kid) => this.tree.lower(kid) === 'being');
    if (passive && reached.length === 0 && prepositions.length === 0 && !isBeing) {
      // "is covered in fog", the fog read as weather.
      if (COVERED.has(lemma)) return;
      this.note('attribute', subject, verb, null, negated);
      return;
    }
    for (const { object, mention } of reached)
      if (mention !== subject && !this.isUnseen(mention))
        this.note(kind, subject, verb, mention, negated || this.isDenied(object), { passive });
    const before = this.drafts.length;
    const direct = reached[0]?.mention ?? null;
    for (const { at, lead } of prepositions)
      this.takePreposition(at, subject, { kind: 'action', said: verb, direct, lead, passive }, negated);
    const placed = this.drafts
      .slice(before)
      .some(({ subject: one, said }) => one === subject && said.includes(this.word(i)));
    const isTold = !BARE.has(lemma) || verb.some(isNoun);
    // "looking back": the direction makes it a deed.
    if (reached.length === 0 && !placed && (!this.isLinking(i) || verb.length > 1) && isTold)
      this.note('action', subject, verb, null, negated, { passive });
  }

  /** "has a view", "makes the best of": nothing that could be there. */
  private isUnseen({ head }: Mention): boolean {
    const at = this.tree.words.indexOf(head);
    return (
      NOTHING_THERE.has(head.lemma) ||
      (at >= 0 && this.mentions.isNoun(at) && this.mentions.isAbstract(at) && !SOMEWHERE.has(head.lemma))
    );
  }

  private takeDoneByNobody(
    i: number,
    verb: readonly ParsedWord[],
    reached: readonly { object: number; mention: Mention }[],
    prepositions: readonly { at: number; lead: readonly ParsedWord[] }[],
  ): void {
    const { lemma, tag } = this.tree.word(i);
    // "Buried in sand, a robot …": it is done to whoever comes.
    const passive = tag === 'VBN' && reached.length === 0;
    const direct = reached[0]?.mention ?? null;
    if (!SHOWING.has(lemma)) for (const { mention } of reached) this.note('action', null, verb, mention);
    if (reached.length + prepositions.length === 0 && !BARE.has(lemma)) this.note('action', null, verb);
    for (const { at, lead } of prepositions)
      this.takePreposition(at, null, { kind: 'action', said: verb, direct, lead, passive }, false);
  }
}
