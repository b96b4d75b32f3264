/** Whom and what the nouns of a description mention, and whom a pronoun means. */
import { numberOf, singularOf } from '../english.js';
import { BODY, GROUPS, INDEFINITE, list, PARTITIVE, PEOPLE, SIDES } from '../lexicon.js';
import { hasLabel, hasTag, isTensed, makesClause } from './arcs.js';
import type { Living, Mention } from './draft.js';
import { Nouns } from './nouns.js';
import { SUBJECTS, type Tree } from './tree.js';
import type { ParsedWord } from './word.js';
import { isWorn } from './worn.js';

/** Where in the picture something is, no thing of its own. */
export const IN_FRAME = list(
  'background, foreground, distance, middle, center, centre, front, left, right, top, bottom',
);
/** How several stand. */
export const FORMATIONS = list('row, line, circle, queue, column, formation, ring, group');
/** Of these "X of Y" is what is seen. */
export const HOLDS = list(
  'flight, can, suit, strip, plate, bowl, glass, cup, mug, stack, basket, pile, bouquet, slice, jar, bottle, bucket, box, loaf, crown, bunch, field, river, slab, tray, barrel, crate, sack, bag, heap, mound, cluster, bundle, pot, jug, pitcher, carton, sheet, block, cube, scoop, wedge, ball, coil, roll, patch, puddle, pool, cloud, plume, string, strand, wall, bed, ring, circle, beam, shaft, ray, stream, trail, column, blanket, layer, carpet, crust, pane, drop, spiral, garland, wreath, curtain',
);
/** Hardly meant by "it". */
const FLEETING = list('light, sunlight, moonlight, smoke, steam, dust, rain, snow, fog, mist, wind, shadow');
const IT = list('it, its, itself, which, that');
const THEY = list('they, them, their, themselves');
const SHE = list('she, her, hers, herself');
const HE = list('he, him, his, himself');
/** Several without an "s", beside those whose singular is known. */
const SEVERAL_AS_IT_IS = list(
  'people, police, cattle, poultry, vermin, dice, deer, sheep, fish, salmon, trout, carp, moose, bison, swine, shrimp, squid, cod, elk, aircraft, spacecraft, hovercraft, folk, bacteria, data, media, fungi, cacti, antennae, crew, staff, offspring, livestock, reindeer, alumni, lice, larvae, koi',
);
const SOCIAL = list(
  'wave, smile, shout, bark, growl, laugh, wink, grin, chase, follow, feed, pet, stroke, hug',
);
/** Names that say themselves that somebody is meant. */
const TITLES =
  /^(?:mr|mrs|ms|miss|dr|sir|lady|lord|king|queen|prince|princess|captain|professor|saint|st|aunt|auntie|uncle|sister|brother|father|mother|nurse|doctor|officer|inspector|sergeant|general|colonel|major|commander|lieutenant|detective|granny|grandma|grandpa|nanny|mister|madam|master|chief|admiral|constable|corporal|private|sheriff|deputy|judge|mayor|reverend|pastor|baron|baroness|count|countess|duke|duchess|agent|coach|madame|monsieur|signor|signora|se[ñn]or|se[ñn]ora)\.?$/i;

export const isTitle = (word: string): boolean => TITLES.test(word);

export class Mentions extends Nouns {
  readonly all: Mention[] = [];
  private readonly known = new Map<ParsedWord, Mention>();
  private readonly members = new Map<Mention, Mention>();
  /** Those that are being looked for. */
  private readonly asked = new Set<ParsedWord>();
  /** Who or what the last clause with a verb of its own is about. */
  told: Mention | null = null;
  /** Words put in for somebody named before. */
  private stands = new Map<ParsedWord, Mention | null>();

  /** Where heads of scripts say that all of it is. */
  private setting: Mention | null = null;

  /** "INT. KITCHEN": somebody may be in it; nobody carries it. */
  takePlace(mention: Mention): void {
    this.setting = mention;
  }

  /** How many were named before the sentence. */
  private namedBefore = 0;

  /** Goes on with another piece. `stands`: what a word put in for the parser means. `follows`: in the same sentence. */
  enter(tree: Tree, stands: ReadonlyMap<ParsedWord, Mention | null>, follows: boolean): void {
    this.tree = tree;
    if (!follows) this.namedBefore = this.all.length;
    for (const [word, mention] of stands) this.stands.set(word, mention);
  }

  isPutIn(i: number): boolean {
    return this.stands.has(this.tree.word(i));
  }

  /** One of several, whichever. */
  private oneOf(group: Mention): Mention {
    const known = this.members.get(group);
    if (known) return known;
    const one = { ...group, plural: false, count: 1, among: group } satisfies Mention;
    this.members.set(group, one);
    return one;
  }

  /** One of the people, animals or things last named as several; null where there are none. */
  member(): Mention | null {
    const several = this.all.filter(({ plural, head }) => plural && !isWorn(head));
    const group = several.filter(({ living }) => living !== null).at(-1) ?? several.at(-1);
    return group ? this.oneOf(group) : null;
  }

  /** The last in a piece that was walked through of whom "who" or "which" may go on. */
  lastIn(words: readonly ParsedWord[], isSomebody: boolean): Mention | null {
    for (const word of words.toReversed()) {
      const mention = this.known.get(word) ?? this.stands.get(word);
      if (mention && !mention.isAbstract && (mention.living !== null) === isSomebody) return mention;
    }
    return null;
  }

  /** All whom "them" at `i` means: not whoever does it to them. */
  themAt(i: number): Mention[] {
    const { tree } = this;
    const doers = tree.above(i).flatMap((at) => tree.kids(at, ...SUBJECTS).map((kid) => this.at(kid)));
    return this.those(doers.find((doer) => doer !== null) ?? null);
  }

  /**
   * The noun at `i`, or whom the pronoun there means; null for who is not known, and where that hangs on itself: of
   * "sits it it" each is what the other is not.
   */
  at(i: number, withOf = true): Mention | null {
    const word = this.tree.word(i);
    if (this.asked.has(word)) return null;
    this.asked.add(word);
    const found = this.find(i, withOf);
    this.asked.delete(word);
    return found;
  }

  private find(i: number, withOf: boolean): Mention | null {
    const { tree } = this;
    const word = tree.word(i);
    if (this.stands.has(word)) return this.stands.get(word) ?? null;
    if (hasTag(word, 'PRP', 'PRP$', 'WP', 'WDT', 'EX') || (word.tag === 'DT' && this.groupOf(i) === null))
      return this.meant(i, withOf);
    const known = this.known.get(word);
    if (known) return known;
    if ((numberOf(word.lower) ?? 0) > 1 && this.core(i).length === 1) return null;
    const group = this.groupOf(i);
    if (group !== null) {
      const several = this.at(group, withOf);
      return several && this.oneOf(several);
    }
    if (this.isSidemost(i)) return this.member();
    // "three cups: the left one …".
    if (word.lower === 'one' && tree.kids(i, 'det').some((kid) => tree.lower(kid) === 'the')) {
      const one = this.member();
      if (one !== null) return one;
    }
    const kernel = this.kernel(i);
    if (kernel !== i) {
      const made = this.at(kernel, withOf);
      if (made) made.count ??= GROUPS[word.lemma] ?? null;
      return made;
    }
    const mention = this.make(i, withOf);
    this.known.set(word, mention);
    return mention;
  }

  /** Somebody called by these words. */
  called(words: readonly ParsedWord[]): Mention {
    const text = words.map(({ lower }) => lower).join(' ');
    const known = this.all.find(
      (one) => one.isName && one.words.map(({ lower }) => lower).join(' ') === text,
    );
    return (
      known ?? {
        head: words.at(-1) as ParsedWord,
        words,
        of: null,
        living: 'person',
        plural: false,
        isName: true,
        article: 'none',
        start: (words[0] as ParsedWord).start,
        count: null,
        isSubject: true,
        isAbstract: false,
        calledAs: null,
        same: null,
        owner: null,
        among: null,
      }
    );
  }

  private make(i: number, withOf: boolean): Mention {
    const { tree } = this;
    const head = tree.word(i);
    const [determiner = ''] = tree.kids(i, 'det').map((kid) => tree.lower(kid));
    const number = this.numbersOf(i).map((kid) => numberOf(tree.lower(kid)))[0];
    const part = HOLDS.has(head.lemma) || (withOf && (PARTITIVE.has(head.lemma) || IN_FRAME.has(head.lemma)));
    const capital = (at: number): boolean => /^\p{Lu}/u.test(tree.word(at).text);
    const of =
      part || capital(i)
        ? tree
            .kids(i, 'prep')
            .filter((kid) => tree.lower(kid) === 'of')
            .flatMap((kid) => tree.kids(kid, 'pobj'))
            // "the glass of a window" holds none.
            .filter((kid) => !HOLDS.has(head.lemma) || tree.kids(kid, 'det', 'poss').length === 0)
            .filter((kid) => part || capital(kid))
            .map((kid) => this.at(kid))[0]
        : undefined;
    const isName = this.isName(head);
    const isOne = INDEFINITE.has(determiner) && !/s$/.test(head.lower);
    const plural =
      (head.tag === 'NNS' && !isOne && (/s$/.test(head.lower) || SEVERAL_AS_IT_IS.has(head.lower))) ||
      (number ?? 1) > 1 ||
      (head.tag !== 'NNP' && singularOf(head.lower).plural);
    return {
      head,
      words: this.core(i).map((at) => tree.word(at)),
      of: of ?? null,
      living: this.living(head),
      plural,
      isName,
      article: INDEFINITE.has(determiner) ? 'indefinite' : determiner === 'the' ? 'definite' : 'none',
      start: this.startOf(i),
      count: number ?? null,
      isSubject: false,
      isAbstract: this.isAbstract(i),
      calledAs: null,
      same: null,
      owner: null,
      among: null,
    };
  }

  /** Remembers that this was named, for pronouns after it. */
  named(mention: Mention, isSubject: boolean): void {
    if (isSubject) mention.isSubject = true;
    if (!this.all.includes(mention)) this.all.push(mention);
  }

  private meant(i: number, withOf: boolean): Mention | null {
    const { tree } = this;
    const word = tree.lower(i);
    // "with a planet inside it": what the phrase hangs on.
    if ((word === 'it' || word === 'them') && tree.word(i).label === 'pobj') {
      const all = tree.above(i);
      const clause = all.findIndex((at) => isTensed(tree.word(at)));
      const nouns = all.slice(0, clause < 0 ? undefined : clause).filter(
        (at) =>
          this.isNoun(at) &&
          // "guests with glasses behind it": they are several.
          !(word === 'it' && (tree.tag(at) === 'NNS' || PEOPLE[tree.lower(at)] !== undefined)) &&
          ![IN_FRAME, BODY].some((words) => words.has(tree.word(at).lemma) || words.has(tree.lower(at))) &&
          !(PARTITIVE.has(tree.word(at).lemma) && tree.kids(at, 'prep').length > 0),
      );
      if (nouns.length > 1) return this.at(nouns[1] as number, withOf);
      const preposition = tree.word(i).head;
      const [noun] = nouns;
      // Of "a mirror attached to it" the mirror is what is attached.
      const verb = tree.word(preposition).head;
      const isDoer = tree.tag(verb) === 'VBN' && verb - 1 === noun;
      if (word === 'it' && noun !== undefined && preposition !== noun && verb !== noun && !isDoer)
        return this.at(noun, withOf);
    }
    if (word === 'it' && tree.word(i).label !== 'nsubj') {
      const where = tree.word(i).label === 'pobj' ? this.setting : null;
      return this.hadBy(i) ?? this.reachedBy(i) ?? where;
    }
    // "a bakery from which a boy runs".
    if (tree.tag(i) === 'WDT' && tree.word(i).label === 'pobj') {
      const noun = tree.above(i).find((at) => this.isNoun(at));
      if (noun !== undefined) return this.at(noun, withOf);
    }
    if (word === 'them') return this.whom(word) ?? this.those()[0] ?? null;
    return this.whom(word, this.doersBeside(i)) ?? this.somebody(i);
  }

  /** Whom "her" of "hugs her" and "stands to her left" does not mean: those who do it. */
  private doersBeside(i: number): (Mention | null)[] {
    const { tree } = this;
    const { label, head, tag } = tree.word(i);
    const isSide = label === 'poss' && SIDES.has(tree.lower(head));
    if (!isSide && !(tag === 'PRP' && hasLabel(tree.word(i), 'dobj', 'dative'))) return [];
    const verbs = tree.above(i).filter((at) => tree.isVerb(at));
    // "carries a toddler and hands her to …": who does the one does the other.
    const doer = verbs.find(
      (at) => tree.kids(at, ...SUBJECTS).length > 0 || !hasLabel(tree.word(at), 'conj', 'xcomp'),
    );
    return doer === undefined || /self$/.test(tree.lower(i))
      ? []
      : tree.kids(doer, ...SUBJECTS).map((kid) => this.at(kid));
  }

  /** What "it" means in "a notebook lies with a pen across it": what has the pen. */
  private hadBy(i: number): Mention | null {
    const { tree } = this;
    const above = tree.above(i);
    if (above.length < 4) return null;
    const [, noun, preposition, verb] = above as [number, number, number, number];
    if (!this.isNoun(noun) || tree.lower(preposition) !== 'with' || !tree.isVerb(verb)) return null;
    return this.doersOf(verb).find((one) => one !== null && one.living === null && !one.plural) ?? null;
  }

  /** What "it" means behind a verb: not whoever does that, nor who does it with them. */
  private reachedBy(i: number): Mention | null {
    const { tree } = this;
    const verb = tree.above(i).find((at) => tree.isVerb(at));
    // "shines a torch into it": not the torch.
    const doers =
      verb === undefined ? [] : [...this.doersOf(verb), ...tree.kids(verb, 'dobj').map((at) => this.at(at))];
    const [doer] = doers;
    const found = this.all.filter(
      (one) =>
        (one.living === null || one.living === 'animal') &&
        !one.plural &&
        // "shows a hen his watch": he is no "it".
        one.calledAs === null &&
        !doers.includes(one) &&
        // "a man in a tuxedo climbs out of it".
        !(isWorn(one.head) && one.head.label === 'pobj') &&
        !BODY.has(one.head.lemma),
    );
    // "waves at it": at what is alive, if anything is.
    const isMeant = verb !== undefined && SOCIAL.has(tree.word(verb).lemma);
    // "waves crashing behind it": what the sentence is about.
    const isAside = verb !== undefined && !tree.words.some(makesClause);
    if (isAside && this.told && found.includes(this.told)) return this.told;
    // "A robot is stuck. Children push it": what was spoken of.
    const isNew = this.all.slice(this.namedBefore).some((one) => found.includes(one));
    const isSpokenOf = !isNew && found.some(({ isSubject }) => isSubject);
    const things =
      doer?.living && !isMeant && !isSpokenOf ? found.filter(({ living }) => living === null) : found;
    // Light and smoke are hardly what is meant.
    const firm = things.filter(({ head }) => !FLEETING.has(head.lemma));
    const all = best(firm, things, found);
    // "throws a stick into a river and leaps after it": what something was done to, not where.
    const reached = all.slice(-3).findLast(({ head }) => head.label === 'dobj');
    const last = all.at(-1);
    return (
      all.findLast(({ isSubject }) => isSubject) ??
      (reached && last?.head.label === 'pobj' ? reached : last) ??
      null
    );
  }

  /** Who does what a verb says: its subjects, and the noun that it hangs on. */
  private doersOf(verb: number): (Mention | null)[] {
    const { tree } = this;
    const { head } = tree.word(verb);
    const isHung = hasLabel(tree.word(verb), 'acl', 'relcl') && this.isNoun(head);
    return [...tree.kids(verb, 'nsubj'), ...(isHung ? [head] : [])].map((at) => this.at(at));
  }

  /** She of whom nothing else is known. */
  private somebody(i: number): Mention | null {
    const word = this.tree.word(i);
    const living = sexOf(word.lower);
    if (living === null) return null;
    // "Two sisters wait. She waves": one of them does.
    const group = this.all.findLast(
      (one) => one.plural && one.living !== null && [living, 'person'].includes(one.living),
    );
    if (group) return this.oneOf(group);
    const mention = { ...this.make(i, false), living, words: [word] } as const satisfies Mention;
    this.known.set(word, mention);
    this.named(mention, word.label === 'nsubj');
    return mention;
  }

  /** Who may be somebody though no list has the word: "a beaver", "a barista". */
  private maybe(besides: readonly (Mention | null)[]): Mention[] {
    return this.all.filter(
      (one) =>
        one.living === null &&
        !one.plural &&
        one.isSubject &&
        !besides.includes(one) &&
        !this.isThing(one.head),
    );
  }

  /** Whom a pronoun means of those named so far, `besides` some; null for none. */
  whom(pronoun: string, besides: readonly (Mention | null)[] = []): Mention | null {
    const isOne = (one: Mention): boolean => !one.plural && !besides.includes(one);
    const fits = (...livings: (Living | null)[]): Mention[] =>
      this.all.filter((one) => livings.includes(one.living) && isOne(one) && !isWorn(one.head));
    const sex = sexOf(pronoun);
    if (sex) {
      const fitting = fits(sex);
      const others = [fits('person'), fits('animal'), this.maybe(besides)];
      const meant = foremost(
        best(
          this.all.filter((one) => fitting.includes(one) || (one.calledAs === sex && isOne(one))),
          ...others.map((some) => some.filter(({ calledAs }) => calledAs === null)),
        ),
      );
      if (meant) meant.calledAs = sex;
      return meant;
    }
    if (IT.has(pronoun)) return foremost(fits(null, 'animal'));
    if (THEY.has(pronoun))
      return foremost(this.all.filter(({ plural, living }) => plural && living !== null));
    return pronoun === 'who' ? foremost(this.all.filter(({ living }) => living !== null)) : null;
  }

  /** Whom a list of tags is about. */
  main(): Mention | null {
    return (
      this.all.find(({ living }) => living !== null && living !== 'animal') ??
      this.all.find(({ living }) => living !== null) ??
      this.all.find(({ isSubject, head }) => isSubject && !this.isThing(head)) ??
      null
    );
  }

  /** Whom "they" means: several of one kind, or the last two named. */
  those(besides: Mention | null = null): Mention[] {
    // "one of them holds a clock, the other winds them": none of those among whom they are.
    const all = this.all.filter(
      (one) => one.living !== null && one !== besides && (besides === null || one !== besides.among),
    );
    const group = all.filter(({ plural }) => plural).at(-1);
    if (group) return [group];
    // "picks apples and drops them", "a lamp … a globe … between them".
    const things = this.all.filter((one) => one.living === null && !isWorn(one.head));
    const several = things.filter(({ plural }) => plural);
    const many = several.findLast(({ head }) => head.label === 'dobj') ?? several.at(-1);
    if (many && besides !== null) return [many];
    const subjects = things.filter(({ isSubject }) => isSubject);
    // "loses his glasses, …, wearing them": what is worn may be meant where nobody is.
    const worn = this.all.findLast((one) => one.plural && one.living === null && isWorn(one.head));
    if (all.length === 1 && besides !== null && worn) return [worn];
    return all.length > 1 || subjects.length < 2 ? all.slice(-2) : subjects.slice(-2);
  }
}

/** Whom "he" or "her" says to be a man or a woman. */
const sexOf = (pronoun: string): 'female' | 'male' | null =>
  SHE.has(pronoun) ? 'female' : HE.has(pronoun) ? 'male' : null;

/** The last that does something; else the last. */
export const foremost = (all: readonly Mention[]): Mention | null =>
  all.findLast(({ isSubject }) => isSubject) ?? all.at(-1) ?? null;

const best = (...lists: Mention[][]): Mention[] => lists.find((one) => one.length > 0) ?? [];
