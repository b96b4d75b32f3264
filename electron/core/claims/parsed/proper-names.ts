/** Which words with a capital are somebody's name. Places, brands and titles of things are not. */
import {
  ABSTRACT,
  BARE_VERBS,
  BODY,
  CLOTHING,
  GIVING,
  isAlive,
  isColour,
  list,
  PEOPLE,
  PLACES,
  VERB_FORMS,
} from '../lexicon.js';
import type { Dictionary } from './dictionary.js';
import { GIVEN_NAMES, NAMES_AND_WORDS } from './given-names.js';
import { lemmaOf } from './lemma.js';
import { HOLDS, isTitle } from './mentions.js';
import { isBare, isThird } from './verbs.js';
import { isOneOf, lowerAt, type Word } from './word.js';

const SMALL_WORDS = list(
  'the, a, an, in, on, at, there, this, that, these, those, his, her, its, their, our, my, your, it, he, she, they, we, i, you, with, and, or, but, one, two, three, four, five, six, seven, eight, nine, ten, both, as, while, when, where, what, who, how, if, from, of, under, over, behind, beside, between, above, below, near, next, inside, outside, to, by, for, into, onto, through, across, around, along, after, before, during, until, since, because, so, no, not, some, many, several, few, each, every, all, another, other, then, now, here, just, also, only, suddenly, meanwhile, finally, beneath, underneath, amid, amidst, among, amongst, atop, against, past, alongside, beyond, within, without, towards, toward, upon, opposite, throughout, off, whose, which, whom, none, neither, either, nor, still, once, later, soon, far, high, low, is, are, was, were, has, have, had, does, do, did, can, will, would, could, let, someone, somebody, nobody, everybody, everyone, nothing, something, most, more, very, too, out, up, down, back, setting, interior, exterior, monday, tuesday, wednesday, thursday, friday, saturday, sunday, january, february, march, april, may, june, july, august, september, october, november, december, english, french, german, spanish, italian, chinese, japanese, american, british, russian, indian, korean, greek, roman, egyptian, victorian, gothic, arabic, african, asian, european, christian, viking, baroque',
);
/** Behind these a name is where somebody is, or what something is of. */
const OF_PLACES = list(
  'in, from, at, near, to, through, across, over, of, around, outside, inside, above, toward, towards, into, via',
);
const ON_THINGS = list('on, onto, under, called, named, as, like, than, by');
const DETERMINERS = list(
  'a, an, the, this, that, his, her, their, its, my, our, your, some, every, each, old, new',
);
/** What follows a name of somebody. */
const DOES =
  /^(?:'s|is|was|has|and|,|the|who|with|in|on|at|by|beside|behind|under|\p{L}+(?:s|ing|ed)|sits?|stands?|runs?)$/u;

/** Who is looked at or spoken to is somebody: "waves at Wenna", "talks to Wenna". */
const TURNS_TO = list(
  'look, stare, gaze, glance, smile, wave, point, shout, yell, laugh, grin, nod, bark, peer, speak, talk, whisper, bow, run, walk, lean',
);

/** What follows these is a town more often than somebody. */
const REACHED = list('leave, enter, reach, visit, approach');
/** Behind a name, with a capital: a place that is called after somebody. */
const PLACE_NAMES = list(
  'street, square, road, avenue, lane, bridge, park, hill, hills, valley, station, castle, hall, house, harbour, harbor, bay, island, lake, river, mountain, mountains, church, cathedral, abbey, tower, gate, market, garden, gardens, forest, canyon, creek, falls, beach, plaza, palace, court, row, close, crescent, boulevard, point, peak, ridge, field, fields, farm, inn, hotel, bar, diner, cafe, hospital, school, college, university, museum, library, theatre, theater, airport',
);

/** Of those, behind a given name, what somebody is called by: "Martha Hill". */
const SURNAMES = list('hill, park, lake, field, fields, church, hall, lane');

const AT = list('on, at, by, beside, behind, under, over, near');

const BETWEEN_NAMES = list('-, van, von, de, del, der, da, di, el, al, bin');
const SMALL: Word = { text: '', lower: '', start: -1, end: -1 };

const isCapital = ({ text }: Word): boolean => /^\p{Lu}[\p{Ll}'’]+(?:\p{Lu}\p{Ll}+)*$/u.test(text);

export class ProperNames {
  private readonly persons: Set<string>;
  /** Where a name of somebody is that of something else: "Rose petals". */
  private readonly others = new Set<number>();

  /**
   * `sentences`: the words of each. `cast`: words of names that the canon knows, in small letters. `acting`: those that
   * scripts have in capitals.
   */
  constructor(
    sentences: readonly (readonly Word[])[],
    private readonly dictionary: Dictionary,
    private readonly cast: ReadonlySet<string>,
    private readonly acting: ReadonlySet<string> = new Set(),
  ) {
    this.persons = new Set([...cast, ...acting]);
    for (const words of sentences) this.read(words);
    for (const words of sentences)
      for (const [i, word] of words.entries())
        if (this.isNamedAfter(words, i + 1)) this.others.add(word.start);
  }

  /** Whether a word is somebody's name: with its capital, or of the canon and no other word. */
  isPerson(word: Word): boolean {
    const isCast = this.cast.has(word.lower) && !this.dictionary.isNoun(word.lower);
    return (
      (isCast || /^\p{Lu}/u.test(word.text)) && this.persons.has(word.lower) && !this.others.has(word.start)
    );
  }

  /** Behind a name: "Rose petals", "Samsung phones", "Baker Street", "Mason's Bridge" are called after somebody at most. */
  private isNamedAfter(words: readonly Word[], end: number): boolean {
    const next = words[end];
    if (next === undefined) return false;
    const owned = isOneOf(next.lower, "'", "'s");
    const thing = owned ? words[end + 1] : next;
    if (
      thing &&
      /^\p{Lu}/u.test(thing.text) &&
      (owned || PLACES.has(thing.lower) || PLACE_NAMES.has(thing.lower))
    )
      return !GIVEN_NAMES.has(thing.lower) && (owned || !this.isSurname(words, end - 1, end));
    const last = words[end - 1] as Word;
    return (
      NAMES_AND_WORDS.has(last.lower) &&
      !this.acting.has(last.lower) &&
      /^\p{Ll}/u.test(next.text) &&
      this.dictionary.isNoun(next.lower) &&
      !VERB_FORMS.has(next.lower) &&
      !BARE_VERBS.has(next.lower) &&
      !DETERMINERS.has(lowerAt(words, end + 1))
    );
  }

  /** "Hill" of "Martha Hill" and "Mr. Hill". */
  private isSurname(words: readonly Word[], first: number, last: number): boolean {
    const { text, lower } = words[first] as Word;
    return SURNAMES.has(lowerAt(words, last)) && (GIVEN_NAMES.has(lower) || isTitle(text));
  }

  /** "Wenna Street": what a place is called, from `start` to before `end`. */
  private isPlace(words: readonly Word[], start: number, end: number): boolean {
    const last = lowerAt(words, end - 1);
    return (
      end - start > 1 && (PLACES.has(last) || PLACE_NAMES.has(last)) && !this.isSurname(words, start, end - 1)
    );
  }

  /** Behind a name: "cars" of "Porsche cars race", which nobody does. */
  private isThings(words: readonly Word[], at: number): boolean {
    const lower = lowerAt(words, at);
    if (!/\p{L}s$/u.test(lower) || isThird(lower) || !this.dictionary.isNoun(lower)) return false;
    const next = lowerAt(words, at + 1);
    return (
      !this.dictionary.isVerb(this.dictionary.lemmaOf(lower, 'VBZ')) ||
      isBare(next) ||
      (this.dictionary.isVerb(next) && DETERMINERS.has(lowerAt(words, at + 2)))
    );
  }

  /** Not a word of the dictionary: a name of whatever it is. */
  isUnknown(word: Word): boolean {
    const { lower } = word;
    return (
      isCapital(word) &&
      !SMALL_WORDS.has(lower) &&
      !ABSTRACT.has(lower) &&
      (GIVEN_NAMES.has(lower) || !(this.dictionary.isNoun(lower) || this.dictionary.isAdjective(lower)))
    );
  }

  /** "Rose smiles", "Biscuit and Wenna": a word of the dictionary that somebody is called by. */
  private isWordAsName(words: readonly Word[], at: number): boolean {
    const word = words[at] as Word;
    if (!isCapital(word) || SMALL_WORDS.has(word.lower) || ABSTRACT.has(word.lower)) return false;
    const before = words[at - 1] ?? SMALL;
    const next = lowerAt(words, at + 1);
    const reaches = DETERMINERS.has(lowerAt(words, at + 2));
    const acts =
      (VERB_FORMS.has(next) && /s$/.test(next)) ||
      // "Rose waters the roses".
      (at === 0 &&
        reaches &&
        /s$/.test(next) &&
        this.dictionary.isVerb(this.dictionary.lemmaOf(next, 'VBZ'))) ||
      (before.lower === 'and' && BARE_VERBS.has(next));
    // "Lotte and her twin", "Dusty plays …", "Lou and Fay clap".
    const isOwn = isOneOf(lowerAt(words, at + 2), 'his', 'her');
    if (next === 'and' && isOwn && !isAlive(word.lower)) return true;
    if (acts && reaches && this.dictionary.isAdjective(word.lower)) return true;
    const first = words[at - 2] ?? SMALL;
    const isJoined = before.lower === 'and' && isCapital(first);
    if (isJoined && (this.persons.has(first.lower) || this.isUnknown(first)) && this.dictionary.isVerb(next))
      return true;
    if (!NAMES_AND_WORDS.has(word.lower))
      return acts && /^\p{Ll}/u.test(before.text) && !DETERMINERS.has(before.lower);
    if (this.persons.has(word.lower) || acts || next === "'s" || next === 'is') return true;
    if (next === 'the') return this.dictionary.isNoun(lowerAt(words, at + 2));
    if (next === 'and' && (isOwn || isCapital(words[at + 2] ?? SMALL))) return true;
    return /^\p{Ll}/u.test(before.text) && !/^\p{L}/u.test(next);
  }

  private read(words: readonly Word[]): void {
    for (let at = 0; at < words.length; at++) {
      const end = this.runFrom(words, at);
      if (end === at) continue;
      if (this.speaksOfSomebody(words, at, end))
        for (const word of words.slice(at, end)) if (!isTitle(word.text)) this.persons.add(word.lower);
      at = end - 1;
    }
  }

  /** Index after the words of one name: "Mary Ann Shelley", "Captain Harlan". */
  private runFrom(words: readonly Word[], at: number): number {
    const isTitled =
      isTitle((words[at] as Word).text) && at + 1 < words.length && this.isNamePart(words, at + 1, true);
    let end = isTitled ? at + 1 : at;
    while (end < words.length && this.isNamePart(words, end, end > at))
      // "Tarn-Holloway", "Joost van Houten".
      end += BETWEEN_NAMES.has(words[end + 1]?.text ?? '') && isCapital(words[end + 2] ?? SMALL) ? 2 : 1;
    return end;
  }

  /** "Li" of "Li Wei", "Jean" of "Jean-Baptiste". */
  private isFirstOfTwo(words: readonly Word[], at: number): boolean {
    const word = words[at] as Word;
    const next = words[words[at + 1]?.text === '-' ? at + 2 : at + 1];
    return (
      isCapital(word) &&
      word.lower.length <= 6 &&
      !SMALL_WORDS.has(word.lower) &&
      !ABSTRACT.has(word.lower) &&
      !this.dictionary.isAdjective(word.lower) &&
      PEOPLE[word.lower] === undefined &&
      next !== undefined &&
      this.isUnknown(next)
    );
  }

  private isNamePart(words: readonly Word[], at: number, inside: boolean): boolean {
    const word = words[at] as Word;
    return inside
      ? isCapital(word) && !SMALL_WORDS.has(word.lower)
      : this.isUnknown(word) || this.isWordAsName(words, at) || this.isFirstOfTwo(words, at);
  }

  /** "a Volvo", "a rusty Volvo": no person has an article. */
  private hasArticle(words: readonly Word[], start: number): boolean {
    let at = start - 1;
    const isLook = (word: string): boolean => this.dictionary.isAdjective(word) || isColour(word);
    while (!DETERMINERS.has(lowerAt(words, at)) && isLook(lowerAt(words, at))) at--;
    return DETERMINERS.has(lowerAt(words, at));
  }

  /** "looks at Wenna", "gives the lamp to Wenna". */
  private isTurnedTo(words: readonly Word[], start: number): boolean {
    const before = lowerAt(words, start - 1);
    const verb = lemmaOf(lowerAt(words, start - 2), 'VB');
    if (
      isOneOf(before, 'at', 'to', 'with') &&
      TURNS_TO.has(verb) &&
      !(before === 'to' && isOneOf(verb, 'run', 'walk'))
    )
      return true;
    return before === 'to' && words.slice(0, start).some(({ lower }) => GIVING.has(lemmaOf(lower, 'VB')));
  }

  private speaksOfSomebody(words: readonly Word[], start: number, end: number): boolean {
    const before = lowerAt(words, start - 1);
    if (this.isNamedAfter(words, end) || this.isPlace(words, start, end)) return false;
    if (before === 'of' && HOLDS.has(lowerAt(words, start - 2))) return false;
    if (isTitle((words[start] as Word).text)) return true;
    const after = lowerAt(words, end);
    if (this.isTurnedTo(words, start)) return true;
    if (isOneOf(before, 'old', 'young', 'little') && start === 1) return DOES.test(after);
    if (REACHED.has(lemmaOf(before, 'VB')) || (before === 'between' && start === 1)) return false;
    if (OF_PLACES.has(before) || this.hasArticle(words, start)) return false;
    // "Chicken Pho", "the Eiffel Tower": more of a name than a person has.
    if (start > 1 && isCapital(words[start - 1] as Word)) return false;
    // "Wenna and Bertrand walk": joined to somebody.
    if (before === 'and') {
      const first = words[start - 2] ?? SMALL;
      if (this.persons.has(first.lower)) return true;
      if (this.isUnknown(first)) return false;
    }
    if (this.isThings(words, end)) return false;
    // "A girl and Wenna wait", "sees Wenna fall".
    const acts = DOES.test(after) || BARE_VERBS.has(after);
    if (isOneOf(after, 'in', 'with'))
      return words.slice(end, end + 7).some(({ lower }) => CLOTHING.has(lower) || BODY.has(lower));
    if (AT.has(after)) return false;
    if (start === 0) return DOES.test(after);
    if (ON_THINGS.has(before)) return false;
    return acts || !/^\p{L}/u.test(after);
  }
}
