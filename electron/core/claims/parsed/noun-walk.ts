/** Things named in a piece: that they are there, what they are like, how many. */
import { singularOf } from '../english.js';
import { BODY, COLOURS, list, VAGUE } from '../lexicon.js';
import { hasLabel } from './arcs.js';
import type { Mention } from './draft.js';
import { foremost, IN_FRAME } from './mentions.js';
import { SIDEMOST } from './nouns.js';
import { SUBJECTS } from './tree.js';
import { Walk } from './walk.js';
import type { ParsedWord } from './word.js';

/** Nouns that say nothing alone, but something with an adjective. */
const WITH_ADJECTIVE = list(
  'light, lighting, smile, expression, look, tone, color, colour, colors, colours, sky',
);
/** Say where all are that were counted up before. */
const THERE = list('in, on, under, beneath, behind, beside, near, at, around, above, between');
const GENERAL = list('person, people, figure, human, humans, one, nobody, body');
const EVERYBODY = list('everyone, everybody, everything, anyone, anybody, anything, nobody, nothing');
const DEGREES = list('very, slightly, really, more, most, so, quite, extremely, highly, too, incredibly');
/** What somebody does, not what their hair or clothes do. */
export const DEEDS = list(
  'hold, wear, stand, sit, look, run, walk, dip, lie, kneel, hug, carry, smile, ride, play, read, eat, type, write, draw, paint, talk, laugh, cry, sleep, wave, point, drink, cook, sing, dance, stare, gaze, watch, wait, climb, crouch, crawl, chase, throw, catch, kick, hike, march, stroll, wander, feed, pet, stroke, kiss, whisper, shout, bow, grin, yawn, knit, sew, juggle, search, sneak, peek, peer, wade, tiptoe, queue, rush, applaud, cheer',
);

const HAD = list('with, in');
/** Said of whoever the clause is about, and not of the noun before them. */
const OF_THE_DOER = list('with, to, at');
const TOWARDS = list('to, toward, towards, into, onto');
const PLACED = list('behind, beside, near, under, above, between');
const LYING = list('lie, stand, sit, hang, rest');
const NOT_LIKE = list('such, no, half');

/** What is said before a preposition leads on. */
export interface Deed {
  readonly kind: 'relation' | 'action';
  readonly said: readonly ParsedWord[];
  readonly direct: Mention | null;
  /** An adverb in front of the preposition: "up" of "up at". */
  readonly lead: readonly ParsedWord[];
  readonly passive: boolean;
}
export const STANDING: Deed = { kind: 'relation', said: [], direct: null, lead: [], passive: false };

export abstract class NounWalk extends Walk {
  protected abstract takePreposition(i: number, subject: Mention | null, deed?: Deed, denied?: boolean): void;
  protected abstract takeVerb(i: number, subject: Mention | null, others?: readonly Mention[]): void;

  /** What hangs on a thing that is not there is not there either. */
  private passOver(i: number): void {
    for (const kid of this.tree.kids(i)) {
      if (hasLabel(this.word(kid), 'conj', 'appos')) {
        this.takeNoun(kid);
        continue;
      }
      this.done.add(this.word(kid));
      this.passOver(kid);
    }
  }

  takeNoun(i: number, isSubject = false): void {
    const { tree, mentions } = this;
    const word = tree.word(i);
    if (this.done.has(word)) return;
    this.done.add(word);
    const group = mentions.groupOf(i);
    if (group !== null) this.takeNoun(group);
    if (group !== null || mentions.isSidemost(i)) {
      const one = mentions.at(i);
      if (one && SIDEMOST.has(word.lower)) this.note('relation', one, [word]);
      if (one) mentions.named(one, isSubject);
      this.takeHung(i, one);
      return;
    }
    const kernel = mentions.kernel(i);
    if (kernel !== i) {
      this.takeNoun(kernel, isSubject);
      const several = mentions.at(kernel);
      // "a pair of boots" are two; a pair of scissors is one.
      if (several?.count && singularOf(several.head.lower).plural) this.note('count', several, [word]);
      this.takeHung(i, mentions.at(i));
      return;
    }
    if (mentions.isPutIn(i)) {
      const meant = mentions.at(i);
      if (meant?.isName && !mentions.all.includes(meant)) {
        this.note('entity', meant, []);
        mentions.named(meant, isSubject);
      }
      this.takeHung(i, meant);
      return;
    }
    if (!mentions.isNoun(i)) return;
    if (word.tag === 'CD') return;
    const denied = this.isDenied(i);
    const mention = mentions.at(i);
    if (mention === null) return;
    this.takeOwner(i, mention);
    const abstract = mentions.isAbstract(i);
    if (denied && GENERAL.has(word.lemma)) return;
    if (!abstract && !IN_FRAME.has(word.lemma)) {
      this.note(this.isPlace(i) ? 'place' : 'entity', mention, [], null, denied);
      if (this.isInHead(i)) mentions.takePlace(mention);
      else if (!denied) mentions.named(mention, isSubject);
    }
    if (denied) {
      this.passOver(i);
      return;
    }
    this.takeLooks(i, mention, abstract);
    this.takeHung(i, abstract ? null : mention);
  }

  private takeOwner(i: number, mention: Mention): void {
    for (const kid of this.tree.kids(i, 'poss')) {
      // "a train conductor's hat": a kind of hat, and nobody is there.
      const known = this.mentions.isNoun(kid) ? this.mentions.at(kid) : null;
      if (
        known &&
        !known.isName &&
        !this.mentions.all.includes(known) &&
        !this.word(kid).text.match(/^\p{Lu}/u) &&
        this.isCalledAfter(kid, known) &&
        !(BODY.has(this.word(i).lemma) && known.living)
      ) {
        this.done.add(this.word(kid));
        continue;
      }
      // "on Tom's chair": he need not be there.
      if (known?.isName && !BODY.has(this.word(i).lemma) && !this.isWorn(i)) {
        this.done.add(this.word(kid));
        this.mentions.named(known, false);
      } else this.takeNoun(kid);
      mention.owner = this.tree.tag(kid).startsWith('PRP') ? this.ownerOf(i, kid) : this.mentions.at(kid);
    }
  }

  /** Of "…, a crow perched on its hat": whoever was spoken of before, not the crow. */
  private ownerOf(i: number, pronoun: number): Mention | null {
    const { tree, mentions } = this;
    const word = tree.lower(pronoun);
    const whom = this.bodied(word, i) ?? mentions.whom(word);
    // "looks at a cat pressing its nose against the glass": the cat's.
    const doer = tree.word(tree.word(i).head).head;
    const isPressed = tree.word(i).label === 'dobj' && BODY.has(tree.word(i).lemma);
    if (isPressed && mentions.isNoun(doer) && this.fitsOwner(word, mentions.at(doer)))
      return mentions.at(doer);
    if (tree.word(i).label !== 'pobj' || HAD.has(tree.lower(tree.word(i).head))) return whom;
    const top = tree.above(i).at(-1) ?? i;
    const [told] = mentions.isNoun(top) ? [top] : tree.kids(top, 'nsubj');
    const own = told !== undefined && mentions.isNoun(told) ? mentions.at(told) : null;
    const isNew = own !== null && own === whom && own.article !== 'definite' && tree.tag(top) !== 'VBZ';
    return isNew ? (mentions.whom(word, [own]) ?? whom) : whom;
  }

  /** "Its tail": an animal's, where one was named. */
  private bodied(pronoun: string, i: number): Mention | null {
    if (pronoun !== 'its' || !BODY.has(this.tree.word(i).lemma)) return null;
    return foremost(this.mentions.all.filter(({ living, plural }) => living === 'animal' && !plural));
  }

  private fitsOwner(pronoun: string, mention: Mention | null): boolean {
    if (mention === null || mention.plural) return false;
    const { living } = mention;
    if (pronoun === 'its') return living === 'animal' || living === null;
    return pronoun === 'his'
      ? living === 'male' || living === 'person'
      : pronoun === 'her' && living !== 'male' && living !== null;
  }

  /** "a train conductor's hat", "the bride's father": that they are there is not said. */
  private isCalledAfter(i: number, { article, living }: Mention): boolean {
    return (
      article !== 'definite' ||
      (living !== null && this.mentions.living(this.word(this.word(i).head)) !== null)
    );
  }

  protected takeLooks(i: number, mention: Mention, abstract: boolean): void {
    const { tree } = this;
    for (const kid of this.mentions.numbersOf(i)) this.note('count', mention, [tree.word(kid)]);
    const both = tree.kids(i, 'det', 'predet', 'preconj', 'cc').find((kid) => tree.lower(kid) === 'both');
    if (both !== undefined && mention.plural) {
      mention.count = 2;
      this.note('count', mention, [tree.word(both)]);
    }
    const core = this.mentions.core(i);
    const before = tree
      .kids(i, 'amod', 'acl', 'compound', 'nmod')
      .filter(
        (kid) =>
          kid < i &&
          (!hasLabel(tree.word(kid), 'compound', 'nmod') ||
            COLOURS.has(tree.lower(kid)) ||
            SIDEMOST.has(tree.lower(kid)) ||
            tree.lower(kid - 1) === '-'),
      );
    for (const kid of tree.kids(i, 'amod').filter((at) => at > i))
      this.takeQuality(kid, abstract ? this.last : mention);
    if (abstract && !WITH_ADJECTIVE.has(tree.word(i).lemma)) return;
    const joined = before.flatMap((kid) => tree.kids(kid, 'conj'));
    const ofCore = core.filter((at) => at !== i).flatMap((at) => tree.kids(at, 'amod'));
    for (const at of [...ofCore, ...before, ...joined])
      if (!core.includes(at)) this.takeAdjective(at, mention);
  }

  /** "black-and-" of "black-and-white". */
  private hyphenatedBefore(at: number): number[] {
    const { tree } = this;
    const before: number[] = [];
    for (let i = at; tree.lower(i - 1) === '-' && i >= 2; i -= 2) before.push(i - 2, i - 1);
    return before;
  }

  private takeAdjective(at: number, mention: Mention): void {
    const { tree } = this;
    if (SIDEMOST.has(tree.lower(at))) {
      this.note('relation', mention, [tree.word(at)]);
      return;
    }
    // "rolled-up sleeves".
    if (tree.lower(at + 1) === '-' && tree.words[at + 2]?.head === at && tree.tag(at + 2).startsWith('R')) {
      this.note('attribute', mention, this.words([at, at + 1, at + 2]));
      return;
    }
    if (
      (VAGUE.has(tree.lower(at)) && tree.lower(at) !== 'full') ||
      !/\p{L}/u.test(tree.lower(at)) ||
      this.mentions.isNumber(at) ||
      tree.lower(at + 1) === '-' ||
      NOT_LIKE.has(tree.lower(at)) ||
      // "the Blue Heron diner" is no blue diner.
      (/^\p{Lu}\p{Ll}/u.test(tree.word(at).text) && /^\p{Lu}\p{Ll}/u.test(tree.words[at + 1]?.text ?? ''))
    )
      return;
    const modifiers = tree
      .kids(at, 'advmod', 'npadvmod', 'amod', 'compound', 'nmod', 'punct')
      .filter((kid) => kid < at && !DEGREES.has(tree.lower(kid)));
    const hyphenated = this.hyphenatedBefore(at);
    const half = tree.lower(at - 1) === 'half' ? [at - 1] : [];
    this.note('attribute', mention, this.words([...modifiers, ...half, ...hyphenated, at]));
  }

  /** What prepositions, participles and relative clauses behind a noun say of it, and what is joined to it. */
  private takeHung(i: number, mention: Mention | null): void {
    const { tree } = this;
    for (const kid of this.withJoined(tree.kids(i, 'prep'))) {
      this.takePreposition(kid, this.holderOf(i, kid, mention));
      for (const other of this.alsoThere(i, kid)) this.takePreposition(kid, other);
    }
    // "a glass next to it".
    this.takeBehindAdverbs(tree.kids(i, 'advmod'), mention, false);
    // "ignored by everyone who passes": nobody who is named does.
    for (const kid of tree.kids(i, 'acl', 'relcl'))
      if (EVERYBODY.has(tree.lower(i))) this.done.add(tree.word(kid));
      else if (kid > i) this.takeVerb(kid, this.doerOf(i, kid, mention), this.alsoDoing(i, kid));
    for (const kid of tree.kids(i, 'conj', 'appos')) {
      if (this.mentions.isNoun(kid)) this.takeNoun(kid, mention?.isSubject ?? false);
      else if (tree.isVerb(kid)) this.takeVerb(kid, mention);
      else if (tree.isAdjective(kid))
        // "a stove and wooden cabinets".
        this.takeQuality(kid, this.isNounAt(kid + 1) ? this.mentions.at(kid + 1) : (this.last ?? mention));
    }
  }

  private isNounAt(i: number): boolean {
    return i < this.tree.words.length && this.mentions.isNoun(i);
  }

  /** Of "a girl with hair in braids with a ribbon": whom the preposition speaks of. */
  private holderOf(i: number, preposition: number, mention: Mention | null): Mention | null {
    const { tree } = this;
    if (mention === null) return null;
    const word = tree.lower(preposition);
    if (OF_THE_DOER.has(word) && preposition !== i + 1 && !mention.isSubject) return null;
    // "carry a boat above their heads towards the lake".
    if (TOWARDS.has(word) && this.isWorn(i)) return null;
    // "a girl in pigtails behind it": that is where the girl is.
    if (PLACED.has(word) && this.isWorn(i)) {
      const wearer = this.somebodyAbove(i);
      if (wearer) return wearer;
    }
    const worn = this.objectsOf(preposition).some((at) => this.isWorn(at));
    if (word === 'with' && this.isWorn(i) && worn) {
      const wearer = tree.above(i).find((at) => this.mentions.isNoun(at) && !this.isWorn(at));
      return wearer === undefined ? mention : this.mentions.at(wearer);
    }
    return mention;
  }

  /** The nearest of the nouns above that means somebody. */
  private somebodyAbove(i: number): Mention | null {
    for (const at of this.tree.above(i)) {
      const mention = this.mentions.isNoun(at) ? this.mentions.at(at) : null;
      if (mention?.living) return mention;
    }
    return null;
  }

  /** The nouns that one is joined to, nearest first. */
  private joinedBefore(i: number): number[] {
    const { tree } = this;
    const { head, label } = tree.word(i);
    return label === 'conj' && this.mentions.isNoun(head) ? [head, ...this.joinedBefore(head)] : [];
  }

  /** "forks and books on a table": the nouns joined to one that stand between it and what is said of it. */
  private joinedBehind(i: number, preposition: number): number[] {
    return this.tree
      .kids(i, 'conj')
      .filter((at) => at < preposition && this.mentions.isNoun(at) && !this.mentions.isAbstract(at));
  }

  /** "a fox and an owl under a tree": who or what else is there. */
  private alsoThere(i: number, preposition: number): Mention[] {
    const { tree, mentions } = this;
    const own = mentions.at(i);
    const isHeld = (at: number): boolean => tree.kids(at, 'acl', 'relcl', 'prep').length > 0;
    const isLike = (at: number): boolean => (mentions.at(at)?.living === null) === (own?.living === null);
    const objects = this.objectsOf(preposition);
    if (
      own === null ||
      !THERE.has(tree.lower(preposition)) ||
      tree.kids(i, 'acl', 'relcl').length > 0 ||
      objects.some(
        (at) => this.isWorn(at) || tree.tag(at).startsWith('PRP') || tree.kids(at, 'poss').length > 0,
      )
    )
      return [];
    const behind = this.joinedBehind(i, preposition);
    if (behind.length > 0 && behind.every((at) => !isHeld(at) && isLike(at)))
      return behind.flatMap((at) => mentions.at(at) ?? []);
    const before = this.joinedBefore(i);
    const others: Mention[] = [];
    for (const at of before) {
      const other = mentions.at(at);
      if (!other || isHeld(at) || !isLike(at)) return [];
      others.push(other);
    }
    return others;
  }

  /** "A cat and two dogs sitting": who else does it. */
  private alsoDoing(i: number, verb: number): Mention[] {
    const { tree } = this;
    const { tag, label } = tree.word(verb);
    if (tag !== 'VBG' || label !== 'acl' || !this.mentions.at(i)?.living) return [];
    const others: Mention[] = [];
    for (const at of this.joinedBefore(i)) {
      const other = this.mentions.at(at);
      if (!other?.living || tree.kids(at, 'acl', 'relcl', 'prep').length > 0) break;
      others.push(other);
    }
    return others;
  }

  /** Of "long hair, standing" and "blue jeans holding a cup": who does it. */
  private doerOf(i: number, verb: number, mention: Mention | null): Mention | null {
    const { tree } = this;
    const { label, tag, lemma } = tree.word(verb);
    // "their shadows stretching": what is not seen does not make the last one named do it.
    if (mention === null)
      return label === 'acl' && (tag === 'VBN' || (tag === 'VBG' && !DEEDS.has(lemma))) ? null : this.last;
    // "opens a shutter to listen": whoever opens it does.
    if (tag === 'VB' && label === 'acl' && mention.living === null && this.last?.living) return this.last;
    const who = tree.kids(verb, 'nsubj').some((kid) => tree.lower(kid) === 'who');
    if (who && mention.living === null) {
      const somebody = this.somebodyAbove(i);
      if (somebody) return somebody;
    }
    const before = verb - 1;
    if (
      this.mentions.isNoun(before) &&
      tree.word(before).label === 'pobj' &&
      label === 'acl' &&
      tag === 'VBN'
    )
      return this.mentions.at(before);
    if (
      tag !== 'VBG' ||
      tree.word(i).lemma === 'tear' ||
      // "a crust of bread lying on the floor".
      (lemma === 'lie' && (before === i || mention.of?.head === tree.word(before)) && !this.isWorn(i)) ||
      !(this.isWorn(i) || (mention.living === null && DEEDS.has(lemma)))
    )
      return mention;
    const wearer = this.somebodyAbove(i);
    if (wearer) return wearer;
    // "a woman stands at a table holding a cup".
    const doer = tree
      .above(i)
      .flatMap((at) => tree.kids(at, ...SUBJECTS))
      .map((kid) => this.mentions.at(kid))
      .find((one) => one?.living);
    if (doer) return doer;
    // "a suitcase, a hat lying on top of it".
    const liesThere = tree.word(i).label === 'ROOT' && LYING.has(lemma);
    return this.isWorn(i) && this.last?.living && DEEDS.has(lemma) && !liesThere ? this.last : mention;
  }

  /** "red", "torn": what may say how something is. */
  private canBeLike(i: number): boolean {
    return this.tree.isAdjective(i) || this.tree.isVerb(i);
  }

  /** "is tall", "looking scared": what somebody or something is like, behind the noun. */
  protected takeQuality(i: number, subject: Mention | null, denied = false): void {
    const { tree } = this;
    if (subject === null) return;
    const joined = tree.kids(i, 'conj').filter((kid) => this.canBeLike(kid));
    for (const at of [i, ...joined]) {
      if (at !== i && tree.kids(at, 'nsubj', 'nsubjpass').length > 0) continue;
      this.done.add(tree.word(at));
      const negated = denied || tree.isNegated(at);
      const isSaid =
        !VAGUE.has(tree.lower(at)) &&
        !/thing$/.test(tree.lower(at)) &&
        /\p{L}/u.test(tree.lower(at)) &&
        tree.lower(at + 1) !== '-';
      const hyphenated = this.hyphenatedBefore(at);
      if (isSaid) this.note('attribute', subject, this.words([...hyphenated, at]), null, negated);
      for (const kid of tree.kids(at, 'prep'))
        this.takePreposition(
          kid,
          subject,
          { ...STANDING, said: [tree.word(at)], passive: tree.tag(at) === 'VBN' },
          negated,
        );
      // "a cat asleep next to her".
      this.takeBehindAdverbs(tree.kids(at, 'advmod'), subject, negated);
    }
  }

  private takeBehindAdverbs(adverbs: readonly number[], subject: Mention | null, negated: boolean): void {
    for (const adverb of adverbs)
      for (const kid of this.tree.kids(adverb, 'prep'))
        this.takePreposition(kid, subject, { ...STANDING, lead: [this.word(adverb)] }, negated);
  }
}
