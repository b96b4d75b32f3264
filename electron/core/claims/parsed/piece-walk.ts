/** A whole piece: its roots, the name that it says more of, and what stands in front of whom it is said of. */
import { list } from '../lexicon.js';
import { hasLabel, hasTag } from './arcs.js';
import type { Mention } from './draft.js';
import { IN_FRAME } from './mentions.js';
import { DEEDS, STANDING } from './noun-walk.js';
import { SUBJECTS } from './tree.js';
import { VerbWalk, type Where } from './verb-walk.js';
import type { ParsedWord } from './word.js';

/** Lead to another clause. */
const MEANWHILE = list('while, as, where');
/** Tags of what only names things. */
const NAMING = list('DT, PRP$, JJ, JJR, JJS, NN, NNS, NNP, NNPS, HYPH');
const LISTING = list('DT, CD, NN, NNS, NNP, NNPS, JJ, JJR, JJS, CC, VBN, PRP$, HYPH, RB, RBR, RBS');
const OTHERS = list('another, other, others, each');

/** "smoke pouring out, filling the room": the smoke does, whoever was there before it. */
const FILLING = list(
  'fill, cover, hide, soak, light, illuminate, blanket, drench, obscure, darken, blur, veil, shroud, coat, bathe, flood, engulf, reflect, honk, blare, scorch, singe',
);

export class PieceWalk extends VerbWalk {
  /** What does something by itself, and the piece that says so. */
  private aside: { readonly mention: Mention; readonly piece: number } | null = null;
  /** "Behind it, an owl": what stands before whom it is said of. */
  private fronted: Where[] = [];
  /** Number of the piece that the sentence starts with. */
  private firstPiece = 0;
  /** A name that a piece consists of. */
  private only: Mention | null = null;

  /** "Mira, a girl in a red coat, holds …": a piece that says who the name before it is. */
  private takeApposition(root: number, follows: boolean): void {
    const { mentions, tree } = this;
    const before = this.only;
    this.only = null;
    const mention = mentions.isNoun(root) ? mentions.at(root) : null;
    if (mention === null) return;
    if (mentions.isPutIn(root)) {
      if (tree.words.every(({ start }) => start < 0)) this.only = mention;
      return;
    }
    if (follows && mention.living && mention.article === 'indefinite' && !mention.isName)
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
    mentions.enter(tree, stands, follows);
    for (const root of tree.roots()) {
      const before = this.last;
      this.takeApposition(root, follows);
      this.takeRoot(root, follows);
      if (mentions.isNoun(root)) {
        const mention = mentions.at(root);
        if (
          mention &&
          !this.isDenied(root) &&
          !mention.isAbstract &&
          !(mention.living === null && this.isWorn(root)) &&
          (before === null || mention.living !== null || this.fronted.length > 0)
        )
          this.last = mention;
      }
    }
    const aside = this.asideIn();
    if (aside) this.aside = { mention: aside, piece: this.piece };
    const whom = this.toldOf() ?? this.last;
    const listed = this.listedIn(words, follows);
    this.attachFronted(follows, whom, listed);
    this.attachListed(follows, listed);
    this.attachLeading(follows, whom);
    this.goOnWith(words);
    // Nouns that the walk has not come by are still named.
    for (const [i, word] of words.entries()) {
      if (!hasLabel(word, 'compound', 'nmod', 'npadvmod', 'amod', 'nummod')) this.takeNoun(i);
    }
  }

  /** The smoke of "smoke pouring out". */
  private asideIn(): Mention | null {
    const { tree, mentions } = this;
    const [root, another] = tree.roots();
    if (root === undefined || another !== undefined) return null;
    const [deed, thing] = tree.isVerb(root)
      ? [root, tree.kids(root, 'nsubj')[0]]
      : [tree.kids(root, 'acl')[0], root];
    if (deed === undefined || thing === undefined || !mentions.isNoun(thing) || this.isWorn(thing))
      return null;
    const isDoing = hasTag(tree.word(deed), 'VBG') && tree.kids(deed, 'aux').length === 0;
    const mention = isDoing ? mentions.at(thing) : null;
    return mention?.living === null && !mention.isAbstract ? mention : null;
  }

  /** Who does what a piece behind `piece` says, which names nobody. `follows`: it is of the same sentence. */
  whoGoesOn(verb: string, follows: boolean, piece = this.piece): Mention | null {
    return follows && this.aside?.piece === piece && FILLING.has(verb) ? this.aside.mention : this.last;
  }

  /** "Kneeling in the mud, a soldier cradles …": what was done by nobody yet is done by whom the next piece is about. */
  private attachLeading(follows: boolean, last: Mention | null): void {
    const { tree, piece } = this;
    const isTold = tree.roots().some((root) => tree.kids(root, ...SUBJECTS).length > 0);
    const isBehindFirst = this.firstPiece === piece - 1;
    if (!follows) this.firstPiece = piece;
    if (!isBehindFirst || !follows || !isTold || last === null) return;
    for (const [i, draft] of this.drafts.entries())
      if (
        draft.piece === piece - 1 &&
        draft.subject === null &&
        // "Looking up at a dancer, her skirt …": no skirt looks.
        (last.living !== null || !draft.said.some(({ lemma }) => DEEDS.has(lemma)))
      )
        this.drafts[i] = { ...draft, subject: last };
  }

  /** "…, while his assistant, covered in flour, …": whoever a piece breaks off with. */
  private goOnWith(words: readonly ParsedWord[]): void {
    const at = words.findIndex(({ lower }) => MEANWHILE.has(lower));
    const isBare = words.slice(at + 1, -1).every(({ tag }) => NAMING.has(tag));
    const mention =
      at >= 0 && isBare && this.mentions.isNoun(words.length - 1) ? this.mentions.at(words.length - 1) : null;
    if (mention && (mention.living ?? !this.mentions.isThing(mention.head))) this.last = mention;
  }

  private takeFronted(root: number): void {
    for (const { words, object } of this.reached(root)) {
      if (this.tree.isVerb(object)) continue;
      const mention = this.mentions.at(object, false);
      const where = !this.mentions.isAbstract(object) || IN_FRAME.has(this.tree.word(object).lemma);
      if (mention && where) this.fronted.push({ link: words, object: mention, piece: this.piece });
    }
  }

  /** "Behind it, in the doorway, stands a boy": whom these say more of is yet to come. */
  private keepsLeading(): boolean {
    if (this.fronted[0]?.piece !== this.piece - 1) return false;
    this.fronted = this.fronted.map((one) => ({ ...one, piece: this.piece }));
    return true;
  }

  /** Whom the piece is about, and not the clause that it ends with: "a girl reads while her parents argue". */
  private toldOf(): Mention | null {
    const { tree, mentions } = this;
    const [doer] = tree.roots().flatMap((root) => (tree.isVerb(root) ? tree.kids(root, ...SUBJECTS) : []));
    return doer !== undefined && mentions.isNoun(doer) ? mentions.at(doer) : null;
  }

  private attachFronted(follows: boolean, last: Mention | null, listed: readonly Mention[]): void {
    const { piece } = this;
    const fronted = this.fronted.filter((one) => one.piece === piece - 1);
    // What the sentence before started with has led to nothing.
    this.fronted = this.fronted.filter((one) => one.piece === piece);
    if (!follows) return;
    this.placeAt(fronted, listed.length > 0 ? listed : [last]);
    if (
      listed.length > 0 &&
      fronted.length > 0 &&
      fronted.every(({ object }) => IN_FRAME.has(object.head.lemma))
    )
      this.there = fronted.map((one) => ({ ...one, piece }));
  }

  /** "In the background there is a wall, a gate and a tree": all of them are there. */
  private attachListed(follows: boolean, listed: readonly Mention[]): void {
    const { piece } = this;
    const there = this.there.filter((one) => one.piece === piece - 1);
    if (!follows) return;
    this.placeAt(there, listed);
    this.there.push(...there.map((one) => ({ ...one, piece })));
  }

  /** Of nobody nothing is said. */
  private placeAt(places: readonly Where[], things: readonly (Mention | null)[]): void {
    for (const { link, object } of places)
      for (const one of things) if (one !== object) this.note('relation', one, [], object, false, { link });
  }

  /** Things that a piece only names, one after another; none where it says more. */
  private listedIn(words: readonly ParsedWord[], follows: boolean): Mention[] {
    const { tree, mentions } = this;
    const roots = tree.roots();
    const isBare = words.every(({ tag, lower }) => LISTING.has(tag) || lower === 'of');
    if (!follows || !isBare || !roots.every((root) => mentions.isNoun(root))) return [];
    const nouns = roots.flatMap((root) => this.joined(root));
    const isTag =
      nouns.length === 1 && nouns.every((at) => tree.tag(at) === 'NN' && tree.kids(at, 'det').length === 0);
    return isTag && roots.some((root) => root > 0)
      ? []
      : nouns.flatMap((at) => {
          const mention = mentions.at(at);
          return mention && !this.isWorn(at) && !this.isDenied(at) ? [mention] : [];
        });
  }

  /** "autumn leaves scattered around them": a noun that the parser made a tree of its own. */
  private rightBefore(root: number): Mention | null {
    const { tree, mentions } = this;
    if (root === 0 || !mentions.isNoun(root - 1) || !hasTag(tree.word(root), 'VBG', 'VBN', 'JJ')) return null;
    const { label, head } = tree.word(root - 1);
    // "curls of wood falling": what the phrase is about.
    const noun = label === 'pobj' && tree.lower(head) === 'of' ? tree.word(head).head : root - 1;
    return mentions.isNoun(noun) && tree.word(noun).head === noun ? mentions.at(noun) : null;
  }

  private takeWhere(root: number, subject: Mention | null): void {
    const negated = this.tree.isNegated(root);
    for (const at of this.withJoined([root])) this.takePreposition(at, subject, STANDING, negated);
  }

  private takeRoot(root: number, follows: boolean): void {
    const { tree, mentions } = this;
    if (mentions.isNoun(root)) this.takeNoun(root, true);
    else if (tree.isVerb(root)) {
      const isAnother = OTHERS.has(tree.lower(0));
      const whom = this.rightBefore(root) ?? this.whoGoesOn(tree.word(root).lemma, follows, this.piece - 1);
      this.takeVerb(root, isAnother ? null : whom);
    } else if (tree.isAdjective(root)) {
      let subject: Mention | null = null;
      for (const kid of tree.kids(root, ...SUBJECTS)) {
        this.takeNoun(kid, true);
        subject = mentions.at(kid);
      }
      this.takeQuality(root, subject ?? this.rightBefore(root) ?? this.last);
    } else if (hasTag(tree.word(root), 'IN', 'RB', 'TO')) {
      const behind = tree.roots().find((at) => mentions.isNoun(at));
      if (behind !== undefined) {
        this.takeNoun(behind, true);
        this.takeWhere(root, mentions.at(behind));
        return;
      }
      const leads = !follows || this.keepsLeading();
      if (leads) this.takeFronted(root);
      const where = this.objectsOf(root).some((at) => mentions.isNoun(at) && this.isPlace(at));
      this.takeWhere(root, leads || where ? null : this.last);
    }
    for (const kid of tree.kids(root, 'xcomp', 'advcl', 'parataxis', 'dep'))
      if (tree.isVerb(kid)) this.takeVerb(kid, mentions.isNoun(root) ? mentions.at(root) : this.last);
  }
}
