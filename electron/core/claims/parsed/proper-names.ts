/** Which words with a capital are somebody's name. Places, brands and titles of things are not. */
import { ABSTRACT, BODY, CLOTHING, list } from '../lexicon.js';
import type { Dictionary } from './dictionary.js';
import { isTitle } from './mentions.js';
import type { Word } from './word.js';

const SMALL_WORDS = list(
  'the, a, an, in, on, at, there, this, that, these, those, his, her, its, their, our, my, your, it, he, she, they, we, i, you, with, and, or, but, one, two, three, four, five, six, seven, eight, nine, ten, both, as, while, when, where, what, who, how, if, from, of, under, over, behind, beside, between, above, below, near, next, inside, outside, to, by, for, into, onto, through, across, around, along, after, before, during, until, since, because, so, no, not, some, many, several, few, each, every, all, another, other, then, now, here, just, also, only, suddenly, meanwhile, finally, is, are, was, were, has, have, had, does, do, did, can, will, would, could, let, someone, somebody, nobody, everybody, everyone, nothing, something, most, more, very, too, out, up, down, off, back, setting, interior, exterior, monday, tuesday, wednesday, thursday, friday, saturday, sunday, january, february, march, april, may, june, july, august, september, october, november, december, english, french, german, spanish, italian, chinese, japanese, american, british, russian, indian, korean, greek, roman, egyptian, victorian, gothic, arabic, african, asian, european, christian, viking, baroque',
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
  /^(?:'s|is|was|has|and|,|who|with|in|on|at|by|beside|behind|under|\p{L}+(?:s|ing|ed)|sits?|stands?|runs?)$/u;

const AT = /^(?:on|at|by|beside|behind|under|over|near)$/;

const isCapital = ({ text }: Word): boolean => /^\p{Lu}[\p{Ll}'’]+(?:\p{Lu}\p{Ll}+)*$/u.test(text);

export class ProperNames {
  private readonly persons: Set<string>;

  /**
   * `sentences`: the words of each. `cast`: words of names that the canon knows, in small letters.
   */
  constructor(
    sentences: readonly (readonly Word[])[],
    private readonly dictionary: Dictionary,
    cast: ReadonlySet<string>,
  ) {
    this.persons = new Set(cast);
    for (const words of sentences) this.read(words);
  }

  /** Whether a word with a capital is somebody's name. */
  isPerson(word: Word): boolean {
    return /^\p{Lu}/u.test(word.text) && this.persons.has(word.lower);
  }

  /** Not a word of the dictionary: a name of whatever it is. */
  isUnknown(word: Word): boolean {
    const { lower } = word;
    return (
      isCapital(word) &&
      !SMALL_WORDS.has(lower) &&
      !ABSTRACT.has(lower) &&
      !this.dictionary.isNoun(lower) &&
      !this.dictionary.isAdjective(lower)
    );
  }

  private read(words: readonly Word[]): void {
    for (let at = 0; at < words.length; at++) {
      const end = this.runFrom(words, at);
      if (end === at) continue;
      if (this.speaksOfSomebody(words, at, end))
        for (const word of words.slice(at, end))
          if (!isTitle(word.text) && word.text !== '-') this.persons.add(word.lower);
      at = end - 1;
    }
  }

  /** Index after the words of one name: "Mary Ann Shelley", "Captain Harlan". */
  private runFrom(words: readonly Word[], at: number): number {
    let end = at;
    const titled = isTitle((words[at] as Word).text) && isCapital(words[at + 1] ?? (words[at] as Word));
    if (titled && words[at + 1]) end = at + 1;
    const starts = end;
    while (end < words.length && this.isNamePart(words, end, end > starts || titled))
      // "Tarn-Holloway".
      end +=
        end > starts && words[end + 1]?.text === '-' && isCapital(words[end + 2] ?? (words[end] as Word))
          ? 2
          : 1;
    return end > starts ? end : at;
  }

  private isNamePart(words: readonly Word[], at: number, inside: boolean): boolean {
    const word = words[at] as Word;
    return inside ? isCapital(word) && !SMALL_WORDS.has(word.lower) : this.isUnknown(word);
  }

  /** "a rusty Volvo": no person has an article. */
  private hasArticle(words: readonly Word[], start: number): boolean {
    let at = start - 1;
    while (at > 0 && start - at <= 3 && this.dictionary.isAdjective((words[at] as Word).lower)) at--;
    return at >= 0 && at < start - 1 && DETERMINERS.has((words[at] as Word).lower);
  }

  private speaksOfSomebody(words: readonly Word[], start: number, end: number): boolean {
    if (isTitle((words[start] as Word).text)) return true;
    const before = words[start - 1]?.lower ?? '';
    const after = words[end]?.lower ?? '';
    if (DETERMINERS.has(before) || OF_PLACES.has(before) || this.hasArticle(words, start)) return false;
    // "Chicken Pho", "the Eiffel Tower": more of a name than a person has.
    if (start > 1 && isCapital(words[start - 1] as Word)) return false;
    // "Wenna and Bertrand walk": joined to somebody.
    if (before === 'and' && this.persons.has(words[start - 2]?.lower ?? '')) return true;
    // "Yosemite park", "Porsche cars": it says which one the noun means.
    const next = words[end];
    if (next && /^\p{Ll}/u.test(next.text) && this.dictionary.isNoun(after) && !DOES.test(after))
      return false;
    if (/^(?:in|with)$/.test(after))
      return words.slice(end, end + 7).some(({ lower }) => CLOTHING.has(lower) || BODY.has(lower));
    if (AT.test(after)) return false;
    if (start === 0) return after !== '' && DOES.test(after);
    if (ON_THINGS.has(before)) return false;
    return next === undefined || DOES.test(after) || /^[^\p{L}]/u.test(after);
  }
}
