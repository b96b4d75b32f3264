/** Where something is, and what else prepositions say of it. */
import { list, PARTITIVE, SIDES } from '../lexicon.js';
import type { Mention } from './draft.js';
import { FORMATIONS, HOLDS, IN_FRAME } from './mentions.js';
import { type Deed, NounWalk, STANDING } from './noun-walk.js';
import type { ParsedWord } from './word.js';
import { isClothingWord } from './worn.js';

/** Say why or like what, not where. */
const NOT_WHERE = list(
  'as, for, like, including, of, despite, during, than, about, since, until, because, per, via',
);
/** Abstract, but a place in the picture or on a thing. */
export const SOMEWHERE = list(
  'left, right, top, bottom, light, side, edge, shadow, shadows, step, camera, viewer, air',
);

/** What they are for can be seen. */
const REACHING = list('reach, wait, search, dig, grab');

/** What is before these is earlier, and not in front. */
const EVENTS = list(
  'bout, show, match, game, dinner, lunch, breakfast, supper, meal, race, fight, battle, storm, bed, bedtime, school, concert, party, wedding, ceremony, performance, exam, test, war, christmas, halloween, departure, arrival, landing, takeoff, launch, start, end, work, dive, jump, flight, trip, journey',
);
const CONSISTING = list('full, make, build');
const LIKENED = list('shape, look, dress, disguise, paint, carve');

/** What something is done with. */
const LIMBS = list(
  'hand, arm, finger, fist, thumb, foot, elbow, knee, shoulder, tooth, teeth, mouth, tongue, paw, claw, beak, snout, hoof, trunk, palm, fingertip',
);

/** Tags of words that stand for what was named before. */
const STANDING_FOR = list('PRP, PRP$, WP, WP$, WDT, WRB, DT, EX');
const PART_OF = list('of, to');
const LIKE = list('like, as');
const SEERS = list('camera, viewer');
const INTO = list('in, into');
/** Of what is through something only what goes there is. */
const STAYING = list('be, stand, sit, lie, hang');
const FRAMES = list('frame, picture, image, shot, scene, screen, canvas, photo');

interface Reached {
  /** The preposition, with what belongs to it: "on top of". */
  readonly words: readonly ParsedWord[];
  readonly object: number;
}

export abstract class PrepositionWalk extends NounWalk {
  /** "on top of a table": the preposition with its parts, and what it leads to. */
  protected reached(preposition: number): Reached[] {
    const { tree } = this;
    const word = tree.word(preposition);
    const chained = tree
      .kids(preposition, 'prep')
      .flatMap((kid) => this.reached(kid))
      .map(({ words, object }) => ({ words: [word, ...words], object }));
    const own = this.objectsOf(preposition).flatMap((object): Reached[] => {
      const { lemma } = tree.word(object);
      const parts =
        PARTITIVE.has(lemma) || IN_FRAME.has(lemma)
          ? tree.kids(object, 'prep').filter((kid) => PART_OF.has(tree.lower(kid)) && !this.isOfFrame(kid))
          : [];
      if (parts.length === 0) return [{ words: [word], object }];
      this.done.add(tree.word(object));
      const part = [...tree.kids(object, 'det').map((kid) => tree.word(kid)), tree.word(object)];
      return parts.flatMap((kid) =>
        this.reached(kid).map(({ words, object: far }) => ({
          words: [word, ...part, ...words],
          object: far,
        })),
      );
    });
    return [...chained, ...own];
  }

  /** "in the middle of the frame" is in the middle. */
  private isOfFrame(preposition: number): boolean {
    const kids = this.tree.kids(preposition, 'pobj');
    const framed = kids.length > 0 && kids.every((kid) => FRAMES.has(this.tree.word(kid).lemma));
    if (framed) for (const kid of kids) this.done.add(this.word(kid));
    return framed;
  }

  protected takePreposition(i: number, subject: Mention | null, deed = STANDING, denied = false): void {
    const { tree, mentions } = this;
    const word = tree.lower(i);
    const objects = this.objectsOf(i);
    const { kind, said, direct } = deed;
    // "not on the left but on the right".
    const negated =
      tree.lower(i - 1) === 'not' ||
      (denied && !(tree.word(i).label === 'conj' && tree.lower(i - 1) === 'but'));
    // "a dog about to jump".
    const soon = word === 'about' ? tree.kids(i, 'xcomp') : [];
    for (const kid of soon) this.takeVerb(kid, subject);
    const isReaching = word === 'for' && said.some(({ lemma }) => REACHING.has(lemma));
    // "lets go of a rope".
    const isConsisting =
      word === 'of' && (said.some(({ lemma }) => CONSISTING.has(lemma)) || said[1]?.lower === 'go');
    if (word === 'for' && !isReaching && tree.word(i).label === 'prep') {
      for (const object of objects) this.done.add(tree.word(object));
      return;
    }
    if (LIKE.has(word) && subject !== null && said.some(({ lemma }) => LIKENED.has(lemma))) {
      for (const object of objects) this.takeLikeness(object, subject, [...said, tree.word(i)], negated);
      return;
    }
    // "holding a needle like a lance": no lance is there.
    if (LIKE.has(word)) {
      for (const object of objects) this.done.add(tree.word(object));
      return;
    }
    if (word === 'without') {
      for (const object of objects) this.takeMissing(i, object, subject);
      return;
    }
    if (word === 'of' && subject !== null && said.length === 0) {
      for (const object of objects)
        if (
          mentions.isNoun(object) &&
          subject.among?.head !== tree.word(object) &&
          !(
            subject.of?.head === tree.word(object) &&
            (/^\p{Lu}/u.test(subject.head.text) ||
              (HOLDS.has(subject.head.lemma) &&
                tree.kids(object, 'amod', 'nummod', 'prep', 'acl', 'relcl', 'conj').length === 0))
          )
        )
          this.takePart(subject, i, object, negated);
        else this.done.add(tree.word(object));
      return;
    }
    const passive = word === 'by' && deed === STANDING ? this.passiveBefore(i) : null;
    for (const { words, object } of this.reached(i)) {
      const doer = passive === null || !mentions.isNoun(object) ? null : mentions.at(object);
      if (passive !== null && doer?.living) {
        this.takeNoun(object, true);
        const [done] = this.drafts.filter(({ said: verb }) => verb.includes(passive)).slice(-1);
        if (done?.subject)
          this.note('action', done.subject, [passive], doer, false, { link: words, passive: true });
        continue;
      }
      if (tree.isVerb(object)) {
        this.takeVerb(object, subject);
        continue;
      }
      if (!mentions.isNoun(object) && !STANDING_FOR.has(tree.tag(object)) && !mentions.isPutIn(object))
        continue;
      const side = SIDES.has(tree.lower(object)) ? tree.kids(object, 'poss')[0] : undefined;
      // "dives to his left": his own.
      if (side !== undefined && kind === 'action' && this.isOwnSide(side, subject)) {
        this.done.add(tree.word(object));
        this.note(kind, subject, said, null, negated);
        continue;
      }
      const mention = side === undefined ? mentions.at(object, false) : mentions.at(side, false);
      const isNone = this.isDenied(object);
      if (isNone && word === 'with' && subject && mention && this.isWorn(object)) {
        this.done.add(tree.word(object));
        this.note('relation', subject, [], mention, true, { link: words });
        continue;
      }
      // "before the bout", "by hand".
      if (word === 'before' && EVENTS.has(tree.word(object).lemma)) {
        this.done.add(tree.word(object));
        continue;
      }
      if (word === 'by' && tree.lower(object) === 'hand' && tree.kids(object).length === 0) {
        this.done.add(tree.word(object));
        continue;
      }
      if (side === undefined && mentions.isNoun(object)) this.takeNoun(object);
      // "before a throne with her head bowed": it is not the throne's.
      const isOwned = tree.kids(object, 'poss').some((kid) => tree.tag(kid) === 'PRP$');
      if (
        word === 'with' &&
        kind === 'relation' &&
        isOwned &&
        subject?.living === null &&
        mention?.owner?.living &&
        this.isWorn(object)
      )
        continue;
      if (mention === null || (NOT_WHERE.has(word) && !isReaching && !isConsisting) || mention === subject)
        continue;
      // "smoke from a chimney", but no "man from a village".
      if (word === 'from' && said.length === 0 && (subject?.living !== null || this.isPlace(object)))
        continue;
      if (subject === null && said.length === 0) continue;
      const link = [...deed.lead, ...words, ...(side === undefined ? [] : [tree.word(object)])];
      if (side !== undefined) {
        this.done.add(tree.word(object));
        this.note(kind, subject, said, mention, negated, { direct, link });
        continue;
      }
      // "smiling with long hair", "waiting in a coat": had, not done.
      const isHad =
        (word === 'with' && !this.isDoneWith(object, deed)) ||
        (word === 'in' && isClothingWord(tree.word(object)) && subject?.living !== null);
      if (isHad && kind === 'action' && subject !== null && this.isWorn(object)) {
        this.note('relation', subject, [], mention, negated, { link });
        continue;
      }
      const { lemma } = tree.word(object);
      // "reads by torchlight".
      if (word === 'by' && /light$/.test(lemma) && tree.kids(object, 'det', 'nummod').length === 0) continue;
      const somewhere =
        IN_FRAME.has(lemma) ||
        SEERS.has(lemma) ||
        (SOMEWHERE.has(lemma) && tree.kids(object).length > 0) ||
        (FORMATIONS.has(lemma) && INTO.has(word) && kind === 'action');
      // Of "over a row of cans" the cans are seen.
      const isGroup = mentions.kernel(object) !== object && mention.plural && !mention.isAbstract;
      if (mentions.isAbstract(object) && !somewhere && !isGroup) continue;
      if (isNone) continue;
      // Between what else was not read.
      if (word === 'between' && objects.length === 1 && !mention.plural && tree.tag(object) !== 'PRP')
        continue;
      // Of "between a girl and a dog" the dog is said with the girl.
      if (word === 'between' && objects.indexOf(object) > 0) continue;
      // "through the door a lamp stands": seen through it.
      if (
        word === 'through' &&
        ((said.length === 0 && subject?.living != null) || said.some(({ lemma }) => STAYING.has(lemma)))
      )
        continue;
      const more = { direct, link, passive: deed.passive };
      if (tree.lower(object) === 'them' && !mention.plural) {
        const [one, also] = mentions.themAt(object);
        if (one && also && one !== subject && also !== subject) {
          if (word === 'between') this.note(kind, subject, said, one, negated, { ...more, also });
          else for (const each of [one, also]) this.note(kind, subject, said, each, negated, more);
          continue;
        }
        if (word === 'between') continue;
      }
      const second = word === 'between' ? objects[1] : undefined;
      const also = second === undefined ? null : mentions.at(second, false);
      this.note(kind, subject, said, mention, negated, { ...more, also });
    }
  }

  private isOwnSide(pronoun: number, subject: Mention | null): boolean {
    if (this.tree.tag(pronoun) !== 'PRP$') return false;
    const whom = this.mentions.whom(this.tree.lower(pronoun), [subject]);
    return whom === null;
  }

  /** "shields her face with her hands": no more is had than before. */
  private isDoneWith(object: number, { direct }: Deed): boolean {
    const { tree } = this;
    return (
      direct !== null &&
      LIMBS.has(tree.word(object).lemma) &&
      tree.kids(object, 'amod').length === 0 &&
      tree.kids(object, 'acl').length === 0
    );
  }

  /** "the ribbons of her shoe". */
  private takePart(subject: Mention, preposition: number, object: number, negated: boolean): void {
    const { mentions } = this;
    this.takeNoun(object);
    const whole = mentions.at(object, false);
    const isKnown = subject.of !== null || subject.isName || IN_FRAME.has(subject.head.lemma);
    if (whole && !isKnown && !mentions.isAbstract(object) && !this.isWorn(object) && !this.isPlace(object))
      this.note('relation', subject, [], whole, negated, { link: [this.word(preposition)] });
  }

  /** "a fountain shaped like a lion": no lion is there. */
  private takeLikeness(
    object: number,
    subject: Mention,
    said: readonly ParsedWord[],
    negated: boolean,
  ): void {
    if (!this.mentions.isNoun(object)) return;
    this.done.add(this.word(object));
    const own = this.mentions.core(object);
    const words = this.words([...this.tree.kids(object, 'det', 'amod'), ...own]);
    this.note('attribute', subject, [...said, ...words], null, negated);
  }

  /** "is carried on a stretcher by two nurses": what they do. */
  private passiveBefore(preposition: number): ParsedWord | null {
    const { tree } = this;
    for (let at = preposition - 1; at >= 0; at--)
      if (tree.tag(at) === 'VBN' && tree.kids(at, 'auxpass').length > 0) return tree.word(at);
    return null;
  }

  private takeMissing(preposition: number, object: number, subject: Mention | null): void {
    const mention = this.mentions.isNoun(object) ? this.mentions.at(object) : null;
    if (mention && subject && this.isWorn(object)) {
      this.done.add(this.word(object));
      this.note('relation', subject, [], mention, true, { link: [this.word(preposition)] });
      this.takeLooks(object, mention, false);
    } else this.takeNoun(object);
  }
}
