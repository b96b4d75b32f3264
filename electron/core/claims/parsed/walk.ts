/** What every walk through a piece has: what it notes down, and what it asks of a noun before it takes it. */
import { list, PARTITIVE, PLACES, PLACES_WITHIN } from '../lexicon.js';
import { hasLabel, hasTag } from './arcs.js';
import type { Draft, Mention } from './draft.js';
import { IN_FRAME, type Mentions } from './mentions.js';
import { Tree } from './tree.js';
import type { ParsedWord } from './word.js';
import { isWorn } from './worn.js';

const WITHIN = list(
  'in, inside, at, on, within, into, through, across, along, down, up, amid, onto, throughout, around',
);
/** Whoever is on these is not in them. */
const NOT_ON = list(
  'house, hut, cottage, castle, palace, tower, lighthouse, tent, barn, mill, fortress, cathedral, church, temple, skyscraper, building, water, pond',
);
const INSIDE = list('in, on, at, through, inside, into, across, along, onto, within');
const OPENINGS = list('hole, crack, window, door, opening, gap, hatch, skylight');
const SEEING = list('look, stare, gaze, peer, glance, point, wave, smile, shout, squint, aim, shoot, fire');

const LIMBS = list('hand, finger, arm, foot, toe, leg, paw, tail, beak');

/** Kinds of claims that are made of what a picture shows. */
const OF_WHAT_IS_SEEN = list('relation, action, count');
/** In front of a bakery nobody is in it. */
const PARTS = list('front, back, side, top, bottom');

export abstract class Walk {
  readonly drafts: Draft[] = [];
  protected tree = new Tree([]);
  protected piece = -1;
  /** Who or what the pieces are about: the subject of a participle that has none. */
  protected last: Mention | null = null;

  get lastNamed(): Mention | null {
    return this.last;
  }

  /** Words that have been dealt with. */
  protected readonly done = new Set<ParsedWord>();

  /** `places`: characters [start, end) that are a place whatever they say. */
  constructor(
    protected readonly mentions: Mentions,
    private readonly places: readonly (readonly [number, number])[] = [],
  ) {}

  protected note(
    kind: Draft['kind'],
    subject: Mention | null,
    said: readonly ParsedWord[],
    object: Mention | null = null,
    negated = false,
    more: Partial<Pick<Draft, 'direct' | 'link' | 'also' | 'passive'>> = {},
  ): void {
    if (subject?.isAbstract && OF_WHAT_IS_SEEN.has(kind)) return;
    this.drafts.push({
      direct: null,
      link: [],
      also: null,
      passive: false,
      ...more,
      kind,
      subject,
      said,
      object,
      negated,
      piece: this.piece,
    });
  }

  protected word(i: number): ParsedWord {
    return this.tree.word(i);
  }

  protected words(indexes: readonly number[]): ParsedWord[] {
    return [...new Set(indexes)].sort((a, b) => a - b).map((i) => this.word(i));
  }

  /** "no hat". */
  protected hasNo(i: number): boolean {
    return this.tree.kids(i, 'det', 'neg').some((kid) => this.tree.lower(kid) === 'no');
  }

  protected isDenied(i: number): boolean {
    const { tree } = this;
    const head = tree.word(i).head;
    return (
      this.hasNo(i) ||
      // "There aren't any cars".
      (tree.kids(head, 'expl').length > 0 &&
        hasLabel(tree.word(i), 'attr', 'nsubj') &&
        tree.isNegated(head)) ||
      // "his helmet gone".
      (tree.lower(i + 1) === 'gone' && tree.kids(i, 'poss').length > 0) ||
      (tree.lower(0) === 'not' && tree.kids(i).includes(0) && !tree.isVerb(i)) ||
      tree.lower(head) === 'without' ||
      (tree.word(i).label === 'conj' &&
        this.mentions.isNoun(head) &&
        !tree.words.slice(head + 1, i).some(({ lower }) => lower === 'but') &&
        this.isDenied(head))
    );
  }

  protected isWorn(i: number): boolean {
    return isWorn(this.word(i));
  }

  /** "INT. KITCHEN": nothing that "it" could mean. */
  protected isInHead(i: number): boolean {
    const { start } = this.word(i);
    return this.places.some(([from, to]) => from <= start && start < to);
  }

  /** A place where something is, or a word for one alone: "kitchen, night". */
  protected isPlace(i: number): boolean {
    const { tree } = this;
    const { lower, lemma, label, head } = tree.word(i);
    if (this.isInHead(i)) return !this.mentions.livingHead(i);
    // "through the bars".
    if (lower === 'bars' || tree.kids(i, 'poss', 'nummod').length > 0) return false;
    const names = [
      this.mentions
        .core(i)
        .map((at) => tree.lower(at))
        .join(' '),
      lower,
      lemma,
    ];
    const always = names.some((word) => PLACES.has(word));
    if (label === 'ROOT' || label === 'appos')
      return always && !this.mentions.livingHead(i) && !this.isInFrame(i);
    if (label === 'conj' && this.mentions.isNoun(head)) return always && this.isPlace(head);
    if (this.isOnlySeen(head) || this.isOfALimb(head)) return false;
    // "a hole in a roof".
    if (OPENINGS.has(tree.word(tree.word(head).head).lemma)) return false;
    const within = this.leadOf(head);
    // "fire on a castle": nobody is in it.
    if (within === 'on' && names.some((word) => NOT_ON.has(word))) return false;
    return (
      (always && WITHIN.has(within)) || (INSIDE.has(within) && names.some((word) => PLACES_WITHIN.has(word)))
    );
  }

  /** "look down at a town": they are elsewhere. */
  private isOnlySeen(preposition: number): boolean {
    const { tree } = this;
    return (
      tree.lower(preposition) === 'at' &&
      tree
        .above(preposition)
        .slice(0, 2)
        .some((at) => tree.isVerb(at) && SEEING.has(tree.word(at).lemma))
    );
  }

  /** "trails a hand in the water": the rest of them is elsewhere. */
  private isOfALimb(preposition: number): boolean {
    const { tree } = this;
    return tree.kids(tree.word(preposition).head, 'dobj').some((at) => LIMBS.has(tree.word(at).lemma));
  }

  /** "mountains in the background": a thing in the picture, not where the picture is. */
  private isInFrame(i: number): boolean {
    return (
      this.tree.kids(i, 'acl', 'relcl').length > 0 ||
      this.tree.kids(i, 'conj').some((kid) => this.mentions.isNoun(kid) && this.isInFrame(kid)) ||
      this.tree
        .kids(i, 'prep')
        .some((kid) => this.objectsOf(kid).some((at) => IN_FRAME.has(this.tree.word(at).lemma)))
    );
  }

  /** The preposition that counts: "at" of "at the edge of". */
  private leadOf(preposition: number): string {
    const { tree } = this;
    const { lower, head } = tree.word(preposition);
    if (lower !== 'of' || !PARTITIVE.has(tree.word(head).lemma)) return lower;
    // "in front of a bakery" is not in it.
    if (PARTS.has(tree.lower(head))) return tree.lower(head);
    return tree.lower(tree.word(head).head);
  }

  /** "under a tree and beside a lake": prepositions with those joined to them. */
  protected withJoined(prepositions: readonly number[]): number[] {
    return prepositions.flatMap((at) => [
      at,
      ...this.tree.kids(at, 'conj').filter((kid) => hasTag(this.tree.word(kid), 'IN', 'RB')),
    ]);
  }

  /** Nouns (or verbs) that a preposition leads to. */
  protected objectsOf(preposition: number): number[] {
    return this.tree
      .kids(preposition, 'pobj', 'pcomp')
      .flatMap((kid) => (this.mentions.isNoun(kid) ? this.joined(kid) : [kid]));
  }

  /** A noun with those joined to it by "and". */
  protected joined(i: number): number[] {
    const more = this.tree
      .kids(i, 'conj', 'appos')
      .filter((kid) => this.mentions.isNoun(kid) || this.tree.tag(kid) === 'PRP');
    // "a man eating cake and a woman eating pie": she does something of her own.
    const own = (kid: number): boolean =>
      (this.tree.kids(kid, 'acl', 'relcl').length > 0 || this.tree.word(i).label === 'pobj') &&
      this.mentions.at(kid)?.living !== null &&
      !this.mentions.at(i)?.living;
    return [i, ...more.filter((kid) => !own(kid)).flatMap((kid) => this.joined(kid))];
  }
}
