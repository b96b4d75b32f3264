/** What a noun of a parsed piece is by itself: its words, whether it is alive, and whether it names what can be seen. */
import { headOf, numberOf, singularOf } from '../english.js';
import { INANIMATE } from '../inanimate.js';
import {
  ABSTRACT,
  AGES,
  ANIMALS,
  BODY,
  CLOTHING,
  COLOURS,
  GROUPS,
  INDEFINITE,
  list,
  MANY,
  MASS,
  OPEN_CROWD,
  PEOPLE,
  PLACES,
  PLACES_WITHIN,
  SIDES,
  VAGUE,
} from '../lexicon.js';
import { hasLabel, hasTag, isAdjective, isNoun, isSubject } from './arcs.js';
import type { Dictionary } from './dictionary.js';
import type { Living } from './draft.js';
import { Tree } from './tree.js';
import { isThingAsWell, isThird } from './verbs.js';
import type { ParsedWord } from './word.js';

/** Somebody of these is a thing. */
const TOYS = list('toy, stuffed, gingerbread, cardboard, lego, tin, clay, papier-mache');
/** "a school of fish" swims, a bunch of sunflowers is one thing. */
const OF_THE_LIVING = list('school, bunch, pride, litter, brood, crew, team, band, troop, class, column');
/** Says on which side something is, and not what it is like. */
export const SIDEMOST = list('leftmost, rightmost');
/** Of several these mean one. */
const ONE_OF = list(
  'one, each, another, first, second, third, last, other, leftmost, rightmost, taller, shorter, older, younger, bigger, smaller, larger, thinner, fatter, elder, eldest, stronger, closer, nearer',
);
/** Behind an article, with nothing behind them. */
const MEMBERS = list(
  'other, second, third, fourth, fifth, sixth, seventh, eighth, ninth, tenth, eleventh, twelfth',
);
/** Tags of words that may mean one of several, or say which one. */
const NOUN_LIKE = list('CD, JJ, JJR, JJS, NN, NNS, NNP, NNPS, DT');
const COUNTING = list('CD, JJ, JJR, JJS, NN, NNS, NNP, NNPS, RB, RBR, RBS');
/** Tags of what may belong to a noun behind it: "and" of "black and white photo" too. */
const PART_OF_A_NAME = list('NN, NNS, NNP, NNPS, JJ, JJR, JJS, VB, VBD, VBG, VBN, VBP, VBZ, CC, CD');
const PAUSES = new Set([',', ';', 'and', 'or']);
const COLOUR = list('color, colour');
const ALONG = list('on, from, over, along');
const LIGHTS = list('light, sunlight, moonlight');
const GENERAL = list('person, people, figure, human, one, other, others, someone, somebody');

export abstract class Nouns {
  protected tree = new Tree([]);

  constructor(
    private readonly dictionary: Dictionary,
    protected readonly isName: (word: ParsedWord) => boolean,
  ) {}

  isNoun(i: number): boolean {
    const { tree } = this;
    const word = tree.word(i);
    if (this.groupOf(i) !== null || this.isSidemost(i)) return true;
    if (!/\p{L}/u.test(word.text)) return word.tag === 'CD';
    if (word.tag === 'CD' || isNoun(word)) return true;
    return (
      (word.label === 'pobj' || word.label === 'dobj') &&
      hasTag(word, 'RB', 'JJ') &&
      this.dictionary.isNoun(word.lower)
    );
  }

  isDeed(word: ParsedWord): boolean {
    return this.dictionary.isDeed(word);
  }

  /** "nine sheep", whatever the parser takes the number for. */
  isNumber(i: number): boolean {
    return this.tree.tag(i) === 'CD' || (numberOf(this.tree.lower(i)) ?? 0) > 1;
  }

  /** What stands in front of a noun and counts it. */
  numbersOf(i: number): number[] {
    const { tree } = this;
    return tree.kids(i).filter((kid) => kid < i && (tree.word(kid).label === 'nummod' || this.isNumber(kid)));
  }

  /** "toy soldiers". */
  private isMadeOf(word: ParsedWord): boolean {
    const at = this.tree.words.indexOf(word);
    return TOYS.has(this.tree.lower(at - 1));
  }

  living(word: ParsedWord): Living | null {
    const single = singularOf(word.lower).singular;
    const sex = PEOPLE[word.lower] ?? PEOPLE[single];
    if (sex) return this.isMadeOf(word) ? null : sex === 'either' ? 'person' : sex;
    if (GENERAL.has(single) || OPEN_CROWD.has(word.lower)) return 'person';
    if (ANIMALS.has(single) || ANIMALS.has(word.lower)) return 'animal';
    if (this.isName(word)) return 'person';
    if (!/^\p{Ll}/u.test(word.text) || this.isMadeOf(word)) return null;
    if (this.dictionary.isPerson(single) || IN_THEIR_TRADE.test(single)) return 'person';
    return this.dictionary.isAnimal(single) ? 'animal' : null;
  }

  /** The noun that a group is made of: "soldiers" of "a group of soldiers". */
  kernel(i: number): number {
    const { tree } = this;
    const { lemma } = tree.word(i);
    const isOfAll = MANY.has(lemma) || lemma in GROUPS;
    if (!isOfAll && !OF_THE_LIVING.has(lemma)) return i;
    const made = this.nounOf(i);
    return made !== undefined && this.isNoun(made) && (isOfAll || this.living(tree.word(made)) !== null)
      ? made
      : i;
  }

  /** What "of" behind the word at `i` leads to: "soldiers" of "a group of soldiers". */
  private nounOf(i: number): number | undefined {
    const { tree } = this;
    const of = tree.kids(i, 'prep').filter((kid) => tree.lower(kid) === 'of');
    return of.flatMap((kid) => tree.kids(kid, 'pobj'))[0];
  }

  /** "one", "tallest", and no "forest". */
  private meansOne(word: string): boolean {
    return ONE_OF.has(word) || (word.endsWith('est') && !this.dictionary.isNoun(word));
  }

  /** Where those stand of whom the word at `i` means one: "knights" of "the leftmost of the knights"; null for none. */
  groupOf(i: number): number | null {
    const { tree } = this;
    if (!this.meansOne(tree.lower(i)) || !NOUN_LIKE.has(tree.tag(i))) return null;
    const group = this.nounOf(i);
    return group !== undefined && (tree.tag(group) === 'NNS' || tree.lower(group) === 'them') ? group : null;
  }

  /** "the leftmost waits": of those who were named before. */
  isSidemost(i: number): boolean {
    const word = this.tree.word(i);
    const { lower, tag } = word;
    if (SIDEMOST.has(lower)) return !this.isBefore(i);
    // "a tenth stands at the door".
    return isSubject(word) && COUNTING.has(tag) && MEMBERS.has(lower) && this.tree.kids(i, 'det').length > 0;
  }

  /** Whether somebody stands in the noun: a place word before it is no place then. */
  livingHead(i: number): boolean {
    return this.living(this.tree.word(i)) !== null;
  }

  /** What stands in front of a noun: what it is like, or a part of its name. */
  private isBefore(i: number): boolean {
    return hasLabel(this.tree.word(i), 'amod', 'compound', 'nmod');
  }

  /** The words of a noun: with the nouns before it that belong to it, hyphens too. */
  core(i: number): number[] {
    const { tree } = this;
    const taken = [i];
    // "a double-decker bus": said of the bus.
    const isHyphenated = (at: number): boolean => tree.lower(at - 1) === '-' && at >= 2;
    const walk = (at: number): void => {
      for (const kid of tree.kids(at, 'compound', 'nmod')) {
        if (isHyphenated(kid) || SIDEMOST.has(tree.lower(kid)) || (numberOf(tree.lower(kid)) ?? 0) > 1)
          continue;
        if (COLOURS.has(tree.lower(kid)) && !this.dictionary.isCompound(tree.lower(kid), tree.lower(kid + 1)))
          continue;
        // "gold trimmed sweater": gold is what it is trimmed with.
        if (
          kid + 1 < at &&
          hasTag(tree.word(kid + 1), 'VBG', 'VBN') &&
          tree.word(kid + 1).label !== 'compound'
        )
          continue;
        // "ties her shoes backstage".
        if (tree.tag(kid) === 'NNS' && tree.word(kid).sure < 0.5) continue;
        const pause = tree.words.slice(kid, at).some(({ lower }) => PAUSES.has(lower));
        if (
          VAGUE.has(tree.lower(kid)) ||
          COLOUR.has(tree.lower(kid)) ||
          kid > at ||
          pause ||
          i - kid > 4 ||
          !PART_OF_A_NAME.has(tree.tag(kid))
        )
          continue;
        taken.push(kid);
        walk(kid);
      }
    };
    walk(i);
    const first = Math.min(...taken);
    const before = i - 1;
    if (
      first === i &&
      this.isBefore(before) &&
      !isHyphenated(before) &&
      tree.word(before).head === i &&
      !isLook(tree.lower(before)) &&
      !(/ing$/.test(tree.lower(before)) && this.living(tree.word(i))) &&
      (this.dictionary.isCompound(tree.lower(before), tree.lower(i)) ||
        PLACES.has(`${tree.lower(before)} ${tree.lower(i)}`))
    )
      taken.push(before);
    // "hot air balloon", "stained glass window".
    const lead = first - 1;
    if (
      first < i &&
      this.isBefore(lead) &&
      (tree.word(lead).head === i || tree.word(lead).head === first) &&
      !isLook(tree.lower(lead)) &&
      this.dictionary.isCompound(tree.lower(lead), tree.lower(first))
    )
      taken.push(lead);
    // "the left knee": which of two it is.
    if (
      first === i &&
      SIDES.has(tree.lower(before)) &&
      tree.word(before).head === i &&
      BODY.has(tree.word(i).lemma)
    )
      taken.push(before);
    // "yosemite national park", "fumo plushie": no word of the dictionary says which one.
    for (let at = Math.min(...taken) - 1; at >= 0 && tree.word(at).head === i && this.isUnknown(at); at--)
      taken.push(at);
    for (let at = first + 1; at < i; at++) if (tree.lower(at) === '-') taken.push(at);
    return [...new Set(taken)].sort((a, b) => a - b);
  }

  private isUnknown(i: number): boolean {
    const word = this.tree.word(i);
    const { lower } = word;
    return (
      this.isBefore(i) &&
      (isAdjective(word) || isNoun(word)) &&
      /^\p{L}{3,}$/u.test(lower) &&
      !/(?:ed|ing|y|ful|less|ish|ous|like|shaped|er|est)$/.test(lower) &&
      !this.dictionary.isNoun(lower) &&
      !this.dictionary.isAdjective(lower)
    );
  }

  protected startOf(i: number): number {
    const { tree } = this;
    const before = tree
      .kids(i, 'det', 'amod', 'nummod', 'poss', 'compound', 'nmod', 'predet', 'quantmod', 'neg')
      .filter((kid) => kid < i && tree.word(kid).start >= 0);
    return Math.min(tree.word(i).start, ...before.map((kid) => this.startOf(kid)));
  }

  /** What is certainly nobody. */
  isThing({ lemma }: ParsedWord): boolean {
    return [INANIMATE, PLACES, PLACES_WITHIN, MASS, BODY, CLOTHING].some((words) => words.has(lemma));
  }

  private isSomethingStretched(i: number): boolean {
    const { tree } = this;
    return (
      ALONG.has(tree.lower(tree.word(i).head)) &&
      tree.kids(i, 'det').length > 0 &&
      !tree.kids(i, 'prep').some((kid) => tree.lower(kid) === 'of')
    );
  }

  /** Light is seen where it does something. */
  private shines(i: number): boolean {
    const { lemma, label } = this.tree.word(i);
    return (
      LIGHTS.has(lemma) &&
      (label === 'nsubj' ||
        this.tree.kids(i, 'acl').length > 0 ||
        this.tree.kids(i, 'prep').some((kid) => this.tree.lower(kid) === 'through'))
    );
  }

  /** Whether a noun names nothing that a picture shows by itself. */
  isAbstract(i: number): boolean {
    if (this.shines(i) || this.groupOf(i) !== null) return false;
    // "a bunch of sunflowers".
    if (this.tree.word(i).lemma === 'bunch' && this.nounOf(i) !== undefined) return false;
    if (this.tree.lower(i) === 'spring' && this.tree.kids(i, 'det').length > 0) return false;
    if (this.tree.lower(i) === 'springs') return false;
    // "laundry on a line".
    if (this.tree.word(i).lemma === 'line' && this.isSomethingStretched(i)) return false;
    // "a picture hangs above the stove".
    const { label: role } = this.tree.word(i);
    if (this.tree.word(i).lemma === 'picture' && hasLabel(this.tree.word(i), 'nsubj', 'dobj', 'pobj', 'conj'))
      return !this.tree
        .kids(i, 'det', 'nummod')
        .some((kid) => INDEFINITE.has(this.tree.lower(kid)) || this.tree.tag(kid) === 'CD');
    // "kneels", "laughs": a verb that the parser took for a noun.
    const word = this.tree.lower(i);
    // "two cooks", "on roller skates".
    const isSaid = role === 'pobj' || this.tree.kids(i, 'nummod').length > 0 || this.dictionary.isAlive(word);
    if (isThird(word) && !isThingAsWell(word) && !(isSaid && this.tree.tag(i) === 'NNS')) return true;
    const { lower, lemma } = this.tree.word(i);
    // "1930s".
    if (/^\d+s$/.test(lower)) return true;
    const words = this.core(i).map((at) => this.tree.lower(at));
    const [first, second] = words.slice(-2);
    if (first && second && this.dictionary.isCompound(first, second)) return false;
    return [lower, lemma, headOf(words.join(' '))].some(
      (word) => ABSTRACT.has(word) || UNSEEN_THINGS.has(word) || (words.length === 1 && COLOURS.has(word)),
    );
  }
}

/** Adjectives that are looks even where the dictionary has them in a noun: "blue sky", "long sleeves". */
const isLook = (word: string): boolean => COLOURS.has(word) || AGES.has(word) || SIZES.has(word);
const SIZES = list(
  'long, short, big, large, small, little, tall, wide, high, low, full, open, closed, wild, dark, bright, wooden',
);

/** "timpanist", "swordsmith". */
const IN_THEIR_TRADE = /.{3}(?:nist|rist|list|dist|smith|monger|wright|herder|tamer|keeper|walker)$/;

/** As ABSTRACT is, for words that only a parse finds as nouns. */
const UNSEEN_THINGS = list(
  'laugh, limp, fade, good, half, size, sizes, somebody, someone, everyone, everybody, behind, alarm, tonight, static, none, all, both, any, ashore, outdoors, indoors, nothing, end, asleep, other, others, one, ones, each, art, set, shape, bunch, power, collection, variety, series, version, display, attribution, kind, spot, array, concept, viewer, camera, twenties, thirties, forties, movement, movements, firmness, solo, medium, number, amount, manner, state, form, level, work, nature, wind, air, overhead, midair, dark, nobody, nowhere, weight, backstage, offscreen, offstage, upstairs, downstairs, goodbye, hello, farewell, uphill, downhill, thunder, us, me, you, sides, cm, mm, way, move, turn',
);
