/** What is done in a piece, to whom, where: verbs and prepositions. */
import { GIVING, list, PARTITIVE, UNSEEN } from '../lexicon.js';
import type { Mention } from './draft.js';
import { IN_FRAME } from './mentions.js';
import { type Deed, NounWalk, STANDING } from './noun-walk.js';
import { SUBJECTS } from './tree.js';
import type { ParsedWord } from './word.js';

const LINKING = list('look, seem, appear, become, remain, stay, be, feel, get, turn, grow');
const HAVING = list('have, contain, feature, include');
/** Verbs of the picture, not in it. */
const SHOWING = list(
  'be, have, contain, feature, include, show, see, view, depict, highlight, capture, create, evoke, reveal, suggest',
);
const WEARING = list('wear, dress, don');
/** Say nothing without what they reach. */
const BARE = list(
  'write, label, say, call, name, wear, hold, carry, have, make, see, try, do, use, add, create, let, contain, feature, include, show, set, depict, give, take, put, keep',
);
const MEASURES = list('foot, meter, inch, feet, metre, step');
/** Say why or like what, not where. */
const NOT_WHERE = list(
  'as, for, like, including, of, despite, during, than, about, since, until, because, per, via',
);
/** Abstract, but a place in the picture or on a thing. */
const SOMEWHERE = list('left, right, top, bottom, light, side, edge, shadow, shadows, step, camera, viewer');

const FRAMES = list('frame, picture, image, shot, scene, screen, canvas, photo');
/** Which way somebody turns or moves. */
const TURNED = list('left, right, up, down, away, back, forward, together, out');

interface Reached {
  /** The preposition, with what belongs to it: "on top of". */
  readonly words: readonly ParsedWord[];
  readonly object: number;
}

export class VerbWalk extends NounWalk {
  private readonly verbsDone = new Set<ParsedWord>();
  /** "Behind it, an owl": what stands before whom it is said of. */
  private fronted: { link: readonly ParsedWord[]; object: Mention; piece: number }[] = [];
  /** A name that a piece consists of. */
  private only: Mention | null = null;

  /** "on top of a table": the preposition with its parts, and what it leads to. */
  private reached(preposition: number): Reached[] {
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
          ? tree
              .kids(object, 'prep')
              .filter((kid) => /^(?:of|to)$/.test(tree.lower(kid)) && !this.isOfFrame(kid))
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

  protected takePreposition(i: number, subject: Mention | null, deed: Deed, negated: boolean): void {
    const { tree, mentions } = this;
    const word = tree.lower(i);
    const objects = this.objectsOf(i);
    const { kind, said, direct } = deed;
    if (word === 'for' && tree.word(i).label === 'prep') {
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
          !(subject.of?.head === tree.word(object) && /^\p{Lu}/u.test(subject.head.text))
        )
          this.takeNoun(object);
        else this.done.add(tree.word(object));
      return;
    }
    for (const { words, object } of this.reached(i)) {
      if (tree.isVerb(object)) {
        this.takeVerb(object, subject);
        continue;
      }
      const side = /^(?:left|right)$/.test(tree.lower(object)) ? tree.kids(object, 'poss')[0] : undefined;
      const mention = side === undefined ? mentions.at(object, false) : mentions.at(side, false);
      const denied = this.tree.kids(object, 'det', 'neg').some((kid) => tree.lower(kid) === 'no');
      if (denied && word === 'with' && subject && mention && this.isWorn(object)) {
        this.done.add(tree.word(object));
        this.note('relation', subject, [], mention, true, { link: words });
        continue;
      }
      if (side === undefined && mentions.isNoun(object)) this.takeNoun(object);
      if (mention === null || NOT_WHERE.has(word) || mention === subject) continue;
      if (word === 'from' && said.length === 0) continue;
      if (subject === null && said.length === 0) continue;
      const link = [...deed.lead, ...words, ...(side === undefined ? [] : [tree.word(object)])];
      if (side !== undefined) {
        this.done.add(tree.word(object));
        this.note(kind, subject, said, mention, negated, { direct, link });
        continue;
      }
      // "smiling with long hair": had, not done.
      if (word === 'with' && kind === 'action' && subject !== null && this.isWorn(object)) {
        this.note('relation', subject, [], mention, negated, { link });
        continue;
      }
      const { lemma } = tree.word(object);
      const somewhere =
        IN_FRAME.has(lemma) ||
        /^(?:camera|viewer)$/.test(lemma) ||
        (SOMEWHERE.has(lemma) && tree.kids(object).length > 0);
      if (mentions.isAbstract(object) && !somewhere) continue;
      if (tree.kids(object, 'det').some((kid) => tree.lower(kid) === 'no')) continue;
      if (word === 'between' && this.isSecond(i, object)) continue;
      const also = word === 'between' ? this.secondOf(i, object) : null;
      this.note(kind, subject, said, mention, negated, { direct, link, also, passive: deed.passive });
    }
  }

  /** Of "between a girl and a dog" what comes after "and". */
  private secondOf(preposition: number, first: number): Mention | null {
    const second = this.objectsOf(preposition)[1];
    return second === undefined || second === first ? null : this.mentions.at(second, false);
  }

  private isSecond(preposition: number, object: number): boolean {
    return this.objectsOf(preposition).indexOf(object) > 0;
  }

  private takeMissing(preposition: number, object: number, subject: Mention | null): void {
    const mention = this.mentions.isNoun(object) ? this.mentions.at(object) : null;
    if (mention && subject && this.isWorn(object)) {
      this.done.add(this.word(object));
      this.note('relation', subject, [], mention, true, { link: [this.word(preposition)] });
    } else this.takeNoun(object);
  }

  protected takeVerb(i: number, given: Mention | null, others: readonly Mention[] = []): void {
    const { tree } = this;
    const word = tree.word(i);
    if (this.verbsDone.has(word)) return;
    this.verbsDone.add(word);
    this.done.add(word);
    const subjects = [...this.subjectsOf(i, given), ...others];
    if (subjects[0]) this.last = subjects[0];
    const there = tree.kids(i, 'expl', 'nsubj').some((kid) => tree.tag(kid) === 'EX');
    const objects = this.objectsOfVerb(i, subjects);
    if (there) this.takeThere(i, objects);
    else this.takeDeed(i, subjects, objects);
    for (const kid of tree.kids(i, 'xcomp', 'advcl', 'conj', 'ccomp', 'acl', 'parataxis', 'dep')) {
      // "says you shall not pass": told, not seen.
      if (tree.word(kid).label === 'ccomp' && UNSEEN.has(word.lemma)) continue;
      const next = subjects[0] ?? given;
      if (tree.isVerb(kid) || tree.tag(kid) === 'MD') this.takeVerb(kid, next);
      else if (this.mentions.isNoun(kid)) this.takeNoun(kid);
      else if (tree.isAdjective(kid)) this.takeQuality(kid, next);
    }
  }

  private subjectsOf(i: number, given: Mention | null): Mention[] {
    const { tree, mentions } = this;
    const kids = tree.kids(i, ...SUBJECTS);
    if (kids.length === 0) return given ? [given] : [];
    return kids.flatMap((kid): Mention[] => {
      if (mentions.isPutIn(kid)) {
        const whom = mentions.at(kid);
        this.takeNoun(kid, true);
        return whom ? [whom] : [];
      }
      if (/^W/.test(tree.tag(kid)) || /^(?:that|who|which)$/.test(tree.lower(kid)))
        return given ? [given] : [];
      if (tree.tag(kid) === 'EX') return [];
      if (/^they$/.test(tree.lower(kid))) return mentions.those();
      if (tree.tag(kid) === 'PRP') {
        const whom = mentions.at(kid);
        return whom ? [whom] : [];
      }
      return this.joined(kid).flatMap((at) => {
        if (!mentions.isNoun(at)) return [];
        this.takeNoun(at, true);
        const mention = mentions.at(at);
        return mention && !this.isDenied(at) ? [mention] : [];
      });
    });
  }

  /** What the verb reaches; adjectives there are the subjects' own looks. */
  private objectsOfVerb(i: number, subjects: readonly Mention[]): number[] {
    const { tree, mentions } = this;
    const objects: number[] = [];
    for (const kid of tree.kids(i, 'dobj', 'attr', 'oprd')) {
      const measured =
        MEASURES.has(tree.word(kid).lemma) &&
        tree.kids(kid).some((at) => tree.tag(at) === 'CD' || tree.lower(at) === 'few');
      if (measured) this.done.add(tree.word(kid));
      else if (mentions.isNoun(kid)) objects.push(...this.joined(kid));
      else if (/^PRP/.test(tree.tag(kid))) objects.push(kid);
      else if (/^(?:JJ|VB[NG])/.test(tree.tag(kid)))
        for (const subject of subjects) this.takeQuality(kid, subject, tree.isNegated(i));
    }
    const denied = tree.isNegated(i);
    for (const kid of tree.kids(i, 'acomp'))
      for (const subject of subjects) this.takeQuality(kid, subject, denied);
    const given = GIVING.has(tree.word(i).lemma) && objects.length > 1 && tree.kids(i, 'dative').length === 0;
    if (given && mentions.at(objects[0] as number)?.living) {
      const [whom, ...what] = objects;
      if (whom !== undefined && mentions.isNoun(whom)) this.takeNoun(whom);
      return what;
    }
    return objects;
  }

  /** "There is a fox on the roof." */
  private takeThere(i: number, objects: readonly number[]): void {
    const { tree, mentions } = this;
    for (const object of objects) this.takeNoun(object, true);
    for (const kid of tree.kids(i, 'prep', 'advmod'))
      if (tree.word(kid).label === 'prep' || tree.kids(kid, 'prep').length > 0)
        for (const object of objects)
          if (mentions.isNoun(object)) this.takePreposition(kid, mentions.at(object), STANDING, false);
  }

  private takeDeed(i: number, subjects: readonly Mention[], objects: readonly number[]): void {
    const { tree, mentions } = this;
    for (const object of objects) if (mentions.isNoun(object)) this.takeNoun(object);
    const { lemma } = tree.word(i);
    const adverbs = tree.kids(i, 'advmod');
    const prepositions = [
      ...tree.kids(i, 'prep', 'agent').map((at) => ({ at, lead: [] as ParsedWord[] })),
      ...adverbs.flatMap((adverb) =>
        tree.kids(adverb, 'prep').map((at) => ({ at, lead: [tree.word(adverb)] })),
      ),
    ];
    const turned = adverbs.filter(
      (at) => at > i && TURNED.has(tree.lower(at)) && tree.kids(at, 'prep').length === 0,
    );
    const verb = this.words([i, ...tree.kids(i, 'prt'), ...turned]);
    const negated = tree.isNegated(i);
    const reached = objects.flatMap((object) => {
      const mention = mentions.at(object);
      return mention ? [{ object, mention }] : [];
    });
    for (const subject of subjects) {
      if (lemma === 'be') {
        for (const { mention } of reached) this.note('attribute', subject, mention.words, null, negated);
        for (const { at } of prepositions) this.takePreposition(at, subject, STANDING, negated);
      } else if (HAVING.has(lemma)) {
        for (const { object, mention } of IN_FRAME.has(subject.head.lemma) ? [] : reached) {
          const none = tree.kids(object, 'det').some((kid) => tree.lower(kid) === 'no');
          this.note('relation', subject, verb, mention, negated || none);
        }
        for (const { at } of prepositions) this.takePreposition(at, null, STANDING, false);
      } else if (SHOWING.has(lemma) || (LINKING.has(lemma) && tree.kids(i, 'acomp', 'oprd').length > 0)) {
        for (const { at } of prepositions) this.takePreposition(at, null, STANDING, false);
      } else this.takeDone(i, subject, verb, reached, prepositions, negated);
    }
    if (subjects.length === 0) this.takeDoneByNobody(i, verb, reached, prepositions);
    for (const kid of tree.kids(i, 'dative'))
      for (const at of mentions.isNoun(kid) ? [kid] : this.objectsOf(kid))
        if (mentions.isNoun(at)) this.takeNoun(at);
  }

  private takeDone(
    i: number,
    subject: Mention,
    verb: readonly ParsedWord[],
    reached: readonly { object: number; mention: Mention }[],
    prepositions: readonly { at: number; lead: readonly ParsedWord[] }[],
    negated: boolean,
  ): void {
    const { lemma, tag, label } = this.tree.word(i);
    const passive =
      tag === 'VBN' &&
      (this.tree.kids(i, 'auxpass').length > 0 ||
        /^(?:acl|amod|advcl)$/.test(label) ||
        this.tree.kids(i, 'aux', 'auxpass').length === 0);
    const kind = WEARING.has(lemma) ? 'attribute' : 'action';
    for (const { object, mention } of reached)
      if (mention !== subject && !this.isUnseen(mention))
        this.note(kind, subject, verb, mention, negated || this.isDenied(object), { passive });
    const before = this.drafts.length;
    const direct = reached[0]?.mention ?? null;
    for (const { at, lead } of prepositions)
      this.takePreposition(at, subject, { kind: 'action', said: verb, direct, lead, passive }, negated);
    const placed = this.drafts
      .slice(before)
      .some((draft) => draft.subject === subject && draft.kind === 'action');
    if (reached.length === 0 && !placed && !LINKING.has(lemma) && !BARE.has(lemma))
      this.note('action', subject, verb, null, negated, { passive });
  }

  /** "has a view", "makes the best of": nothing that could be there. */
  private isUnseen({ head }: Mention): boolean {
    const at = this.tree.words.indexOf(head);
    return (
      /^(?:view|focus)$/.test(head.lemma) ||
      (at >= 0 && this.mentions.isNoun(at) && this.mentions.isAbstract(at) && !SOMEWHERE.has(head.lemma))
    );
  }

  private takeDoneByNobody(
    i: number,
    verb: readonly ParsedWord[],
    reached: readonly { object: number; mention: Mention }[],
    prepositions: readonly { at: number; lead: readonly ParsedWord[] }[],
  ): void {
    const { lemma } = this.tree.word(i);
    if (!SHOWING.has(lemma)) for (const { mention } of reached) this.note('action', null, verb, mention);
    for (const { at, lead } of prepositions)
      this.takePreposition(
        at,
        null,
        { kind: 'action', said: verb, direct: null, lead, passive: false },
        false,
      );
  }

  /** "Mira, a girl in a red coat, holds …": a piece that says who the name before it is. */
  private takeApposition(root: number, follows: boolean): void {
    const { mentions, tree } = this;
    const before = this.only;
    this.only = null;
    if (!mentions.isNoun(root)) return;
    const mention = mentions.at(root);
    if (mention === null) return;
    if (mentions.isPutIn(root)) {
      if (tree.words.every(({ start }) => start < 0)) this.only = mention;
      return;
    }
    if (follows && before && mention.living && mention.article === 'indefinite' && !mention.isName)
      mention.same = before;
    else if (mention.isName && tree.words.length === mention.words.length) this.only = mention;
  }

  /** Reads one piece. `stands`: what words put in for the parser mean. `follows`: a piece stood before it. */
  takePiece(
    words: readonly ParsedWord[],
    tree: typeof this.tree,
    stands: ReadonlyMap<ParsedWord, Mention | null>,
    follows: boolean,
  ): void {
    this.tree = tree;
    this.piece++;
    const { mentions } = this;
    mentions.enter(tree, stands);
    for (const root of tree.roots()) {
      this.takeApposition(root, follows);
      this.takeRoot(root, follows);
      if (mentions.isNoun(root)) {
        const mention = mentions.at(root);
        if (mention && (this.last === null || mention.living !== null || this.fronted.length > 0))
          this.last = mention;
      }
    }
    this.attachFronted(follows);
    // Nouns that the walk has not come by are still named.
    for (const [i, word] of words.entries()) {
      if (this.done.has(word) || !mentions.isNoun(i) || word.tag === 'CD') continue;
      const part = word.label === 'pobj' && (PARTITIVE.has(word.lemma) || IN_FRAME.has(word.lemma));
      if (!part && !/^(?:compound|nmod|npadvmod|amod|nummod)$/.test(word.label)) this.takeNoun(i);
    }
  }

  private takeFronted(root: number): void {
    for (const { words, object } of this.reached(root)) {
      const mention = this.mentions.at(object, false);
      const where = !this.mentions.isAbstract(object) || IN_FRAME.has(this.tree.word(object).lemma);
      if (mention && where) this.fronted.push({ link: words, object: mention, piece: this.piece });
    }
  }

  private attachFronted(follows: boolean): void {
    const { last, fronted, piece } = this;
    if (fronted.length === 0 || fronted[0]?.piece === piece) return;
    this.fronted = [];
    for (const { link, object } of fronted)
      if (last && last !== object && follows && fronted[0]?.piece === piece - 1)
        this.note('relation', last, [], object, false, { link });
  }

  private takeRoot(root: number, follows: boolean): void {
    const { tree, mentions } = this;
    const tag = tree.tag(root);
    const own = tree.kids(root, ...SUBJECTS).length > 0;
    if (mentions.isNoun(root)) this.takeNoun(root, true);
    else if (tree.isVerb(root)) this.takeVerb(root, own ? null : this.last);
    else if (tree.isAdjective(root)) {
      let subject: Mention | null = null;
      for (const kid of tree.kids(root, ...SUBJECTS)) {
        this.takeNoun(kid, true);
        subject = mentions.at(kid);
      }
      this.takeQuality(root, subject ?? this.last);
    } else if (/^(?:IN|RB|TO)$/.test(tag) && tree.kids(root, 'pobj', 'prep').length > 0) {
      if (!follows) this.takeFronted(root);
      this.takePreposition(root, follows ? this.last : null, STANDING, false);
    }
    if (!mentions.isNoun(root) && !tree.isVerb(root)) {
      for (const kid of tree.kids(root, 'xcomp', 'advcl')) this.takeVerb(kid, this.last);
      for (const kid of tree.kids(root, 'acl', 'relcl')) this.takeVerb(kid, null);
    }
    for (const kid of tree.kids(root, 'advcl', 'parataxis', 'dep')) {
      if (tree.isVerb(kid)) this.takeVerb(kid, this.last);
      else if (mentions.isNoun(kid)) this.takeNoun(kid);
    }
  }
}
